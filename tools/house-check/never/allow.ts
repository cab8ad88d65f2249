// The allow-list of the identifiers-and-strings check: `path | word | reason`, one a line. A line that allows nothing
// any more is a finding, so that the list does not outlive its reasons.

export interface Allowed {
  readonly path: string
  readonly word: string
  readonly reason: string
  readonly line: number
}

/** Reads the list; lines that are empty or start with # say nothing. */
export function readAllowed(text: string): Allowed[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return []
    const [path = '', word = '', reason = ''] = line.split('|').map((part) => part.trim())
    return [{ path, word, reason, line: index + 1 }]
  })
}
