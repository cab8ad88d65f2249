// What every checker of the house gives back: a place and a sentence that says what to do instead.

export interface Finding {
  /** Which rule speaks, kebab-case. */
  readonly rule: string
  /** Path from the root with forward slashes. */
  readonly path: string
  /** 1-based line, 0 when the whole file is meant. */
  readonly line: number
  readonly message: string
}

/** One line a finding, in the form editors can follow. */
export function printFinding(finding: Finding): string {
  const place = finding.line > 0 ? `${finding.path}:${finding.line}` : finding.path
  return `${place}  ${finding.rule}: ${finding.message}`
}

/** The 1-based line of an offset in a text. */
export function lineAt(text: string, offset: number): number {
  let line = 1
  for (let index = text.indexOf('\n'); index !== -1 && index < offset; index = text.indexOf('\n', index + 1)) line += 1
  return line
}
