import type { Words } from './zh.ts'

export const en: Words = {
  title: 'Stars by place',
  lead: 'The tint is stars for each unit on average; figures are certified and aimed for. Choose a place to go down.',
  coming: 'Fetching the outlines …',
  byCertified: 'By certified',
  byTargets: 'By targets',
  figure: (held, aims) => `★${held}／☆${aims}`,
  tint: (stars) => (stars === 0 ? 'none' : `${stars} on average`),
  cell: (unit, aims, held) => `${unit}: ${aims} aimed for, ${held} certified`,
}
