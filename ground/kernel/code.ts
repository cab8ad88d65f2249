// A place's code is its path: 41 › 4108 › 410882 › 410882001 › 410882001003, plus 3 digits for a grid, 2 for a micro-grid.
// "Below X" is a prefix test, the same in SQL and here.

export type Code = string

/** Code lengths by level, from 1 (province) to 7 (micro-grid). */
export const codeLengths = [2, 4, 6, 9, 12, 15, 17] as const

/** 1 province, 2 prefecture, 3 county, 4 township, 5 village, 6 grid, 7 micro-grid; 0 when the text is no code. */
export function levelOf(code: Code): number {
  return /^\d+$/.test(code) ? codeLengths.findIndex((length) => length === code.length) + 1 : 0
}

/** The code one level up; null for a province or a text that is no code. */
export function parentOf(code: Code): Code | null {
  const level = levelOf(code)
  const length = codeLengths[level - 2]
  return level > 1 && length !== undefined ? code.slice(0, length) : null
}

/** All codes above, nearest last: 41, 4108, 410882 for 410882001. */
export function ancestorsOf(code: Code): Code[] {
  return codeLengths.filter((length) => length < code.length).map((length) => code.slice(0, length))
}

/** The county part that every growing table carries as `district`. */
export function districtOf(code: Code): Code {
  return code.slice(0, 6)
}

/** Whether one of the prefixes covers the code. */
export function covers(prefixes: readonly Code[], code: Code): boolean {
  return prefixes.some((prefix) => code.startsWith(prefix))
}
