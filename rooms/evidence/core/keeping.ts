// How long what has not become evidence is kept.

/** Days after which an upload that was never finished is dropped. */
export const draftDays = 30

/** Days for which the receipt of a finished upload answers repeats, as long as any answer is kept for replays. */
export const receiptDays = 90

/** Fewest days that evidence is kept for: less than a year would end before the year's campaign does. */
export const fewestKeepDays = 366

/** Days for which evidence that nothing cites is kept (`EVIDENCE_KEEP_DAYS`); null, without end, where the operator has set none. */
export function keepDaysOf(settings: Readonly<Record<string, string | undefined>> = {}): number | null {
  const given = settings['EVIDENCE_KEEP_DAYS'] ?? ''
  if (!/^\d{1,6}$/.test(given)) return null
  return Math.max(fewestKeepDays, Number(given))
}
