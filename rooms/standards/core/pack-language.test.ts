// The second language of an edition: optional, shown where it stands, and nothing that is asked changes by it.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { canonicalDigest } from '#ground/kernel/digest.ts'
import { carryOver, sameAs } from './carry-over.ts'
import { readForm } from './form-reading.ts'
import { writeForm } from './form-writing.ts'
import { packIn } from './pack-language.ts'
import { missingEnglish } from './pack-english.ts'
import { criteriaOf } from './pack-shapes.ts'
import type { Pack } from './pack-shapes.ts'
import { packDocument, readPack } from './read-pack.ts'
import { meaningOf } from './rule-words.ts'
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
const textsOf = ({ stars, stages }: Pack): string[] => [
  ...stages.flatMap(({ name, work }) => [name, work]),
  ...stars.flatMap((star) => [
    star.name,
    star.lead,
    star.taskForce,
    ...star.flow.flatMap(({ name, by }) => [name, by]),
    ...star.bottomLines.map(({ text }) => text),
    ...star.tasks.map(({ name }) => name),
    ...criteriaOf(star).flatMap(({ text, standard, requirement, role, evidence }) => [text, standard, requirement, role, ...evidence]),
  ]),
]

test('both samples can be read in English: stages, offices, task forces, steps, tasks, bottom lines and criteria', () => {
  for (const name of names) {
    const pack = shipped(name)
    expect(
      textsOf(packIn(pack, 'en')).filter((text) => chinese.test(text)),
      name,
    ).toEqual([])
    expect(missingEnglish(pack), name).toEqual([])
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
  const english = [
    '英文要求',
    '英文内容',
    '英文评定标准',
    '英文创建要求',
    '专班英文名',
    '英文工作',
    '英文步骤',
    '英文责任方',
    '英文佐证材料',
    '英文责任岗位',
  ]
  const tasksOnly = ['任务', '部门', '阶段']
  const before = writeForm(pack, 'zh').filter(({ sheet }) => sheet !== '证书')
  const sheets = before.map(({ sheet, header, rows }) => {
    const kept = header.flatMap((title, index) =>
      english.includes(title) || (tasksOnly.includes(sheet) && title === '英文名') ? [] : [index],
    )
    const of = (cells: readonly string[]): string[] => kept.map((index) => cells[index] ?? '')
    return { sheet, header: of(header), rows: rows.map((cells, index) => ({ line: index + 2, cells: of(cells) })) }
  })
  const read = readForm(sheets)
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  expect(textsOf(read.pack)).toEqual(textsOf(pack))
  expect(read.pack.stars[0]?.bottomLines[0]).not.toHaveProperty('textEn')
  expect([read.pack.offices[0], read.pack.certificates]).toEqual([{ name: '组织部' }, []])
})

test('what a rule means is said in English with the names of offices and certificates, and in Chinese as ever', () => {
  const pack = shipped('2022-community')
  const star = pack.stars.find(({ code }) => code === 'YYXY')
  if (star === undefined) throw new Error('no star')
  const rule = 'ANY(CERT "充分就业社区" AT county, REVIEWED YYXY-B2b BY "民政局")'
  expect(meaningOf(rule, { pack, star, language: 'en' })).not.toMatch(chinese)
  expect(meaningOf(rule, { pack, star, language: 'en' })).toMatch(/“Community of Full Employment”.*by Civil Affairs Bureau/)
  expect(meaningOf(rule, { pack, star, language: 'zh' })).toMatch(/“充分就业社区”证书.*民政局审核/)
  // Names that the edition does not have in English stand as they are.
  const bare = whole({ ...packDocument(pack), offices: pack.offices.map((office) => office.name), certificates: undefined })
  expect(meaningOf(rule, { pack: bare, star, language: 'en' })).toMatch(/“充分就业社区”.*by 民政局/)
})

test('an edition that has begun with English is told what it lacks; one without any is told so once', () => {
  const document = packDocument(shipped('2022-community'))
  const [first, ...rest] = document.stages
  const { nameEn: _, ...bare } = first ?? { name: '' }
  const told = (more: object): string[] =>
    missingEnglish(whole({ ...document, ...more })).map(({ path, problem }) => `${path} ${problem.code}`)
  expect(told({ stages: [bare, ...rest] })).toEqual(['stages[0].nameEn 5478'])
  expect(told({ offices: document.offices.map((office) => (typeof office === 'string' ? office : office.name)) })).toHaveLength(
    document.offices.length,
  )
  expect(told({ certificates: [] })).toEqual(['certificates 5478'])
  const size = { tasks: 6, criteria: 9, bottomLines: 5 }
  const none = JSON.parse(JSON.stringify(sizedPack(size, size)), (key, value: unknown) =>
    key.endsWith('En') ? undefined : value,
  ) as object
  expect(missingEnglish(whole(none)).map(({ path, problem }) => `${path} ${problem.code}`)).toEqual(['$ 5479'])
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
