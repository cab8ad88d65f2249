// A list as the answer of an export: named and headed in the reader's language, written row by row while it is sent.

import type { Language, Text } from '#ground/kernel/problem.ts'
import type { Cell } from './csv-write.ts'
import { sheetFile } from './sheet-file.ts'
import type { SheetFile, SheetFormat } from './sheet-file.ts'

/** Who asks: a request has all of it. */
export interface ListAsked {
  readonly language: Language
  readonly today: string
  readonly query: { readonly format: SheetFormat }
}

/** The file of a list; its name says the day. */
export function listFile(
  { language, today, query }: ListAsked,
  title: Text,
  header: readonly Text[],
  rows: Iterable<readonly Cell[]>,
): SheetFile {
  const name = title[language]
  return sheetFile(query.format, `${name} ${today}`, { sheet: name, header: header.map((one) => one[language]), rows })
}
