// Cuts SQL text into statements. Comments go; quotes and dollar bodies are kept whole, so that a semicolon in a
// function does not end it.

export interface Statement {
  readonly text: string
  readonly line: number
}

const piece = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|(\$[a-z_]*\$)[\s\S]*?\1|;/gi

/** The statements of a file with the line each starts on. */
export function statementsOf(sql: string): Statement[] {
  const statements: Statement[] = []
  let text = ''
  let from = 0
  let start = -1
  const add = (part: string, at: number): void => {
    if (start === -1 && part.trim() !== '') start = at + part.length - part.trimStart().length
    text += part
  }
  const close = (): void => {
    if (text.trim() !== '') statements.push({ text: text.trim(), line: sql.slice(0, start).split('\n').length })
    text = ''
    start = -1
  }
  for (const match of sql.matchAll(piece)) {
    add(sql.slice(from, match.index), from)
    from = match.index + match[0].length
    if (match[0] === ';') close()
    else if (match[0].startsWith('--') || match[0].startsWith('/*')) add(' ', match.index)
    else add(match[0], match.index)
  }
  add(sql.slice(from), from)
  close()
  return statements
}

/** Splits at commas outside brackets and quotes: the members of a table or the arguments of a call. */
export function membersOf(list: string): string[] {
  const members: string[] = []
  let depth = 0
  let text = ''
  for (const part of list.match(/'(?:[^']|'')*'|"(?:[^"]|"")*"|[(),]|[^(),'"]+/g) ?? []) {
    if (part === '(') depth += 1
    if (part === ')') depth -= 1
    if (part === ',' && depth === 0) {
      members.push(text.trim())
      text = ''
    } else text += part
  }
  if (text.trim() !== '') members.push(text.trim())
  return members
}

/** The text inside the first bracket of a statement and what stands before it. */
export function bracketOf(text: string): { before: string; inside: string; after: string } {
  const open = text.indexOf('(')
  if (open === -1) return { before: text, inside: '', after: '' }
  let depth = 0
  for (const match of text.slice(open).matchAll(/'(?:[^']|'')*'|[()]/g)) {
    if (match[0] === '(') depth += 1
    if (match[0] === ')') depth -= 1
    if (depth === 0)
      return { before: text.slice(0, open), inside: text.slice(open + 1, open + match.index), after: text.slice(open + match.index + 1) }
  }
  return { before: text.slice(0, open), inside: text.slice(open + 1), after: '' }
}

/** A quoted SQL text as its value. */
export function unquote(text: string): string {
  return text
    .trim()
    .replace(/^'([\s\S]*)'$/, '$1')
    .replaceAll(`''`, `'`)
}
