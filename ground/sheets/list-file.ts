// A list as the answer of an export: named and headed in the reader's language, written row by row while it is sent.

import type { Language, Text } from '#ground/kernel/problem.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import type { LongList } from '#ground/postgres/long-list.ts'
import type { Cell } from './csv-write.ts'
import { problems } from './problems.ts'
import { sheetFile } from './sheet-file.ts'
import type { SheetFile, SheetFormat } from './sheet-file.ts'

/** Who asks: a request has all of it. */
export interface ListAsked {
  readonly language: Language
  readonly today: string
  readonly query: { readonly format: SheetFormat }
}

/** Records of one sheet of a workbook: Excel's 1,048,576 rows without the header. */
export const mostInSheet = 1_048_575

/** Looked up and written at a time. */
const batchSize = 1000

/** The file of a list; its name says the day. */
export function listFile(
  { language, today, query }: ListAsked,
  title: Text,
  header: readonly Text[],
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>,
): SheetFile {
  const name = title[language]
  return sheetFile(query.format, `${name} ${today}`, { sheet: name, header: header.map((one) => one[language]), rows })
}

/** Records in batches, so that what stands with them is looked up once a batch. */
export async function* batchesOf<R>(
  records: AsyncIterable<R> | Iterable<R>,
  size: number = batchSize,
): AsyncGenerator<R[], void, undefined> {
  let batch: R[] = []
  for await (const record of records) {
    batch.push(record)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** The rows of a list, batch by batch. */
export async function* rowsInBatches<R>(
  records: AsyncIterable<R> | Iterable<R>,
  cells: (batch: readonly R[]) => Promise<readonly (readonly Cell[])[]>,
): AsyncGenerator<readonly Cell[], void, undefined> {
  for await (const batch of batchesOf(records)) yield* await cells(batch)
}

/** Refuses a workbook for a list that no sheet holds; what cannot be counted beforehand goes into it as it comes. */
export async function fitsSheet(format: SheetFormat, list: Pick<LongList<unknown>, 'longerThan'>): Promise<Result<undefined>> {
  return format === 'xlsx' && (await list.longerThan(mostInSheet)) ? refuse(problems.bookTooLong({ most: mostInSheet })) : ok()
}

/** The file of a list of any length; what stands with its records is looked up for a batch at a time. */
export async function longListFile<R>(
  asked: ListAsked,
  title: Text,
  header: readonly Text[],
  list: LongList<R>,
  cells: (batch: readonly R[]) => Promise<readonly (readonly Cell[])[]>,
): Promise<Result<{ readonly file: SheetFile }>> {
  const fits = await fitsSheet(asked.query.format, list)
  return fits.ok ? ok({ file: listFile(asked, title, header, rowsInBatches(list.rows(), cells)) }) : fits
}
