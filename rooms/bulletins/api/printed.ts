// A bulletin as an office document: head, text with its figures and pictures, where the figures come from, imprint.

import type { Block as OfficeBlock, OfficeDocument } from '#ground/documents/document.ts'
import type { RoomRequest } from '#ground/http/handler.ts'
import { filled } from '../core/content.ts'
import type { Block } from '../core/content.ts'
import { goneText } from '../core/gone.ts'
import { noteLines } from '../core/tracing.ts'
import { picturesIn } from '../data/pictures.ts'
import type { PictureRow } from '../data/pictures.ts'
import type { BulletinRow } from '../data/queries.ts'
import { numberOf } from './show.ts'

type Printing = Pick<RoomRequest, 'db' | 'files' | 'today' | 'settings'>

/** The bytes of a stored view; null once it was taken down. */
export async function bytesOf({ files }: Pick<RoomRequest, 'files'>, { file }: Pick<PictureRow, 'file'>): Promise<Uint8Array | null> {
  const size = file === null ? null : await files.size(file)
  return file === null || size === null ? null : files.part(file, 0, size)
}

const captioned = (caption: string | undefined): { caption?: string } => (caption === undefined || caption === '' ? {} : { caption })

async function officeBlock(printing: Printing, block: Block, pictures: ReadonlyMap<string, PictureRow>): Promise<OfficeBlock[]> {
  if (block.kind === 'picture') {
    const picture = pictures.get(block.picture)
    const bytes = picture === undefined ? null : await bytesOf(printing, picture)
    // What is not shown is told where it stood.
    if (picture === undefined || bytes === null) return [{ kind: 'paragraph', text: goneText(picture?.gone ?? null).zh }]
    const { width, height } = picture
    return [{ kind: 'picture', type: 'jpg', bytes, width, height, ...captioned(block.caption) }]
  }
  if (block.kind !== 'table') return [block]
  const columns = block.columns.map(({ title, share, align }) => ({
    title,
    ...(share === undefined ? {} : { share }),
    ...(align === undefined ? {} : { align }),
  }))
  return [{ kind: 'table', columns, rows: block.rows, ...captioned(block.caption) }]
}

/** Where the figures can be traced besides in print. */
function tracedAt({ settings }: Printing, row: BulletinRow): string[] {
  const origin = settings['PUBLIC_ORIGIN'] ?? ''
  return origin === '' || row.state !== 'published' || row.audience !== 'public'
    ? []
    : [`网上核对：${origin}/bulletins/${row.unit}/${row.id}`]
}

/** The bulletin as a document; its day is that of its publication, and today while there is none. */
export async function documentOf(printing: Printing, row: BulletinRow): Promise<OfficeDocument> {
  const number = numberOf(row)
  const day = row.publishedOn ?? printing.today
  const { letterhead } = row
  const pictures = new Map((await picturesIn(printing.db, row)).map((picture) => [picture.id, picture]))
  const blocks: OfficeBlock[] = []
  for (const block of filled(row)) blocks.push(...(await officeBlock(printing, block, pictures)))
  const lines = row.figures.length === 0 ? [] : [...noteLines(row.figures), ...tracedAt(printing, row)]
  return {
    title: row.title,
    blocks,
    attachments: row.attachments,
    signature: { issuer: row.issuer, day },
    ...(number === null ? {} : { number }),
    ...(row.addressee === '' ? {} : { addressee: row.addressee }),
    ...(lines.length === 0 ? {} : { notes: { title: '数字来源', lines } }),
    ...(letterhead == null
      ? {}
      : {
          letterhead: { mark: letterhead.mark },
          imprint: { office: letterhead.office, day, ...(letterhead.copies === '' ? {} : { copies: letterhead.copies }) },
        }),
  }
}
