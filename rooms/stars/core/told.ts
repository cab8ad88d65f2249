// What a unit is told when something was decided about a star of its own. Titles are mailed to whoever asks for mail, so they
// name the star, what was done and until when, and nothing else; why stands where the notice leads.

import type { Day } from '#ground/kernel/clock.ts'
import type { Text } from '#ground/kernel/problem.ts'
import type { Verb } from './candidacy.ts'
import type { HonourVerb } from './honour.ts'

/** Verbs of a level that its queue alone would not tell the unit in time, or at all. */
const ofCandidacy: Partial<Readonly<Record<Verb, Text>>> = {
  return: { zh: '退回修改', en: 'returned' },
  refuse: { zh: '审核不通过', en: 'did not pass' },
  uphold: { zh: '申诉得到支持，重新审核', en: 'the appeal was upheld, it is reviewed again' },
  dismiss: { zh: '申诉未得到支持', en: 'the appeal was dismissed' },
}
const ofHonour: Partial<Readonly<Record<HonourVerb, Text>>> = {
  warn: { zh: '提醒', en: 'a warning' },
  order: { zh: '限期整改', en: 'ordered to mend' },
  suspend: { zh: '暂停星级', en: 'suspended' },
  revoke: { zh: '撤销星级', en: 'revoked' },
  restore: { zh: '恢复星级', en: 'restored' },
  end: { zh: '届满', en: 'ended' },
}

/** A title, once it is known how the star is called. */
export type Titled = (star: Text) => Text

const titled =
  (what: Text, due: Day | null): Titled =>
  (star) => ({
    zh: `${star.zh}：${what.zh}${due === null ? '' : `，改到 ${due}`}`,
    en: `${star.en}: ${what.en}${due === null ? '' : `, to mend until ${due}`}`,
  })

const perhaps = (what: Text | undefined, due: Day | null): Titled | null => (what === undefined ? null : titled(what, due))

/** The title of a notice about a candidacy; null where nothing is told. */
export const candidacyTold = (verb: Verb, due: Day | null): Titled | null => perhaps(ofCandidacy[verb], due)

/** The title of a notice about a star that is held; null where nothing is told. */
export const honourTold = (verb: HonourVerb, due: Day | null): Titled | null => perhaps(ofHonour[verb], due)

/** The title of a notice about an appeal that was upheld after another step had changed how the star stands. */
export const appealUpheld: Titled = titled(
  { zh: '申诉得到支持，现状以后来的处理为准', en: 'the appeal was upheld; what was decided since stands' },
  null,
)

/** The title of a notice about an appeal that was dismissed. */
export const appealDismissed: Titled = titled({ zh: '申诉未得到支持', en: 'the appeal was dismissed' }, null)
