// Awards in from a sheet and out again.

import { expect, test } from 'vitest'
import { readRows } from '#ground/sheets/table.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { beside, home } from '../trial-cycle.ts'

const trial = useTrial()
const township = home.slice(0, 9)
const header = '代码,名称,种类,依据,文号,日期'
const good = `${home},第三季度流动红旗,流动红旗,第三季度亮赛比先进,晨街办〔2026〕9号,2026-09-01`

interface Imported {
  readonly code?: number
  readonly added: number
  readonly unchanged: number
  readonly errors: readonly { readonly line: number; readonly detail: string }[]
}
const send = async (rows: readonly string[], body: object = {}, by: PlayerName = 'officer', unit = township) =>
  trial.as(by).call<Imported>('stars.importAwards', {
    params: { unit },
    body,
    file: { name: '表彰.csv', bytes: rows.join('\n') },
  })
const count = async (): Promise<number> => Number((await trial.owner.query('select count(*) from star_awards')).rows[0]?.['count'])

test('a dry run tells every bad row and writes nothing; nothing is written while one is bad', async () => {
  const rows = [header, good, `990199001001,别处的村,流动红旗,依据,,2026-09-01`, `${beside},进步奖,罚款,,,明天`]
  const dry = await send(rows, { dryRun: true })
  expect(dry.body).toMatchObject({ added: 1, unchanged: 0 })
  expect(dry.body.errors.map((error) => error.line)).toEqual([3, 4, 4, 4])
  const refused = await send(rows)
  expect([refused.status, refused.body.code]).toEqual([400, 5711])
  expect(await count()).toBe(0)
})

test('the good rows alone are taken when the user says so, each as an act of its own', async () => {
  const taken = await send([header, good, `${beside},进步奖,罚款,依据,,2026-09-01`], { skipBad: true })
  expect(taken.body).toMatchObject({ added: 1 })
  expect(await count()).toBe(1)
  const { rows } = await trial.owner.query("select payload from acts where room = 'stars' and verb = 'award'")
  expect(rows).toHaveLength(1)
})

test('what goes out comes in again without a change', async () => {
  const file = await trial.as('officer').call('stars.exportAwards', { params: { unit: township }, query: { format: 'xlsx' } })
  const again = await trial.as('officer').call<Imported>('stars.importAwards', {
    params: { unit: township },
    body: {},
    file: { name: '表彰登记.xlsx', bytes: file.bytes },
  })
  expect(again.body).toMatchObject({ added: 0, unchanged: 1, errors: [] })
})

test('the template says its columns and kinds; a secretary has neither it nor the import', async () => {
  const template = await trial.as('officer').call('stars.awardTemplate', { query: { format: 'xlsx' } })
  const read = await readRows(template.bytes)
  expect(read.ok && read.value.header.map((name) => name.replace(/\s*\*$/, ''))).toEqual(header.split(','))
  expect((await trial.as('secretary').call('stars.awardTemplate', {})).status).toBe(403)
  expect((await send([header, good], {}, 'secretary', home)).status).toBe(403)
  expect((await send([header, good], {}, 'outsider')).status).toBe(403)
})
