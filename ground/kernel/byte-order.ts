// The order of texts by their UTF-8 bytes, which is that of their code points and not of UTF-16: JavaScript's own `<` puts
// 𠮷 (two surrogates) before ﹅ (U+FE45), every other program puts it after.

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff

/** Negative, zero or positive, as `Array.prototype.sort` wants it. */
export function byBytes(a: string, b: string): -1 | 0 | 1 {
  if (a === b) return 0
  const shorter = Math.min(a.length, b.length)
  let at = 0
  while (at < shorter && a.charCodeAt(at) === b.charCodeAt(at)) at += 1
  if (at === shorter) return a.length < b.length ? -1 : 1
  const [left, right] = [a.charCodeAt(at), b.charCodeAt(at)]
  // Code points beyond U+FFFF are written with surrogates, and are larger than all that are not.
  if (isSurrogate(left) !== isSurrogate(right)) return isSurrogate(left) ? 1 : -1
  return left < right ? -1 : 1
}
