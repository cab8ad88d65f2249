// Evidence on its way from a phone: a photo that was taken for a row, or something from before that is cited for it. Each has
// its ids from the moment it was made, so that sending again is harmless. The picture itself lies apart (faces/pocket).

import type { Day } from '#ground/kernel/clock.ts'

/**
 * storing: not on the device's disk yet. waiting: kept, to be sent. recording: the server may have it already. arrived:
 * recorded and cited there. refused: not taken; it stays here. leaving: taken off here, the citation is to be withdrawn.
 * gone: taken off.
 */
export type PieceState = 'storing' | 'waiting' | 'recording' | 'arrived' | 'refused' | 'leaving' | 'gone'

/** What a photo is besides a citation. */
export interface Photo {
  readonly media: string
  readonly bytes: number
  readonly sha256: string
  /** The phone's day when it was taken. */
  readonly on: Day
  /** The server's day when the sheet was fetched last before that. */
  readonly opened: Day
}

export interface LocalPiece {
  /** Of the citation, and of the upload. */
  readonly id: string
  readonly candidacy: string
  readonly row: string
  /** The evidence that is cited: of a photo, the id that it will have. */
  readonly item: { readonly unit: string; readonly id: string }
  readonly shows: string
  /** Null for what was there before. */
  readonly photo: Photo | null
  readonly state: PieceState
  /** Number of the problem with which it was refused. */
  readonly refused: number | null
}

export type LocalPieces = Readonly<Record<string, LocalPiece>>

/** Most photos that a phone keeps for a row before they have arrived. */
export const mostOnRow = 6

const order: Readonly<Record<PieceState, number>> = {
  storing: 0,
  waiting: 1,
  recording: 2,
  refused: 3,
  arrived: 4,
  leaving: 5,
  gone: 6,
}

/** The pieces after one has moved on; what would take it back changes nothing. */
export function stoodPiece(pieces: LocalPieces, next: LocalPiece): LocalPieces {
  const here = pieces[next.id]
  return here !== undefined && order[next.state] <= order[here.state] ? pieces : { ...pieces, [next.id]: next }
}

/** What is to be seen on a row, in the order in which it was put there. */
export function piecesOn(pieces: LocalPieces, candidacy: string, row: string): LocalPiece[] {
  return Object.values(pieces).filter(
    (piece) => piece.candidacy === candidacy && piece.row === row && piece.state !== 'leaving' && piece.state !== 'gone',
  )
}

/** What the server may have must be withdrawn there; the rest is simply gone. */
export function takenOffPiece(piece: LocalPiece): LocalPiece {
  const known = piece.state === 'recording' || piece.state === 'arrived' || (piece.photo === null && piece.state === 'waiting')
  return { ...piece, state: known ? 'leaving' : 'gone', refused: null }
}

/** The next piece that the server is to hear of: first what is to go, because it may hold somebody's secret. */
export function pieceToSend(pieces: LocalPieces): LocalPiece | undefined {
  const all = Object.values(pieces)
  const first = (...states: PieceState[]): LocalPiece | undefined => all.find(({ state }) => states.includes(state))
  return first('leaving') ?? all.find(({ state, photo }) => photo === null && state === 'waiting') ?? first('recording', 'waiting')
}

/** Pieces of a candidacy that are known to have arrived; what is asked for now must name them. */
export const arrivedOf = (pieces: LocalPieces, candidacy: string): string[] =>
  Object.values(pieces)
    .filter((piece) => piece.candidacy === candidacy && piece.state === 'arrived')
    .map(({ id }) => id)

/**
 * What the server says is cited, taken in: what has arrived without a receipt has arrived; what had arrived before it was
 * asked and is cited no more was taken off elsewhere.
 */
export function mergedPieces(
  pieces: LocalPieces,
  candidacy: string,
  cited: readonly { readonly row: string; readonly id: string }[],
  arrivedBefore: readonly string[],
): LocalPieces {
  let next = pieces
  for (const piece of Object.values(pieces)) {
    if (piece.candidacy !== candidacy) continue
    const there = cited.some((one) => one.row === piece.row && one.id === piece.item.id)
    if (there) next = stoodPiece(next, { ...piece, state: 'arrived', refused: null })
    else if (arrivedBefore.includes(piece.id)) next = stoodPiece(next, { ...piece, state: 'gone' })
  }
  return next
}

/** Whether a picture of these bytes is on the row already. */
export const isOnRow = (pieces: LocalPieces, candidacy: string, row: string, sha256: string): boolean =>
  piecesOn(pieces, candidacy, row).some(({ photo }) => photo?.sha256 === sha256)

/**
 * The day that a photo is recorded of: the phone's own, but never before the sheet was fetched and never after the server's
 * today, whatever the phone's clock says.
 */
export function dayOfPhoto({ on, opened }: Pick<Photo, 'on' | 'opened'>, today: Day): Day {
  const notBefore = on < opened ? opened : on
  return notBefore > today ? today : notBefore
}
