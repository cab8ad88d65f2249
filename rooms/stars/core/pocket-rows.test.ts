import { describe, expect, test } from 'vitest'
import {
  answeredRow,
  chosenRow,
  discardedRows,
  heardRow,
  isWhole,
  leavingRows,
  mergedRows,
  receiptedRows,
  refusedRow,
  rowSent,
  rowsToSend,
} from './pocket-rows.ts'
import type { LocalRow, LocalRows, ServerRow } from './pocket-rows.ts'

const c = 'c1'
const server = (revision: number, answer: ServerRow['answer'] = null, reason = '', row = 'B1'): ServerRow => ({
  row,
  answer,
  reason,
  revision,
})
const tap = (rows: LocalRows, given: Partial<Pick<LocalRow, 'answer' | 'reason'>>, there = server(0)): LocalRows =>
  answeredRow(rows, c, there, { ...given, known: null })
const one = (rows: LocalRows): LocalRow =>
  rows[`${c}/B1`] ?? { ...server(0), candidacy: c, known: null, change: 0, base: 0, pending: false, sent: [], other: null, refused: null }
/** Sends what waits to a server that takes a revision only when it is higher than its own, as the table does. */
function deliver(rows: LocalRows, there: ServerRow, answerLost = false): { rows: LocalRows; there: ServerRow } {
  const going = rowsToSend(rows, c, 20)
  const left = leavingRows(rows, going)
  const [sent] = going.map(rowSent)
  if (sent === undefined) return { rows, there }
  const taken = sent.revision > there.revision
  const next = taken ? { ...there, answer: sent.answer, reason: sent.reason, revision: sent.revision } : there
  return { rows: answerLost ? left : receiptedRows(left, going, taken ? ['B1'] : []), there: next }
}

describe('a row on the phone', () => {
  test('goes out once it says something whole, and is done when the server says so', () => {
    const typed = tap({}, { answer: 'not-applicable' })
    expect(rowsToSend(typed, c, 20)).toEqual([])
    const reasoned = tap(typed, { reason: '没有商户' })
    expect(isWhole(one(reasoned))).toBe(true)
    const { rows, there } = deliver(reasoned, server(0))
    expect(one(rows)).toMatchObject({ pending: false, base: 1, sent: [] })
    expect(there).toMatchObject({ answer: 'not-applicable', reason: '没有商户', revision: 1 })
    expect(rowsToSend(rows, c, 20)).toEqual([])
  })

  test('keeps what is typed while it is being sent', () => {
    const before = tap({}, { answer: 'met' })
    const going = rowsToSend(before, c, 20)
    const typing = tap(leavingRows(before, going), { answer: 'not-yet' })
    expect(one(receiptedRows(typing, going, ['B1']))).toMatchObject({ answer: 'not-yet', pending: true, base: 1 })
  })

  test('knows its own words when the receipt was lost, and goes on from them', () => {
    const lost = deliver(tap({}, { answer: 'met' }), server(0), true)
    const changed = tap(lost.rows, { answer: 'not-yet', reason: '缺证书' })
    // On top of nothing it would be superseded; the sheet is asked for, and it is its own.
    const again = deliver(changed, lost.there)
    expect(again.there).toMatchObject({ answer: 'met', revision: 1 })
    const merged = mergedRows(again.rows, c, [again.there])
    expect(one(merged)).toMatchObject({ other: null, base: 1, pending: true })
    expect(deliver(merged, again.there).there).toMatchObject({ answer: 'not-yet', reason: '缺证书', revision: 2 })
  })

  test('never goes over what another device wrote, however often it was tapped here', () => {
    let rows = tap({}, { answer: 'met' })
    for (const reason of ['一', '一二', '一二三']) rows = tap(rows, { reason })
    const desk = server(1_700_000_000_000, 'not-yet', '办公室写的')
    const { rows: after, there } = deliver(rows, desk)
    expect(there).toEqual(desk)
    const differing = mergedRows(after, c, [desk])
    expect(one(differing)).toMatchObject({ answer: 'met', other: { answer: 'not-yet', reason: '办公室写的' } })
    expect(rowsToSend(differing, c, 20)).toEqual([])
    // Typing on decides nothing.
    expect(one(tap(differing, { reason: '再写' })).other).not.toBeNull()
    const here = chosenRow(differing, c, 'B1', 'here')
    expect(deliver(here, desk).there).toMatchObject({ answer: 'met', reason: '一二三', revision: desk.revision + 1 })
    const other = chosenRow(differing, c, 'B1', 'other')
    expect(one(other)).toMatchObject({ answer: 'not-yet', reason: '办公室写的', pending: false, base: desk.revision })
    expect(deliver(other, desk).there).toEqual(desk)
  })

  test('takes a newer answer in where nothing waits here, and an old one never', () => {
    const { rows } = deliver(tap({}, { answer: 'met' }), server(0))
    expect(one(mergedRows(rows, c, [server(7, 'not-yet', '桌面改')]))).toMatchObject({ answer: 'not-yet', base: 7, pending: false })
    expect(mergedRows(rows, c, [server(1, 'not-yet')])).toBe(rows)
    // Both say the same: there is nothing to choose.
    const typed = tap(rows, { answer: 'not-yet', reason: '同样' })
    expect(one(mergedRows(typed, c, [server(9, 'not-yet', '同样')]))).toMatchObject({ pending: false, other: null, base: 9 })
  })

  test('that is refused stays, and goes again when it is changed', () => {
    const rows = tap({}, { answer: 'met' })
    const refused = refusedRow(rows, one(rows), 5756)
    expect(rowsToSend(refused, c, 20)).toEqual([])
    expect(rowsToSend(tap(refused, { answer: 'not-yet' }), c, 20)).toHaveLength(1)
    expect(refusedRow(tap(rows, { answer: 'not-yet' }), one(rows), 5756)).toEqual(tap(rows, { answer: 'not-yet' }))
  })

  test('that is given up is what the server has, whatever was typed over it', () => {
    const { rows, there } = deliver(tap({}, { answer: 'met' }), server(0))
    const given = discardedRows(tap(rows, { answer: 'not-yet', reason: '没有送出' }), c)
    expect(rowsToSend(given, c, 20)).toEqual([])
    expect(one(mergedRows(given, c, [there]))).toMatchObject({ answer: 'met', reason: '', base: 1, pending: false })
  })

  test('in two pages of one phone is whichever is ahead', () => {
    const early = tap({}, { answer: 'met' })
    const late = tap(early, { answer: 'not-yet' })
    expect(one(heardRow(early, one(late))).answer).toBe('not-yet')
    expect(heardRow(late, one(early))).toBe(late)
    expect(one(heardRow(early, { ...one(early), base: 1, pending: false })).pending).toBe(false)
  })

  test('ends as the last tap of its phone in any order of losses, kills and receipts', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      let state = seed
      const dice = (sides: number): number => {
        state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
        return (state >>> 16) % sides
      }
      let [rows, there, last]: [LocalRows, ServerRow, string] = [{}, server(0), '']
      for (let step = 0; step < 12; step += 1) {
        const what = dice(4)
        if (what === 0) rows = tap(rows, { answer: 'met', reason: (last = `${seed}.${step}`) })
        else if (what === 1) ({ rows, there } = deliver(rows, there, true))
        else if (what === 2) ({ rows, there } = deliver(rows, there))
        else rows = mergedRows(rows, c, [there])
      }
      for (let end = 0; end < 3; end += 1) ({ rows, there } = deliver(mergedRows(rows, c, [there]), there))
      expect(there.reason).toBe(last)
      expect(rowsToSend(rows, c, 20)).toEqual([])
      expect(Object.values(rows).every(({ other }) => other === null)).toBe(true)
    }
  })
})
