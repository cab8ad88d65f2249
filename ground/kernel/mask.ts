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
