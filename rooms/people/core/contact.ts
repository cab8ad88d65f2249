// Login names and mobile numbers in one form each, so that what a person types finds what was stored.

/** Lower case, full-width letters as half-width, no spaces around. */
export function foldLogin(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}

/** Login names: a letter, then letters, digits, dot, dash or underscore, 3 to 40 in all; never mistaken for a phone number. */
export function isLogin(text: string): boolean {
  return /^[a-z][a-z0-9._-]{2,39}$/.test(text)
}

/** Eleven digits of a mainland mobile number, or null when the text is none. */
export function foldPhone(text: string): string | null {
  const digits = text
    .normalize('NFKC')
    .replace(/[\s()-]/g, '')
    .replace(/^(\+86|0086)/, '')
  return /^1\d{10}$/.test(digits) ? digits : null
}

/** A name as it may be stored: trimmed, one space at most, 1 to 40 characters, no control characters; null otherwise. */
export function foldName(text: string): string | null {
  if (/\p{C}/u.test(text)) return null
  const name = text.normalize('NFC').trim().replace(/\s+/g, ' ')
  return name.length > 0 && [...name].length <= 40 ? name : null
}
