// Ends a question that a dead line would leave open for ever. Works in web views that have no `AbortSignal.timeout`.

/** A signal that ends whatever it is given to after so many milliseconds. */
export function patience(ms: number): AbortSignal {
  const ending = new AbortController()
  setTimeout(() => ending.abort(), ms)
  return ending.signal
}
