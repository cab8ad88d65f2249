// Where the Never list looks: everything that becomes a name or a sentence somebody meets. Schema, contracts, problems,
// name-plates, dictionaries, public pages, packs. Comments of programmers are left out: they may say what we do not do.

import { parse } from '../../source/syntax.ts'
import type { SourceFile } from '../../source/tree.ts'
import { statementsOf } from '../statements.ts'

const code =
  /^(rooms|faces|ground)\/(?!.*\.(test|gen)\.)(?!ground\/trial\/).*((contract|problems|room|zh|en)\.ts|\/faces\/.*\.tsx?|\/cli\/.*\.ts)$|^faces\/(?!.*\.test\.).*\.tsx?$/

function withoutComments(file: SourceFile): string {
  let text = file.text
  for (const { start, end } of parse(file).comments)
    text = text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end)
  return text
}

function sqlText(file: SourceFile): string {
  const lines: string[] = []
  for (const { text, line } of statementsOf(file.text))
    for (const [index, part] of text.split('\n').entries()) lines[line - 1 + index] = `${lines[line - 1 + index] ?? ''} ${part}`
  return Array.from(lines, (line) => line ?? '').join('\n')
}

/** The text of a file that the Never list reads; null for a file it does not read. */
export function judgedText(file: SourceFile): string | null {
  if (/^(rooms|ground)\/.*\.sql$/.test(file.path)) return sqlText(file)
  if (code.test(file.path)) return withoutComments(file)
  if (/^packs\/.*\.json$/.test(file.path)) return file.text
  // Rows of a code list are official names; its header is ours.
  if (/^packs\/.*\.csv$/.test(file.path)) return file.text.split('\n')[0] ?? ''
  return null
}
