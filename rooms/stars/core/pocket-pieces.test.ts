import { describe, expect, test } from 'vitest'
import { arrivedOf, dayOfPhoto, isOnRow, mergedPieces, pieceToSend, piecesOn, stoodPiece, takenOffPiece } from './pocket-pieces.ts'
import type { LocalPiece, LocalPieces, PieceState } from './pocket-pieces.ts'

const photo = { media: 'image/jpeg', bytes: 3, sha256: 'aa', on: '2026-09-08', opened: '2026-09-01' }
const piece = (id: string, state: PieceState, more: Partial<LocalPiece> = {}): LocalPiece => ({
  id,
  candidacy: 'c1',
  row: 'B1',
  item: { unit: '990101001001', id: `item-${id}` },
  shows: '证书',
  photo,
  state,
  refused: null,
  ...more,
})
const all = (...pieces: LocalPiece[]): LocalPieces => Object.fromEntries(pieces.map((one) => [one.id, one]))

describe('evidence on its way', () => {
  test('never goes back, whoever says so', () => {
    const arrived = all(piece('a', 'arrived'))
    expect(stoodPiece(arrived, piece('a', 'waiting'))).toBe(arrived)
    expect(stoodPiece(arrived, piece('a', 'leaving'))['a']?.state).toBe('leaving')
  })

  test('goes in this order: what was taken off, what is only cited, what was begun, what waits', () => {
    const [off, cited, begun] = [piece('a', 'leaving'), piece('b', 'waiting', { photo: null }), piece('c', 'recording')]
    const waits = piece('d', 'waiting')
    expect(pieceToSend(all(waits, begun, cited, off))?.id).toBe('a')
    expect(pieceToSend(all(waits, begun, cited))?.id).toBe('b')
    expect(pieceToSend(all(piece('e', 'storing'), begun))?.id).toBe('c')
    expect(pieceToSend(all(piece('e', 'storing'), piece('f', 'refused')))).toBeUndefined()
  })

  test('taken off, is withdrawn where the server may have it', () => {
    const states = ['storing', 'waiting', 'recording', 'arrived', 'refused'] as const
    expect(states.map((state) => takenOffPiece(piece('a', state)).state)).toEqual(['gone', 'gone', 'leaving', 'leaving', 'gone'])
    expect(takenOffPiece(piece('a', 'waiting', { photo: null })).state).toBe('leaving')
  })

  test('has arrived when the server cites it, receipt or not; and is gone when it was taken off elsewhere', () => {
    const here = all(piece('a', 'recording'), piece('b', 'arrived'), piece('c', 'leaving'), piece('d', 'arrived', { candidacy: 'c2' }))
    const cited = ['item-a', 'item-c'].map((id) => ({ row: 'B1', id }))
    expect(arrivedOf(here, 'c1')).toEqual(['b'])
    const merged = mergedPieces(here, 'c1', cited, ['b'])
    expect(Object.values(merged).map(({ state }) => state)).toEqual(['arrived', 'gone', 'leaving', 'arrived'])
    expect(piecesOn(merged, 'c1', 'B1').map(({ id }) => id)).toEqual(['a'])
    // An answer that was on its way when it arrived does not know it yet.
    expect(mergedPieces(here, 'c1', cited, [])['b']?.state).toBe('arrived')
  })

  test('is put on a row once, by its bytes', () => {
    expect(isOnRow(all(piece('a', 'waiting')), 'c1', 'B1', 'aa')).toBe(true)
    expect(isOnRow(all(piece('a', 'waiting')), 'c1', 'B2', 'aa')).toBe(false)
    expect(isOnRow(all(piece('a', 'gone')), 'c1', 'B1', 'aa')).toBe(false)
  })

  test('is of the phone’s day, whose clock is never believed beyond the server’s days', () => {
    const today = '2026-09-10'
    expect(dayOfPhoto({ on: '2026-09-08', opened: '2026-09-05' }, today)).toBe('2026-09-08')
    expect(dayOfPhoto({ on: '2027-01-01', opened: '2026-09-05' }, today)).toBe(today)
    expect(dayOfPhoto({ on: '1970-01-01', opened: '2026-09-05' }, today)).toBe('2026-09-05')
  })
})
