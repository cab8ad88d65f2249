// Which sheet stands in a cell of the tellers' table.

import type { Count, CountedSheet } from './seat-client.ts'

export interface Cell {
  readonly judge: string
  readonly subject: string
  readonly component: string
}

/** The sheet of a cell; undefined when none has arrived. */
export const sheetAt = (count: Count, { judge, subject, component }: Cell): CountedSheet | undefined =>
  count.sheets.find((sheet) => sheet.seat === judge && sheet.subject === subject && sheet.component === component)
