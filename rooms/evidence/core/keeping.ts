// How long what has not become evidence is kept.

/** Days after which an upload that was never finished is dropped. */
export const draftDays = 30

/** Days for which the receipt of a finished upload answers repeats, as long as any answer is kept for replays. */
export const receiptDays = 90
