import { expect, test } from 'vitest'
import { openServerTime } from './server-time.ts'

const noon = Date.UTC(2026, 8, 8, 4)
const iso = (at: number): string => new Date(at).toISOString()

test('follows the server, whatever the screen’s own clock says', () => {
  let ticks = 1000
  const time = openServerTime(() => ticks)
  expect(time.now()).toBeNull()
  time.said(iso(noon))
  ticks += 5000
  expect(time.now()).toBe(noon + 5000)
})

test('a slow answer does not set it back; after a lost line the next word counts alone', () => {
  let ticks = 0
  const time = openServerTime(() => ticks)
  time.said(iso(noon))
  ticks += 3000
  time.said(iso(noon + 1000))
  expect(time.now()).toBe(noon + 3000)
  time.forget()
  time.said(iso(noon + 1000))
  expect(time.now()).toBe(noon + 1000)
  time.said('no time')
  expect(time.now()).toBe(noon + 1000)
})
