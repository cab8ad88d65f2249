// Where to go after signing in. Only paths of this house: anything a browser could read as another address is refused,
// because a link that signs people in and then sends them elsewhere is how passwords are fished.

/** A safe path from what the address said, `fallback` otherwise. */
export function safeNext(next: string | undefined, fallback = '/desk'): string {
  if (next === undefined || next.length > 1000) return fallback
  // One slash, then no second slash or backslash; no control characters, which browsers silently drop; no backslash at all.
  if (!/^\/(?![/\\])/.test(next) || /[\p{Cc}\\]/u.test(next)) return fallback
  return /^\/(sign-in|sign-out)\b/.test(next) ? fallback : next
}
