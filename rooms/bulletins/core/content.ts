// What a bulletin says: blocks, and the figures they name. A figure stands in the text as [[id]] and carries the query and the
// cut of data it came from, so that a printed number can be traced; it is filled in when the bulletin is shown.

import { canonicalDigest } from '#ground/kernel/digest.ts'
import type { Figure, TextBlock } from '#ground/kernel/excerpt.ts'

export type { Figure, FigureSource } from '#ground/kernel/excerpt.ts'

export type Block =
  | TextBlock
  | {
      readonly kind: 'picture'
      /** Which picture of this bulletin (bulletin_pictures); its bytes never change. */
      readonly picture: string
      readonly caption?: string | undefined
    }

/** How it is printed: the red head, who gets a copy, who sends it out. */
export interface Letterhead {
  readonly mark: string
  readonly copies: string
  readonly office: string
}

export interface Content {
  readonly title: string
  readonly addressee: string
  readonly issuer: string
  readonly blocks: readonly Block[]
  readonly attachments: readonly string[]
  readonly figures: readonly Figure[]
  /** Absent and null are the same: printed without a red head. */
  readonly letterhead?: Letterhead | null | undefined
}

const place = /\[\[([a-z0-9-]+)\]\]/g

function textsOf(block: Block): readonly string[] {
  if (block.kind === 'picture') return [block.caption ?? '']
  return block.kind === 'table' ? [block.caption ?? '', ...block.rows.flat()] : [block.text]
}

/** Ids of the pictures that the text shows. */
export const picturesOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => (block.kind === 'picture' ? [block.picture] : []))

/** Ids that the text names and no figure has, each once. */
export function missingFigures(content: Pick<Content, 'blocks' | 'figures' | 'title'>): string[] {
  const there = new Set(content.figures.map((figure) => figure.id))
  const named = [content.title, ...content.blocks.flatMap(textsOf)].flatMap((text) =>
    [...text.matchAll(place)].map((match) => match[1] ?? ''),
  )
  return [...new Set(named.filter((id) => !there.has(id)))]
}

/** The blocks with every figure written in. */
export function filled({ blocks, figures }: Pick<Content, 'blocks' | 'figures'>): Block[] {
  const values = new Map(figures.map((figure) => [figure.id, figure.value]))
  const fill = (text: string): string => text.replace(place, (whole, id: string) => values.get(id) ?? whole)
  return blocks.map((block) => {
    if (block.kind === 'heading' || block.kind === 'paragraph') return { ...block, text: fill(block.text) }
    const caption = block.caption === undefined ? {} : { caption: fill(block.caption) }
    return block.kind === 'picture' ? { ...block, ...caption } : { ...block, ...caption, rows: block.rows.map((row) => row.map(fill)) }
  })
}

/** What was signed off: SHA-256 of the canonical content. */
export function contentDigest({ title, addressee, issuer, blocks, attachments, figures, letterhead }: Content): string {
  // Through JSON, so that members left out and members undefined are the same.
  return canonicalDigest(
    JSON.parse(JSON.stringify({ title, addressee, issuer, blocks, attachments, figures, letterhead: letterhead ?? undefined })),
  )
}
