// What lists show of personal data: enough to recognise, too little to use. The full value takes a logged reveal.

/** 138****1234; of shorter numbers only the last two digits stay, of a text without digits nothing. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '')
  if (digits.length >= 11) return `${digits.slice(-11, -8)}****${digits.slice(-4)}`
  return digits.length > 4 ? `****${digits.slice(-2)}` : '****'
}

const doubleSurnames = new Set([
  '欧阳',
  '上官',
  '司马',
  '诸葛',
  '司徒',
  '夏侯',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '长孙',
  '宇文',
  '东方',
  '南宫',
])

/** The surname and two stars, whatever the length: 张**, 欧阳**. */
export function maskName(name: string): string {
  const letters = [...name.trim()]
  if (letters.length === 0) return ''
  const two = letters.slice(0, 2).join('')
  return `${letters.length > 2 && doubleSurnames.has(two) ? two : letters[0]}**`
}

const gap = '[-\u2010-\u2014 ]?'
const mobile = new RegExp(String.raw`(?<!\d)(?:(?:\+|00)?86${gap})?1[3-9]\d(?:${gap}\d{4}){2}(?!\d)`, 'g')
const identity = new RegExp(String.raw`(?<!\d)\d{6}${gap}\d{4}${gap}\d{4}${gap}\d{3}[\dXx](?!\d)`, 'g')

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checks = '10X98765432'

/** Whether 18 characters are an identity number by their check character (GB 11643). */
export function isIdentity(text: string): boolean {
  const sum = weights.reduce((all, weight, place) => all + weight * Number(text[place]), 0)
  return checks[sum % 11] === text[17]?.toUpperCase()
}

/** Whether the 7th to 14th of 18 characters are a day on which somebody may have been born: a slip in one digit spoils the check, not the person. */
function namesBirth(text: string): boolean {
  const day = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`
  const at = Date.parse(day)
  return /^(19|20)/.test(day) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(day)
}

interface Seen {
  /** As it is looked through: full-width forms as plain ones, invisible characters left out. */
  readonly text: string
  /** Where each of its characters begins and ends in what was written. */
  readonly from: readonly number[]
  readonly to: readonly number[]
}

function seenOf(written: string): Seen {
  const [from, to]: [number[], number[]] = [[], []]
  let [text, at] = ['', 0]
  for (const letter of written) {
    // ① and ² are no digits of a number.
    const plain = /\p{Cf}/u.test(letter) ? '' : /\p{No}/u.test(letter) ? letter : letter.normalize('NFKC')
    for (let place = 0; place < plain.length; place += 1) {
      from.push(at)
      to.push(at + letter.length)
    }
    text += plain
    at += letter.length
  }
  return { text, from, to }
}

/** Whether eleven digits are a piece of a digest: of a word of sixteen hex digits or more, three kinds of letters among them. */
function inDigest(text: string, start: number, end: number): boolean {
  const before = /[0-9a-f]*$/.exec(text.slice(Math.max(0, start - 64), start))?.[0] ?? ''
  const after = /^[0-9a-f]*/.exec(text.slice(end, end + 64))?.[0] ?? ''
  const letters = new Set((before + after).replace(/\d/g, ''))
  return before.length + (end - start) + after.length >= 16 && letters.size >= 3
}

type Mask = (found: string, digest: () => boolean) => string | null

function replaced(written: string, pattern: RegExp, mask: Mask): string {
  const { text, from, to } = seenOf(written)
  let [out, kept] = ['', 0]
  for (const { 0: found, index } of text.matchAll(pattern)) {
    const masked = mask(found, () => inDigest(text, index, index + found.length))
    if (masked === null) continue
    out += written.slice(kept, from[index]) + masked
    kept = to[index + found.length - 1] ?? kept
  }
  return out + written.slice(kept)
}

function maskIdentity(found: string): string | null {
  const digits = found.replace(/[^\dXx]/g, '')
  return isIdentity(digits) || namesBirth(digits) ? `${digits.slice(0, 6)}********${digits.slice(14)}` : null
}

const maskMobile: Mask = (found, isDigest) => (isDigest() ? null : maskPhone(found))

/**
 * The text with mobile and identity numbers masked: 138****1234, 410882********001X. They are found in full-width digits, beside
 * letters and with a wrong check digit too; everything else stays as it was written.
 */
export const maskedText = (text: string): string => replaced(replaced(text, identity, maskIdentity), mobile, maskMobile)
