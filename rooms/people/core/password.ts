// What makes a password acceptable: length and not being among the first that are guessed. No rules about kinds of
// characters, no forced yearly change: both make people write passwords down (NIST SP 800-63B, GB/T 22239 is met by
// length, lock-out and single sign-on).

import { foldLogin } from './contact.ts'

/** Characters a password has at least and at most. */
export const passwordLength = { least: 10, most: 128 } as const

export type PasswordRefusal = 'too-short' | 'too-long' | 'too-common' | 'like-name'

/** Stems behind most leaked passwords of ten and more characters, Chinese and international; digits around them add nothing. */
const stems = new Set(
  (
    'password passw0rd p@ssword p@ssw0rd admin administrator root qwerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm iloveyou woaini ' +
    'welcome letmein liangxing wuxing dangjian henan zhengzhou zuzhibu mima abc abcd abcdef a b c qq q w aa test user changeme ' +
    'dragon monkey sunshine princess football baseball superman shuangji laoban zhongguo china beijing woaizhongguo'
  ).split(' '),
)

const rows = [
  '0123456789012345678901234567890',
  '9876543210987654321098765432109',
  'abcdefghijklmnopqrstuvwxyz',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'qwertyuiopasdfghjklzxcvbnm',
]

function isCommon(password: string): boolean {
  const text = password.toLowerCase()
  if (new Set(text).size < 4) return true
  if (rows.some((row) => row.includes(text))) return true
  for (let length = 1; length <= text.length / 2; length += 1) {
    const repeated = text
      .slice(0, length)
      .repeat(Math.ceil(text.length / length))
      .slice(0, text.length)
    if (repeated === text && length <= 5) return true
  }
  const digits = text.replace(/[^0-9]/g, '')
  const bare = text.replace(/[0-9!@#$%^&*._\s-]/g, '')
  // A stem and a number: password12345. A number alone: dates and phone numbers.
  if (stems.has(bare) || stems.has(text.replace(/[0-9!#$%^&*._\s-]+$/g, ''))) return true
  return digits.length === text.length
}

/** Normal form before hashing, so that the same keys on another machine give the same password. */
export function foldPassword(password: string): string {
  return password.normalize('NFKC')
}

/** Why a password is refused for somebody with these names and numbers; null when it will do. */
export function refusesPassword(password: string, known: readonly (string | null)[]): PasswordRefusal | null {
  const letters = [...foldPassword(password)]
  if (letters.length < passwordLength.least) return 'too-short'
  if (letters.length > passwordLength.most) return 'too-long'
  if (isCommon(foldPassword(password))) return 'too-common'
  const text = foldLogin(password)
  for (const one of known) {
    const name = one === null ? '' : foldLogin(one)
    if (name.length >= 3 && text.includes(name) && text.length - name.length < 6) return 'like-name'
  }
  return null
}
