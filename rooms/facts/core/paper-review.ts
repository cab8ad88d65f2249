// A review on paper: its result was given outside the house and is typed in by the office that gave it. One a year stands for
// a unit and criterion; reviews of a cycle are recorded where the cycle runs and never here.

import type { Day } from '#ground/kernel/clock.ts'

/** Under which number a review on paper stands: `paper:2026`. */
export const paperSource = (on: Day): string => `paper:${on.slice(0, 4)}`

/** Whether a review stands under such a number. */
export const isPaper = (source: string): boolean => /^paper:\d{4}$/.test(source)
