import type { Words } from './review-zh.ts'

export const en: Words = {
  lead: 'Look row by row and note at once what is to be mended. Notes are on this phone only; a return sends them all.',
  rows: 'Rows',
  unanswered: 'No answer',
  changed: 'Differs from the submission before',
  pictures: 'Evidence',
  marks: { noted: '▲ To mend', seen: '● In order', none: '○ Not looked at' },
}
