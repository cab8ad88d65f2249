import type { Words } from './conflict-zh.ts'

export const en: Words = {
  title: 'Two devices say different things',
  lead: 'While the seat moved, another device changed this sheet too. Both are kept; choose one. Until you have, nothing of this device is sent.',
  criterion: 'Criterion',
  here: 'This device',
  other: 'The other',
  none: '—',
  note: 'Note',
  total: 'Total',
  useHere: 'Use this device’s',
  useOther: 'Use the other’s',
}
