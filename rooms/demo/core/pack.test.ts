import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { levelOf, parentOf } from '#ground/kernel/code.ts'
import { isId } from '#ground/kernel/ids.ts'
import { readPack } from '../api/pack.ts'
import { inWaves, missing, peopleToMake } from './pack.ts'

const folder = new URL('../../../packs/sample/demo-county/', import.meta.url)
const pack = readPack()
const units = readFileSync(new URL('units.csv', folder), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
const codes = new Set(units.map(([code]) => code))

test('the demo county has a street of 11 communities and a town of 36 villages, all under existing units', () => {
  const below = (prefix: string, kind: string): number => units.filter(([code, , , , of]) => code?.startsWith(prefix) && of === kind).length
  expect(below('990101001', 'community')).toBe(11)
  expect(below('990101101', 'village')).toBe(36)
  for (const [code = '', , level, parent] of units) {
    expect(parent).toBe(parentOf(code) ?? '')
    expect(level).toBe(['province', 'prefecture', 'county', 'township', 'village'][levelOf(code) - 1])
  }
  expect(codes.size).toBe(units.length)
})

test('everybody is obviously invented, sits at a unit of the pack and has an id of their own', () => {
  const all = [...pack.cast, ...pack.others]
  for (const person of all) {
    expect(person.name).toMatch(/^演示·/)
    expect(person.phone).toMatch(/^1990000\d{4}$/)
    expect(codes).toContain(person.unit)
    expect(isId(person.id) && isId(person.post)).toBe(true)
  }
  expect(new Set(all.flatMap((person) => [person.id, person.post])).size).toBe(2 * all.length)
  expect(new Set(all.map((person) => person.name)).size).toBe(all.length)
  expect(new Set(all.map((person) => person.phone)).size).toBe(all.length)
  expect(peopleToMake(pack).map((person) => person.role)).not.toContain('operator')
})

test('every village and community has its Party organisation, and every organisation comes after the one above', () => {
  const hosts = new Set(pack.organisations.filter((one) => one.host === 'village' || one.host === 'community').map((one) => one.unit))
  expect(hosts.size).toBe(47)
  const seen = new Set<string>()
  for (const wave of inWaves(pack.organisations)) {
    for (const one of wave) expect(one.parent === null || seen.has(one.parent)).toBe(true)
    for (const one of wave) seen.add(one.id)
  }
  expect(seen.size).toBe(pack.organisations.length)
  const [a, b] = pack.organisations
  if (a === undefined || b === undefined) throw new Error('the pack has organisations')
  expect(() =>
    inWaves([
      { ...a, parent: b.id },
      { ...b, parent: a.id },
    ]),
  ).toThrow('circle')
})

test('only what is missing is made', () => {
  const [first] = pack.cast
  expect(missing(pack.cast, new Set([first?.id ?? '']))).toHaveLength(pack.cast.length - 1)
})
