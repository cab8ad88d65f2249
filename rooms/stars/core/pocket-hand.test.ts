import { describe, expect, test } from 'vitest'
import { states } from './candidacy.ts'
import { noNotes, notedRows, notesNow, placeOf, returnFault, standingOf } from './pocket-hand.ts'
import type { LocalPieces } from './pocket-pieces.ts'
import { answeredRow, leavingRows, mergedRows, receiptedRows, rowsToSend } from './pocket-rows.ts'
import type { LocalRows, ServerRow } from './pocket-rows.ts'

const open = (row: string): ServerRow => ({ row, answer: null, reason: '', revision: 0 })
const asked = [open('B1'), open('B2')] as const
const answer = (rows: LocalRows, at: 0 | 1, given: { answer?: 'met' | 'not-applicable'; reason?: string }): LocalRows =>
  answeredRow(rows, 'c1', asked[at], { ...given, known: null })

test('a self-check is ready when each row is answered and everything has arrived, and not before', () => {
  const standing = (rows: LocalRows, pieces: LocalPieces = {}) => standingOf('c1', asked, rows, pieces)
  expect(standing({})).toEqual({ open: ['B1', 'B2'], differing: [], waiting: 0, refused: 0, ready: false })
  const half = answer(answer({}, 0, { answer: 'met' }), 1, { answer: 'not-applicable' })
  expect(standing(half)).toMatchObject({ open: ['B2'], waiting: 1, ready: false })
  const full = answer(half, 1, { reason: '没有商户' })
  expect(standing(full)).toMatchObject({ open: [], waiting: 2, ready: false })
  const going = rowsToSend(full, 'c1', 20)
  const done = receiptedRows(leavingRows(full, going), going, ['B1', 'B2'])
  expect(standing(done).ready).toBe(true)
  const piece = { id: 'p', candidacy: 'c1', row: 'B1', item: { unit: '1', id: 'i' }, shows: '', photo: null, refused: null }
  const of = (state: 'recording' | 'leaving' | 'refused' | 'arrived' | 'gone') => standing(done, { p: { ...piece, state } })
  expect(of('recording')).toMatchObject({ waiting: 1, ready: false })
  expect(of('leaving')).toMatchObject({ waiting: 1, ready: false })
  expect(of('refused')).toMatchObject({ refused: 1, ready: false })
  expect(of('arrived').ready).toBe(true)
  expect(of('gone').ready).toBe(true)
  const apart = mergedRows(answer(done, 0, { reason: '本机写的' }), 'c1', [{ row: 'B1', answer: 'met', reason: '桌面写的', revision: 9 }])
  expect(standing(apart)).toMatchObject({ differing: ['B1'], waiting: 0, ready: false })
})

test('every state has its place on the phone', () => {
  expect(states.map(placeOf)).toEqual([
    'to-check',
    'elsewhere',
    'elsewhere',
    'elsewhere',
    'elsewhere',
    'elsewhere',
    'over',
    'returned',
    'over',
    'elsewhere',
    'over',
    'over',
  ])
})

describe('what a reviewer notes', () => {
  test('names rows in the order of the edition, and an empty reason names none', () => {
    const notes = { ...noNotes('c1', 2), rows: { B2: ' 证书看不清 ', B1: ' ', 'YYXY-6': '未开放' } }
    expect(notedRows(notes, ['B1', 'B2', 'YYXY-6'])).toEqual([
      { row: 'B2', reason: '证书看不清' },
      { row: 'YYXY-6', reason: '未开放' },
    ])
  })

  test('of one submission is not said of the next', () => {
    const notes = { ...noNotes('c1', 2), rows: { B2: '证书看不清' } }
    expect(notesNow(notes, 'c1', 2)).toBe(notes)
    expect(notesNow(notes, 'c1', 4)).toEqual(noNotes('c1', 4))
    expect(notesNow(undefined, 'c1', 4)).toEqual(noNotes('c1', 4))
  })

  test('is returned with rows and a day that has not passed', () => {
    const rows = [{ row: 'B2', reason: '证书看不清' }]
    expect(returnFault([], '2026-09-20', '2026-09-08')).toBe('rows')
    expect(returnFault(rows, null, '2026-09-08')).toBe('day')
    expect(returnFault(rows, '2026-09-07', '2026-09-08')).toBe('day')
    expect(returnFault(rows, '2026-09-08', '2026-09-08')).toBeNull()
  })
})
