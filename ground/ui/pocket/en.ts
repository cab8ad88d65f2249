// The same in English.

import type { Words } from './zh.ts'

export const en: Words = {
  signInFirst: 'Sign in first',
  signIn: 'Sign in and go on',
  noLine: 'The server cannot be reached',
  loading: 'Opening…',
  again: 'Try again',
}
