import type { Words } from './check-zh.ts'

export const en: Words = {
  lead: 'Tap row by row; each tap is kept on this phone. What is known already need not be typed, and photos are optional.',
  returnedUntil: (until) => `Returned: ${until}`,
  returnedWhy: (reason) => `To mend: ${reason}`,
  refusedFor: 'Not passed, for these rows and reasons:',
  rows: 'Rows',
  exhibitCount: (count) => `evidence ${count}`,
  mark: { differs: '▲ Differs on two devices', refused: '■ Not taken', waiting: '▲ To be sent' },
}
