// What a unit may be commended for. Nothing here shames or fines anybody, and nothing ranks.

import type { Text } from '#ground/kernel/problem.ts'

/** Kinds of awards. */
export const awardKinds = ['red-banner', 'progress', 'commendation'] as const
export type AwardKind = (typeof awardKinds)[number]

/** What a reader calls them. */
export const awardNames: Readonly<Record<AwardKind, Text>> = {
  'red-banner': { zh: '流动红旗', en: 'Red banner' },
  progress: { zh: '进步奖', en: 'Progress prize' },
  commendation: { zh: '表彰决定', en: 'Commendation' },
}
