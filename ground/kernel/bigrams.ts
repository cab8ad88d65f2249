// Chinese has no spaces and PostgreSQL's trigrams do not see it, so the search index holds pairs of neighbouring characters:
// a text contains a query of two or more characters only if it contains all pairs of the query.

/** One form for searching: full-width as half-width, lower case. */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/**
 * The distinct pairs of neighbouring letters or digits, in order of appearance, never across spaces or punctuation.
 * A letter that stands alone is given as itself.
 */
export function bigrams(text: string): string[] {
  const pairs = new Set<string>()
  for (const [run] of foldText(text).matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const letters = [...run]
    if (letters.length === 1) pairs.add(run)
    for (let index = 1; index < letters.length; index += 1) pairs.add(`${letters[index - 1]}${letters[index]}`)
  }
  return [...pairs]
}
