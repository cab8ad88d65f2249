// Lists as files, behind the same button on every page: each list under its name, as XLSX and as CSV.

import type { Text } from '#ground/kernel/problem.ts'
import { useText } from '../language.ts'
import { useWords } from '../words.ts'
import type { ExportChoice } from './export-menu.tsx'
import { words } from './words.ts'

/** Choices of the export button for one list: its name, and what fetches its file. */
export function useListFiles(): (list: Text, run: (format: 'xlsx' | 'csv') => Promise<unknown>) => ExportChoice[] {
  const text = useWords(words)
  const say = useText()
  return (list, run) => (['xlsx', 'csv'] as const).map((format) => ({ label: text.fileOf(say(list), format), run: () => run(format) }))
}
