// Personal data in a bulletin: mobile numbers and identity numbers are masked when it is saved, so that whoever signs sees
// what will be published and nothing else is ever stored. Figures come from rooms and hold none. An office's landline stays;
// so do unit codes, digests and other long numbers that hold no day of birth.

import { maskedText } from '#ground/kernel/mask.ts'
import type { Block, Content, Letterhead } from './content.ts'

function maskedBlock(block: Block): Block {
  if (block.kind === 'heading' || block.kind === 'paragraph') return { ...block, text: maskedText(block.text) }
  const caption = block.caption === undefined ? {} : { caption: maskedText(block.caption) }
  if (block.kind === 'picture') return { ...block, ...caption }
  return { ...block, ...caption, rows: block.rows.map((row) => row.map(maskedText)) }
}

const maskedHead = ({ mark, copies, office }: Letterhead): Letterhead => ({
  mark: maskedText(mark),
  copies: maskedText(copies),
  office: maskedText(office),
})

type Written = Pick<Content, 'title' | 'addressee' | 'issuer' | 'blocks' | 'attachments' | 'letterhead'>

/** Everything that a person writes, masked. */
export const maskedWritten = <T extends Written>(content: T): T => ({
  ...content,
  title: maskedText(content.title),
  addressee: maskedText(content.addressee),
  issuer: maskedText(content.issuer),
  blocks: content.blocks.map(maskedBlock),
  attachments: content.attachments.map(maskedText),
  ...(content.letterhead == null ? {} : { letterhead: maskedHead(content.letterhead) }),
})

/** Whether something is still to be masked, as in drafts from before it was done. */
export const unmasked = (content: Written): boolean => JSON.stringify(maskedWritten(content)) !== JSON.stringify(content)
