// What a round leaves behind: ledger entries, the draft of its bulletin, workbooks that are read back.

import { randomUUID } from 'node:crypto'
import { readXlsx } from 'hucre'
import { beforeAll, describe, expect, test } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'
import { playPublished, playRound, refusal } from '../trial.ts'
import type { PlayedRound } from '../trial.ts'

const trial = useTrial()
const officer = () => trial.as('officer')
let round: PlayedRound
let remarks: readonly { id: string; kind: string; text: string; entry: string | null }[]

const read = async () => (await officer().call<{ remarks: typeof remarks }>('rounds.remarks', { params: round.where })).body.remarks
const entryOf = (remark: string) => ({ remark, measure: '每月更新一次', responsible: '社区书记', supervisor: '党建办', days: 10 })

beforeAll(async () => {
  round = (await playPublished(trial)).round
  remarks = await read()
}, 60_000)

describe('the ledger', () => {
  test('remarks and findings become entries with measure, person and date, once', async () => {
    const ids = remarks.map(({ id }) => id)
    expect(ids).toHaveLength(2)
    const params = round.where
    expect(await refusal(officer(), 'toLedger', { params, body: { entries: [entryOf(randomUUID())] } })).toMatchObject({
      code: 4154,
      status: 404,
    })
    const made = await round.move('toLedger', { entries: ids.map(entryOf) })
    expect((made['entries'] as { remark: string }[]).map(({ remark }) => remark)).toEqual(ids)
    const { body } = await officer().call<{ rows: { id: string; problem: string; measure: string; sourceKind: string }[] }>('ledger.list', {
      query: { source: `round:${round.where.id}` },
    })
    expect(body.rows.map(({ problem, measure, sourceKind }) => `${problem} ${measure} ${sourceKind}`).toSorted()).toEqual([
      '公示栏没有更新。 每月更新一次 finding',
      '公示栏没有更新。 每月更新一次 remark',
    ])
    expect(new Set((await read()).map(({ entry }) => entry))).toEqual(new Set(body.rows.map(({ id }) => id)))
    const again = await refusal(officer(), 'toLedger', { params, body: { entries: [entryOf(ids[0] ?? '')] } })
    expect(again).toMatchObject({ code: 4155, status: 409 })
    expect((await officer().call('ledger.list', { query: { source: `round:${round.where.id}` } })).body['rows']).toHaveLength(2)
  })
})

describe('the bulletin', () => {
  test('is drafted from the published result, every figure with the record it came from, and is edited in its own room', async () => {
    const id = randomUUID()
    await round.move('draftBulletin', { id })
    const { body } = await officer().call<{ title: string; blocks: { text?: string; rows?: string[][] }[]; figures: object[] }>(
      'bulletins.get',
      {
        params: { unit: round.where.unit, id },
      },
    )
    expect(body.title).toBe('关于2026年第三季度“亮赛比”情况的通报')
    const page = await trial
      .as('nobody')
      .call<{ publications: { inputDigest: string; places: { name: string; total: string }[] }[] }>('rounds.published', {
        params: round.where,
      })
    const [publication] = page.body.publications
    // One of the three judges is recused from the second unit: it has no rank and no figure, and the draft says so.
    expect(body.blocks.flatMap(({ rows }) => rows ?? []).slice(0, 1)).toEqual(
      publication?.places.map(({ name, total }, index) => [String(index + 1), name, total]),
    )
    expect(JSON.stringify(body.blocks)).toContain('评委不足三人，不公布分数和名次的单位：和风社区。')
    const source = expect.objectContaining({ kind: 'round', id: round.where.id, digest: publication?.inputDigest })
    expect(body.figures).toEqual([
      expect.objectContaining({ id: 'units', value: '2', query: 'rounds.published', source }),
      expect.objectContaining({ id: 'scored', value: '2', source }),
      expect.objectContaining({ id: 'judges', value: '3', source }),
      expect.objectContaining({ id: 'sheets', value: '5', source }),
      expect.objectContaining({ id: 'entries', value: '2', query: 'ledger.entriesOf', source }),
    ])
    expect(JSON.stringify(body)).not.toContain('评委1')
  })

  test('stands with its round for those who may see it there, and for nobody else', async () => {
    const asked = async (who: 'officer' | 'countyAdmin' | 'supervisor') =>
      (await trial.as(who).call<{ bulletins: { title: string; state: string }[] }>('rounds.bulletins', { params: round.where })).body
        .bulletins
    expect(await asked('officer')).toMatchObject([{ title: '关于2026年第三季度“亮赛比”情况的通报', state: 'draft' }])
    // Drafts are seen by those who draft or sign; a supervisor of the county reads the round and not the draft.
    expect(await asked('supervisor')).toEqual([])
    const { rows } = await trial.owner.query(`select title from bulletins where figures @> $1`, [
      JSON.stringify([{ source: { kind: 'round', id: round.where.id } }]),
    ])
    expect(rows).toHaveLength(1)
    const other = await playRound(trial)
    const none = await officer().call<{ bulletins: object[] }>('rounds.bulletins', { params: other.where })
    expect(none.body.bulletins).toEqual([])
    expect((await trial.as('outsider').call('rounds.bulletins', { params: round.where })).status).toBe(403)
  })

  test('of a round that is not published is refused', async () => {
    const other = await playRound(trial)
    expect(await refusal(officer(), 'draftBulletin', { params: other.where, body: { id: randomUUID() } })).toMatchObject({ code: 4101 })
  })
})

describe('workbooks', () => {
  const bookOf = async (bytes: Uint8Array) => new Map((await readXlsx(bytes)).sheets.map(({ name, rows }) => [name, rows]))

  test('everybody who reads the round takes rules, units and what was published; no sheet of a judge', async () => {
    const answer = await officer().call('rounds.workbook', { params: round.where })
    expect(answer.status).toBe(200)
    const book = await bookOf(answer.bytes)
    expect([...book.keys()]).toEqual(['规则', '评委组', '参加单位', '公布1'])
    expect(book.get('规则')).toHaveLength(7)
    expect(book.get('公布1')?.slice(0, 3)).toMatchObject([
      ['名次', '代码', '单位', '等次', '总分'],
      ['1', '990101001001', '朝霞社区', '先进', '90.14'],
      ['', '990101001002', '和风社区', '', '评委不足三人，不公布'],
    ])
    const english = await bookOf((await officer().call('rounds.workbook', { params: round.where, language: 'en' })).bytes)
    expect([...english.keys()]).toEqual(['Rules', 'Panels', 'Units', 'Published 1'])
    expect((await trial.as('outsider').call('rounds.workbook', { params: round.where })).status).toBe(403)
  })

  test('tellers take every sheet, adjustment and tally, points as text, and that they did is on record', async () => {
    const answer = await round.ask(round.seat('teller'), 'countWorkbook')
    const book = await bookOf(answer.bytes)
    expect([...book.keys()]).toEqual(['规则', '评委组', '参加单位', '评分表', '加减分', '计票1'])
    expect(book.get('评分表')).toHaveLength(1 + 5 * 6)
    expect(book.get('评分表')?.[1]).toEqual([
      '朝霞社区',
      expect.stringMatching(/^评委\d$/),
      expect.any(String),
      expect.any(String),
      '承诺兑现',
      expect.stringMatching(/^\d/),
    ])
    expect(book.get('加减分')).toEqual([['单位', '分数', '理由'].map(() => expect.any(String)), ['朝霞社区', '1.5', '全县推广']])
    expect(book.get('计票1')).toHaveLength(3)
    expect((await round.ask(round.seat('judge'), 'countWorkbook')).body['code']).toBe(4131)
    const { rows } = await trial.owner.query(`select 1 from acts where verb = 'countWorkbook'`)
    expect(rows).toHaveLength(1)
  })
})
