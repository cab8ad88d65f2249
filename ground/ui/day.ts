// Days as people type them: 2026-9-8, 2026/09/08, 2026.9.8, 20260908 and 2026年9月8日 all mean 2026-09-08.

import type { Day } from '#ground/kernel/clock.ts'

/** The day that was typed as `YYYY-MM-DD`; null when it is none (also 2026-02-30). */
export function readDay(typed: string): Day | null {
  const parts = /^(\d{4})\s*[-/.年]?\s*(\d{1,2})\s*[-/.月]?\s*(\d{1,2})\s*日?$/.exec(typed.normalize('NFKC').trim())
  if (parts === null) return null
  const [, year = '', month = '', date = ''] = parts
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const at = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day ? null : day
}
