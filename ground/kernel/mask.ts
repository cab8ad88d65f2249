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

const mobile = /(?<![0-9A-Za-z])(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?![0-9A-Za-z])/g
const identity = /(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])/g

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checks = '10X98765432'

/** Whether 18 characters are an identity number by their check character (GB 11643). */
export function isIdentity(text: string): boolean {
  const sum = weights.reduce((all, weight, place) => all + weight * Number(text[place]), 0)
  return checks[sum % 11] === text[17]?.toUpperCase()
}

/** The text with mobile and identity numbers masked: 138****1234, 410882********001X. */
export function maskedText(text: string): string {
  return text
    .replace(identity, (found) => (isIdentity(found) ? `${found.slice(0, 6)}********${found.slice(14)}` : found))
    .replace(mobile, (found) => maskPhone(found))
}
