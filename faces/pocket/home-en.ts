import type { Words } from './home-zh.ts'

export const en: Words = {
  title: 'On the phone',
  post: (person, unit, role) => `${person} · ${unit} · ${role}`,
  noPost: (person) => `${person} · no post at present`,
  lost: 'No network; this is what was seen last. Pages opened before still work.',
  nothing: 'This post does nothing on the phone.',
  nothingNext: 'Open the desk on a computer.',
  desk: 'The desk (easier on a computer)',
  signInHint: 'Sign in with your account and come back to this page. Judges and volunteers need none: scan the code of your seat.',
  noLineFirst: 'The first time needs a network.',
}
