// The draft of a correction: it names the bulletin it corrects, and either begins with what that one said, or is drafted anew from
// today's data with every old figure beside the new one.

import type { Excerpt, Figure, TableBlock, TextBlock } from '#ground/kernel/excerpt.ts'
import type { Block, Content } from './content.ts'
import { filled } from './content.ts'

/** What a figure of the corrected bulletin is called in the correction. */
const oldId = (id: string): string => `old-${id}`

/** Figures that the bulletin says of its own; those of one that it corrected itself are left behind. */
export const ownFigures = ({ figures }: Pick<Content, 'figures'>): Figure[] => figures.filter(({ id }) => !id.startsWith('old-'))

const opening = (published: Content, number: string): Block => ({
  kind: 'paragraph',
  text: `${number}《${published.title.replace(/\s+/g, '')}》有误，更正如下。原通报保留，以本通报为准。`,
})

const titled = (number: string): string => `关于更正${number}通报的通报`

/** A new content that corrects a published one; figures are those of the old one. */
export function correctionOf(published: Content, number: string): Content {
  return {
    ...published,
    title: titled(number),
    // Pictures belong to the bulletin they were confirmed for.
    blocks: [opening(published, number), ...published.blocks.filter((block) => block.kind !== 'picture')],
  }
}

const tablesOf = (blocks: readonly Block[]): TableBlock[] => blocks.flatMap((block) => (block.kind === 'table' ? [block] : []))

interface Cell {
  readonly unit: string
  readonly column: string
  readonly before: string
  readonly now: string
}

/** Cells that differ between tables of the same caption, found by the unit that their row speaks of; a row that came or went is shown, too. */
export function changedCells(before: readonly Block[], now: readonly Block[]): Cell[] {
  const cells: Cell[] = []
  for (const table of tablesOf(now)) {
    const old = tablesOf(before).find((one) => one.caption === table.caption)
    const key = table.columns.findIndex(({ title }) => title === '单位')
    if (old === undefined || key < 0) continue
    const rowsOf = ({ columns, rows }: TableBlock): Map<string, Map<string, string>> =>
      new Map(
        rows.map((row) => [
          row[columns.findIndex(({ title }) => title === '单位')] ?? '',
          new Map(columns.map(({ title }, at) => [title, row[at] ?? ''])),
        ]),
      )
    const [oldRows, newRows] = [rowsOf(old), rowsOf(table)]
    for (const unit of new Set([...oldRows.keys(), ...newRows.keys()]))
      for (const { title } of table.columns) {
        const [was, is] = [oldRows.get(unit)?.get(title) ?? '—', newRows.get(unit)?.get(title) ?? '—']
        if (was !== is && title !== '单位') cells.push({ unit, column: title, before: was, now: is })
      }
  }
  return cells
}

const mostCells = 500
const [figuresCaption, cellsCaption] = ['数字更正对照', '表中更正对照']
const opens = /^.+《.+》有误，更正如下。原通报保留，以本通报为准。$/

/** What a published bulletin says of its own, without what stands there because it corrected another one, and without pictures. */
const ownBlocks = ({ blocks }: Pick<Content, 'blocks'>): TextBlock[] =>
  blocks.filter(
    (block): block is TextBlock =>
      block.kind !== 'picture' &&
      !(block.kind === 'paragraph' && opens.test(block.text)) &&
      !(block.kind === 'table' && (block.caption === figuresCaption || block.caption === cellsCaption)),
  )

const place = /\[\[([a-z0-9-]+)\]\]/g
const named = (text: string): string[] => [...text.matchAll(place)].map((match) => match[1] ?? '')
const textOf = (block: TextBlock): string => (block.kind === 'table' ? block.rows.flat().join(' ') : block.text)
const columnsOf = ({ columns }: TableBlock): string => columns.map(({ title }) => title).join(' ')

/**
 * The published words with today's figures in them and today's tables in the place of the old ones. What only today's data says (a
 * figure or a table that was not there before) is put in where the data has it; words that were changed or taken out by hand stay so,
 * and so do sentences without figures, whatever they name.
 */
export function withWordsKept(published: Content, fresh: Pick<Excerpt, 'blocks' | 'figures'>): TextBlock[] {
  const figures = new Set(fresh.figures.map(({ id }) => id))
  const old = new Map(published.figures.map((figure) => [figure.id, figure]))
  // A figure that the data has no more keeps what was said of it, under the name that it has beside the new ones.
  const renamed = (text: string): string =>
    text.replace(place, (whole, id: string) =>
      figures.has(id) ? whole : id.startsWith('old-') ? (old.get(id)?.value ?? whole) : `[[${oldId(id)}]]`,
    )
  const tables = tablesOf(fresh.blocks)
  const isSame = (one: TableBlock, other: TableBlock): boolean => one.caption === other.caption || columnsOf(one) === columnsOf(other)
  const taken = new Set<TableBlock>()
  const kept = ownBlocks(published).map((block): TextBlock => {
    if (block.kind !== 'table') return { ...block, text: renamed(block.text) }
    const now =
      tables.find((one) => one.caption === block.caption && !taken.has(one)) ?? tables.find((one) => isSame(one, block) && !taken.has(one))
    if (now !== undefined) taken.add(now)
    return now ?? { ...block, rows: block.rows.map((row) => row.map(renamed)) }
  })
  return fresh.blocks.reduce<TextBlock[]>((blocks, block, at) => {
    const isNew = block.kind === 'table' ? !taken.has(block) : block.kind === 'paragraph' && named(textOf(block)).some((id) => !old.has(id))
    return isNew ? putIn(blocks, fresh.blocks, at) : blocks
  }, kept)
}

type Heading = Extract<TextBlock, { readonly kind: 'heading' }>

const isEqual = (one: TextBlock, other: TextBlock): boolean =>
  other === one || (one.kind !== 'table' && other.kind === one.kind && other.text === one.text)
/** Where a block stands among others; the last of several, -1 for none. */
const placeIn = (blocks: readonly TextBlock[], block: TextBlock): number => blocks.findLastIndex((one) => isEqual(one, block))

/** The headings under which a place stands, the outermost first, each with its own place. */
function headingsOver(blocks: readonly TextBlock[], at: number): { readonly heading: Heading; readonly at: number }[] {
  const over: { heading: Heading; at: number }[] = []
  for (const [index, block] of blocks.slice(0, at).entries()) {
    if (block.kind !== 'heading') continue
    while ((over.at(-1)?.heading.level ?? 0) >= block.level) over.pop()
    over.push({ heading: block, at: index })
  }
  return over
}

/** Puts a block of today's data where the data has it: under its own heading, which comes along where the words have none such. */
function putIn(blocks: readonly TextBlock[], fresh: readonly TextBlock[], at: number): TextBlock[] {
  const block = fresh[at]
  if (block === undefined) return [...blocks]
  const over = headingsOver(fresh, at)
  const missing = over.filter(({ heading }) => placeIn(blocks, heading) < 0)
  const [first] = missing
  if (first === undefined) {
    // After what precedes it there: its heading at least, or the beginning of all.
    const before = fresh.slice(over.at(-1)?.at ?? 0, at).map((one) => placeIn(blocks, one))
    return blocks.toSpliced((before.findLast((found) => found >= 0) ?? -1) + 1, 0, block)
  }
  // A section of its own: where the one before it ends, or else before the one after it.
  const headings = (from: number, to: number) =>
    fresh.slice(from, to).flatMap((one) => (one.kind === 'heading' ? [placeIn(blocks, one)] : []))
  const before = headings(0, first.at).findLast((found) => found >= 0)
  const ends =
    before === undefined
      ? (headings(at, fresh.length).find((found) => found >= 0) ?? -1)
      : blocks.findIndex((one, index) => index > before && one.kind === 'heading' && one.level <= first.heading.level)
  return blocks.toSpliced(ends < 0 ? blocks.length : ends, 0, ...missing.map(({ heading }) => heading), block)
}

/**
 * A correction whose figures and tables are those of today, with what the published one said beside them. Its words are those of
 * the published one (`kept`), because somebody may have written them by hand, or those that the data gives today (`fresh`).
 */
export function correctionAnew(published: Content, number: string, fresh: Excerpt, words: 'kept' | 'fresh' = 'fresh'): Content {
  const before = ownFigures(published)
  const now = new Map(fresh.figures.map((figure) => [figure.id, figure]))
  const old = before.map((figure): Figure => ({ ...figure, id: oldId(figure.id), label: `${figure.label}（${number}）` }))
  const gone = before.filter(({ id }) => !now.has(id))
  const added = fresh.figures.filter(({ id }) => !before.some((one) => one.id === id))
  const cells = changedCells(filled(published), filled(fresh)).slice(0, mostCells)
  const compared: TableBlock = {
    kind: 'table',
    caption: figuresCaption,
    columns: [
      { title: '数字', share: 2 },
      { title: number, share: 1.5, align: 'right' },
      { title: '更正后', share: 1.5, align: 'right' },
    ],
    rows: [
      ...fresh.figures.filter((one) => !added.includes(one)).map(({ id, label }) => [label, `[[${oldId(id)}]]`, `[[${id}]]`]),
      ...gone.map(({ id, label }) => [label, `[[${oldId(id)}]]`, '—']),
      ...added.map(({ id, label }) => [label, '—', `[[${id}]]`]),
    ],
  }
  const rows: TableBlock = {
    kind: 'table',
    caption: cellsCaption,
    columns: [
      { title: '单位', share: 2 },
      { title: '项目', share: 1.5 },
      { title: number, align: 'right' },
      { title: '更正后', align: 'right' },
    ],
    rows: cells.map(({ unit, column, before: was, now: is }) => [unit, column, was, is]),
  }
  return {
    ...fresh,
    title: titled(number),
    addressee: published.addressee,
    issuer: published.issuer,
    attachments: published.attachments,
    letterhead: published.letterhead,
    blocks: [
      opening(published, number),
      compared,
      ...(cells.length === 0 ? [] : [rows]),
      ...(words === 'fresh' ? fresh.blocks : withWordsKept(published, fresh)),
    ],
    figures: [...fresh.figures, ...old],
  }
}
