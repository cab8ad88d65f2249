// The second language of an edition: optional, shown where it stands, and nothing that is asked changes by it.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { canonicalDigest } from '#ground/kernel/digest.ts'
import { carryOver, sameAs } from './carry-over.ts'
import { readForm } from './form-reading.ts'
import { writeForm } from './form-writing.ts'
import { packIn } from './pack-language.ts'
import { criteriaOf } from './pack-shapes.ts'
import type { Pack } from './pack-shapes.ts'
import { packDocument, readPack } from './read-pack.ts'
import { sizedPack } from './sized-pack.ts'

const whole = (document: unknown): Pack => {
  const pack = readPack(document)
  if (!pack.ok) throw new Error(JSON.stringify(pack.problem, null, 1))
  return pack.value
}
const documentOf = (name: string): { stars: { bottomLines: object[] }[] } =>
  JSON.parse(readFileSync(new URL(`../../../packs/sample/five-star/${name}/pack.json`, import.meta.url), 'utf8')) as never
const shipped = (name: string): Pack => whole(documentOf(name))
const names = ['2022-community', '2022-rural'] as const
const chinese = /\p{Script=Han}/u

/** All texts that a reader sees of the stars. */
const textsOf = ({ stars }: Pack): string[] =>
  stars.flatMap((star) => [
    star.name,
    ...star.bottomLines.map(({ text }) => text),
    ...star.tasks.map(({ name }) => name),
    ...criteriaOf(star).map(({ text }) => text),
  ])

test('both samples can be read in English: stars, tasks, bottom lines and criteria, without a Chinese character', () => {
  for (const name of names) {
    const pack = shipped(name)
    expect(
      textsOf(packIn(pack, 'en')).filter((text) => chinese.test(text)),
      name,
    ).toEqual([])
    expect(textsOf(packIn(pack, 'zh'))).toEqual(textsOf(pack))
    expect(textsOf(pack).every((text) => chinese.test(text))).toBe(true)
  }
})

test('what has no English is shown as it is written', () => {
  const size = { tasks: 6, criteria: 9, bottomLines: 5 }
  const pack = whole(sizedPack(size, size))
  expect(textsOf(packIn(pack, 'en'))).toEqual(textsOf(pack))
})

test('an edition without a second language keeps its digest, and an unknown language is refused', () => {
  const size = { tasks: 6, criteria: 9, bottomLines: 5 }
  const pack = whole(sizedPack(size, size))
  expect(JSON.stringify(packDocument(pack))).not.toContain('textEn')
  expect(canonicalDigest(packDocument(whole(packDocument(pack))))).toBe(canonicalDigest(packDocument(pack)))
  const wrong = documentOf('2022-community')
  Object.assign(wrong.stars[0]?.bottomLines[0] ?? {}, { textFr: 'Rien' })
  const read = readPack(wrong)
  expect(read.ok ? [] : read.problem.errors.map(({ path }) => path)).toEqual(['stars[0].bottomLines[0].textFr'])
})

test('a workbook from before there was a second language comes in as it always did', () => {
  const pack = shipped('2022-community')
  const english = ['英文要求', '英文内容', '英文评定标准', '英文创建要求']
  const sheets = writeForm(pack, 'zh').map(({ sheet, header, rows }) => {
    const kept = header.flatMap((title, index) => (english.includes(title) || (sheet === '任务' && title === '英文名') ? [] : [index]))
    const of = (cells: readonly string[]): string[] => kept.map((index) => cells[index] ?? '')
    return { sheet, header: of(header), rows: rows.map((cells, index) => ({ line: index + 2, cells: of(cells) })) }
  })
  const read = readForm(sheets)
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  expect(textsOf(read.pack)).toEqual(textsOf(pack))
  expect(read.pack.stars[0]?.bottomLines[0]).not.toHaveProperty('textEn')
})

test('a better translation is no change of the standard; a comparison can be read in English', () => {
  const before = shipped('2022-community')
  const stars = before.stars.map((star) => ({
    ...star,
    bottomLines: star.bottomLines.map((line) => ({ ...line, textEn: `${line.textEn ?? ''}.` })),
    tasks: star.tasks.map((task) => ({ ...task, criteria: task.criteria.map((one) => ({ ...one, textEn: 'Otherwise put' })) })),
  }))
  const after: Pack = { ...before, id: 'county/five-star/2027', stars, replaces: sameAs(before) }
  expect(new Set(carryOver(before, after).map(({ change }) => change))).toEqual(new Set(['same']))
  const rows = carryOver(before, after, 'en')
  expect(rows.filter(({ text }) => chinese.test(text))).toEqual([])
  expect(rows.find(({ what }) => what === 'criterion')?.text).toBe('Otherwise put')
})
