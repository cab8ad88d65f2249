// The order of codes: by bytes, which for digits is the order of comparing texts.

/** For sorting codes. */
export function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
