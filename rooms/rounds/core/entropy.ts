// From the values of the announced sources to the key of a draw (RFC 3797, section 4): the numbers of a source ascending,
// each followed by a point, every source closed by a slash; what is no number stands as it was published, without blanks.

/** The key of these values, one per source, in the order of the sources. */
export function entropyOf(values: readonly string[]): string {
  return values.map((value) => `${sourceKey(value)}/`).join('')
}

function sourceKey(value: string): string {
  const parts = value
    .normalize('NFKC')
    .split(/[\s,，、;；.]+/u)
    .filter((part) => part !== '')
  if (!parts.every((part) => /^\d+$/.test(part))) return parts.join('').toUpperCase()
  return parts
    .map((part) => BigInt(part))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    .map((number) => `${number}.`)
    .join('')
}

/** Whether two persons entered the same. */
export function sameValues(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && entropyOf(a) === entropyOf(b)
}
