import fc from 'fast-check'
import { expect, it } from 'vitest'
import { safeNext } from './next-path.ts'

it('paths of this house pass, with their query', () => {
  expect(safeNext('/desk/people?unit=990101#top')).toBe('/desk/people?unit=990101#top')
  expect(safeNext(undefined)).toBe('/desk')
})

it.each([
  'https://example.com/',
  '//example.com',
  '/\\example.com',
  '/\t/example.com',
  '/\n/example.com',
  '\\\\example.com',
  'javascript:alert(1)',
  ' /desk',
  'desk',
  '',
  '/a\\b',
  '/sign-in?next=/desk',
  '/sign-out',
])('%j leads to the desk instead', (next) => {
  expect(safeNext(next)).toBe('/desk')
})

it('whatever is asked for, a browser stays on this site', () => {
  const hostile = fc
    .array(fc.constantFrom('/', '\\', '@', ':', '.', '\t', '\r', ' ', 'a', 'evil.example', 'http:', '%2f', '?'))
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(hostile, (next) => {
      expect(new URL(safeNext(next), 'https://liangxing.example/').origin).toBe('https://liangxing.example')
    }),
  )
})
