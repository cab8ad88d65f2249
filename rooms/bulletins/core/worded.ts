// A draft from data in a unit's own words: addressee, headings, an opening sentence, the closing one. Figures, tables and the
// sentences that carry figures stay as the room that has the data says them.

import type { Excerpt, Wording } from '#ground/kernel/excerpt.ts'
import type { Block } from './content.ts'

/** Replaces the words that the room gives by those that the unit keeps; empty ones stay, an empty opening is none. */
export function worded<T extends Pick<Excerpt, 'addressee'> & { readonly blocks: readonly Block[] }>(
  draft: T,
  given: Wording,
  kept: Wording | undefined,
): T {
  if (kept === undefined) return draft
  const headings = new Map(given.headings.map((text, index) => [text, kept.headings[index] ?? '']))
  const or = (text: string, other: string): string => (other === '' ? text : other)
  const blocks = draft.blocks.map((block): Block => {
    if (block.kind === 'heading') return { ...block, text: or(block.text, headings.get(block.text) ?? '') }
    return block.kind === 'paragraph' && block.text === given.closing ? { ...block, text: or(block.text, kept.closing) } : block
  })
  const opening: Block[] = kept.opening === '' ? [] : [{ kind: 'paragraph', text: kept.opening }]
  return { ...draft, addressee: or(draft.addressee, kept.addressee), blocks: [...opening, ...blocks] }
}
