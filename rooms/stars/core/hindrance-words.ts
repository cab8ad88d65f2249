// What stands in the way of certifying, in words; the desk shows them as a list, a refusal as one sentence.

import type { Text } from '#ground/kernel/problem.ts'
import type { Hindrance } from './certifying.ts'

/** A hindrance as a clause, without a full stop. */
export function hindranceText(hindrance: Hindrance): Text {
  switch (hindrance.kind) {
    case 'not-publicised':
      return { zh: '还没有公示', en: 'it was not publicised' }
    case 'publicity-runs':
      return { zh: `公示到 ${hindrance.until}，还没有期满`, en: `it is publicised until ${hindrance.until}` }
    case 'objections':
      return { zh: `有 ${hindrance.count} 条异议没有答复`, en: `${hindrance.count} objections are not answered` }
    case 'bottom-lines':
      return {
        zh: `底线 ${hindrance.ids.join('、')} 不满足或情况不明`,
        en: `bottom lines ${hindrance.ids.join(', ')} are not met or not known to be met`,
      }
    case 'rule':
      return hindrance.held === null
        ? { zh: '按现有数据还不能判断是否达到标准', en: 'what is known does not tell whether the standard is reached' }
        : { zh: '没有达到这颗星的标准', en: 'the standard of this star is not reached' }
    case 'sample-open':
      return { zh: '抽查还没有确认', en: 'the sample is not confirmed' }
    default:
      return { zh: '硬性名额已经用完', en: 'the hard quota is used up' }
  }
}
