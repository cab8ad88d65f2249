// Lists as files, behind the same button on every page: each list under its name, as XLSX and as CSV.

import type { Text } from '#ground/kernel/problem.ts'
import type { ExportChoice } from '#ground/ui/desk/export-menu.tsx'
import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { words } from './words.ts'

export type FileFormat = 'xlsx' | 'csv'

/** Choices of the export button for one list: its name, and what fetches its file. */
export function useFiles(): (list: Text, run: (format: FileFormat) => Promise<unknown>) => ExportChoice[] {
  const text = useWords(words)
  const say = useText()
  return (list, run) => (['xlsx', 'csv'] as const).map((format) => ({ label: text[format](say(list)), run: () => run(format) }))
}
