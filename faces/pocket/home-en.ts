import type { Words } from './home-zh.ts'

export const en: Words = {
  title: 'On the phone',
  post: (person, unit, role) => `${person} · ${unit} · ${role}`,
  noPost: (person) => `${person} · no post at present`,
  loading: 'Opening…',
  lost: 'No network; this is what was seen last. Pages opened before still work.',
  nothing: 'This post does nothing on the phone.',
  nothingNext: 'Open the desk on a computer.',
  desk: 'The desk (easier on a computer)',
  signInFirst: 'Sign in first',
  signInHint: 'Sign in with your account and come back to this page. Judges and volunteers need none: scan the code of your seat.',
  signIn: 'Sign in and go on',
  noLine: 'The server cannot be reached',
  noLineFirst: 'The first time needs a network.',
  again: 'Try again',
}
