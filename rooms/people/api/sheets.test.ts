// People in and out as sheets.

import { describe, expect, it } from 'vitest'
import { readRows } from '#ground/sheets/table.ts'
import { writeXlsx } from '#ground/sheets/xlsx-write.ts'
import { useTrial } from '#ground/trial/trial.ts'

const trial = useTrial()

const header = ['姓名', '单位代码', '角色', '登录名', '手机号', '任职日期']
const good = [
  ['演示·甲一', '990101001001', '网格员', 'import-one', '19900000051', '2026-01-01'],
  ['演示·甲二', '990101001002', '村(社区)书记', 'import-two', '', ''],
  ['演示·甲三', '990101001002', '', '', '', ''],
]
const bad = ['演示·乙一', '990101101201', '县长', '1', '12', '明天']

type Imported = { added: number; errors: { line: number; detail: string }[]; code?: number }
const send = async (rows: string[][], fields: Record<string, boolean> = {}, player: 'officer' | 'secretary' = 'officer') =>
  trial
    .as(player)
    .call<Imported>('people.import', { file: { name: '人员.xlsx', bytes: await writeXlsx({ sheet: '人员', header, rows }) }, body: fields })
const count = async (): Promise<number> =>
  (await trial.owner.query<{ n: number }>('select count(*)::int as n from persons')).rows[0]?.n ?? 0

describe('import', () => {
  it('a dry run lists every reason and writes nothing', async () => {
    const before = await count()
    const answer = await send([...good, bad], { dryRun: true })
    expect(answer.body.added).toBe(3)
    expect(answer.body.errors).toEqual(
      ['没有这个角色', '登录名不合要求', '手机号不对', '任职日期应为 YYYY-MM-DD'].map((detail) => ({ line: 5, detail })),
    )
    expect(await count()).toBe(before)
  })

  it('one bad row keeps all out, unless told otherwise', async () => {
    const before = await count()
    const refused = await send([...good, bad])
    expect(refused).toMatchObject({ status: 400, body: { code: 2141 } })
    expect(refused.body.errors[0]).toMatchObject({ line: 5 })
    expect(await count()).toBe(before)
    const told = await send([...good, bad], { goodRowsOnly: true })
    expect(told).toMatchObject({ status: 200, body: { added: 3 } })
    expect(await count()).toBe(before + 3)
  })

  it('the same sheet again is refused line by line', async () => {
    const again = await send(good.slice(0, 2))
    expect(again.body.errors.map((error) => error.line)).toEqual([2, 2, 3])
  })

  it('what is no sheet, and who may not, is refused', async () => {
    const noise = await trial.as('officer').call('people.import', { file: { name: 'x.xlsx', bytes: 'not a sheet\u0000' } })
    expect(noise.status).toBeGreaterThanOrEqual(400)
    expect(noise.status).toBeLessThan(500)
    expect((await send(good, {}, 'secretary')).status).toBe(403)
  })

  it('the template goes in as it comes out', async () => {
    for (const format of ['xlsx', 'csv']) {
      const template = await trial.as('officer').call('people.template', { query: { format } })
      const sheet = await readRows(template.bytes)
      expect(sheet.ok && sheet.value.header).toEqual(header)
    }
  })
})

describe('export', () => {
  it('holds those of the unit with masked numbers, in both kinds of file', async () => {
    for (const format of ['xlsx', 'csv']) {
      const answer = await trial.as('officer').call('people.export', { query: { unit: '990101001', format } })
      const sheet = await readRows(answer.bytes)
      const rows = sheet.ok ? sheet.value.rows.map((row) => row.cells) : []
      expect(rows.find((cells) => cells[0] === '演示·甲一')).toEqual([
        '演示·甲一',
        '990101001001',
        '朝霞社区',
        '朝霞社区 网格员',
        'import-one',
        '199****0051',
        '待启用',
      ])
      expect(rows.flat().join()).not.toContain('19900000051')
    }
    expect((await trial.as('officer').call('people.export', { query: { unit: '990101' } })).status).toBe(403)
    expect((await trial.as('supervisor').call('people.export', { query: { unit: '990101' } })).status).toBe(403)
  })
})
