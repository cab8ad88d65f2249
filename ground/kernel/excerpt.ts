// What a room's data says as text: blocks of a document in which every figure carries the query and the cut of data it came
// from. Rooms give excerpts, whoever writes documents asks for them by kind, and neither imports the other.

/** Where a figure comes from: which record of which room, its digest, and when it was read. */
export interface FigureSource {
  /** `round`, `ledger`, `stars`…: also the kind by which the excerpt is asked for again. */
  readonly kind: string
  readonly id: string
  readonly digest: string
  readonly at: string
}

export interface Figure {
  /** Lower-case words with dashes; what [[…]] names. */
  readonly id: string
  readonly label: string
  readonly value: string
  /** The name of the query, `room.query`. */
  readonly query: string
  readonly source: FigureSource
}

export interface TableBlock {
  readonly kind: 'table'
  readonly caption?: string | undefined
  readonly columns: readonly {
    readonly title: string
    readonly share?: number | undefined
    readonly align?: 'left' | 'center' | 'right' | undefined
  }[]
  readonly rows: readonly (readonly string[])[]
}

export type TextBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | TableBlock

/** Text in which figures stand as [[id]]. */
export interface Excerpt {
  readonly title: string
  readonly addressee: string
  readonly issuer: string
  readonly blocks: readonly TextBlock[]
  readonly figures: readonly Figure[]
}

/** The words of an excerpt that an office may put in its own, as the room gives them; headings and closing stand in the draft just so. */
export interface Wording {
  readonly addressee: string
  /** A sentence before everything; empty: none. */
  readonly opening: string
  readonly closing: string
  readonly headings: readonly string[]
}

/** Why there is none: no such record, or more than one document holds. */
export type NoExcerpt = 'nothing' | 'too-much'
