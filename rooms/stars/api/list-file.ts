// A list as a file, in the reader's language.

import type { RoomRequest } from '#ground/http/handler.ts'
import type { Text } from '#ground/kernel/problem.ts'
import { ok } from '#ground/kernel/result.ts'
import { sheetFile } from '#ground/sheets/sheet-file.ts'
import type { SheetFormat } from '#ground/sheets/sheet-file.ts'

/** What a cell holds. */
export type Cell = string | number
type Asking = Pick<RoomRequest, 'language' | 'today'> & { readonly query: { readonly format: SheetFormat } }

/** A list in one file: more than this is asked for in parts, so that no file takes the server's memory. */
export const mostListed = 20_000

/** The file of a list, written row by row while it is sent. */
export function listFile({ language, today, query }: Asking, title: Text, header: readonly Text[], rows: Iterable<readonly Cell[]>) {
  const name = title[language]
  return ok({
    file: sheetFile(query.format, `${name} ${today}`, { sheet: name, header: header.map((one) => one[language]), rows }),
  })
}

/** A name that is data, in the one language that it has or was asked in. */
export const plainName = (name: string): Text => ({ zh: name, en: name })

/** The townships of units. */
export const townshipsOf = (units: readonly string[]): string[] => units.map((unit) => unit.slice(0, 9))
