// Pieces that follow one another down the pages: a line of text, a row of a table, a picture. A piece is never cut; one that
// must not be parted from the next goes with it; the head of a table stands again above its first row on a new page.

import type { Mark } from './page.ts'

export interface Piece {
  readonly height: number
  /** Its marks when its upper edge stands there. */
  readonly marks: (top: number) => readonly Mark[]
  /** Not the last on a page. */
  readonly keepNext?: boolean
  /** Drawn again above it where it comes first on a page. */
  readonly head?: Piece
}

/** Marks of each page. `footing` is a piece that stands at the foot of the last page, on a page of its own when there is no room. */
export function pagesOf(pieces: readonly Piece[], top: number, height: number, footing?: Piece): Mark[][] {
  const pages: Mark[][] = [[]]
  let used = 0
  const put = (piece: Piece): void => {
    pages.at(-1)?.push(...piece.marks(top + used))
    used += piece.height
  }
  const turn = (): void => {
    pages.push([])
    used = 0
  }
  for (const [index, piece] of pieces.entries()) {
    let together = piece.height
    for (let at = index; pieces[at]?.keepNext === true && together <= height; at += 1) together += pieces[at + 1]?.height ?? 0
    // A chain longer than a page is not held together: it would turn pages for nothing.
    const needed = together <= height ? together : piece.height
    if (used > 0 && used + needed > height + 0.01) turn()
    if (used === 0 && pages.length > 1 && piece.head !== undefined) put(piece.head)
    put(piece)
  }
  if (footing !== undefined) {
    if (used + footing.height > height + 0.01) turn()
    pages.at(-1)?.push(...footing.marks(top + height - footing.height))
  }
  return pages
}
