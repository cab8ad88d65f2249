// What waits in the stars for the acting post: to fill in or mend, to review, to publicise and certify, objections to answer.

import type { Actor, QueueEntry, QueueOf } from '#ground/http/handler.ts'
import type { Text } from '#ground/kernel/problem.ts'
import { samplingCounts, waitingCounts } from './data/boards.ts'
import { openHonourAppeals } from './data/honour-appeals.ts'
import { starsReported } from './data/honour-reports.ts'
import { openObjectionsAt } from './data/publicities.ts'

const path = '/desk/stars/queue'

const titles: Readonly<Record<string, Text>> = {
  checking: { zh: '星级自查待完成', en: 'Stars: self-checks to finish' },
  returned: { zh: '星级申报退回待修改', en: 'Stars: returned, to mend' },
  first: { zh: '星级申报待初审', en: 'Stars: to review first' },
  office: { zh: '星级申报待专班审核', en: 'Stars: to review by the office' },
  joint: { zh: '星级申报待联审', en: 'Stars: to review jointly' },
  agreed: { zh: '联审通过待公示', en: 'Stars: agreed, to publicise' },
  publicised: { zh: '公示中的星（期满后认定）', en: 'Stars: publicised, to certify after the term' },
  appealed: { zh: '星级申诉待决定', en: 'Stars: appeals to decide' },
}

const pages: Readonly<Record<string, string>> = { joint: '/desk/stars/joint', agreed: '/desk/stars/publicity' }

/** States that wait for a post, and the one permission that answers in each. */
const answers = [
  { permission: 'stars.declare', states: ['checking', 'returned'] },
  { permission: 'stars.reviewFirst', states: ['first'] },
  { permission: 'stars.reviewOffice', states: ['office'] },
  { permission: 'stars.reviewJoint', states: ['joint'] },
  { permission: 'stars.decide', states: ['agreed', 'publicised', 'appealed'] },
] as const

const statesOf = ({ grants }: Actor): string[] =>
  answers.filter((one) => grants.includes(one.permission)).flatMap((one): string[] => [...one.states])

/** Entries of the desk's queue for the actor. */
export const queueOf: QueueOf = async (db, actor) => {
  const states = statesOf(actor)
  const entries: QueueEntry[] = []
  const office = actor.grants.includes('stars.reviewOffice') ? actor.stars : []
  const at = { office, decides: actor.unit !== null && actor.unit.length < 6 ? ('prefecture' as const) : ('county' as const) }
  if (states.length > 0)
    for (const { state, count } of await waitingCounts(db, actor.scopes, states, at)) {
      const title = titles[state]
      if (title !== undefined && count > 0) entries.push({ title, count, path: pages[state] ?? `${path}?state=${state}` })
    }
  const { toSeal, toConfirm } = await samplingCounts(db, actor.grants.includes('stars.sample') ? actor.scopes : [])
  if (toSeal > 0)
    entries.push({ title: { zh: '联审通过待抽查', en: 'Stars: agreed, to draw a sample from' }, count: toSeal, path: '/desk/stars/sample' })
  if (toConfirm > 0)
    entries.push({ title: { zh: '抽中待确认', en: 'Stars: drawn, to confirm' }, count: toConfirm, path: '/desk/stars/queue?state=agreed' })
  const objections = actor.grants.includes('stars.decide') && actor.unit !== null ? await openObjectionsAt(db, actor.unit) : 0
  if (objections > 0)
    entries.push({ title: { zh: '公示异议待答复', en: 'Stars: objections to answer' }, count: objections, path: '/desk/stars/publicity' })
  const appeals = actor.grants.includes('stars.decide') && actor.unit !== null ? await openHonourAppeals(db, actor.unit) : 0
  if (appeals > 0)
    entries.push({
      title: { zh: '已认定的星：申诉待答复', en: 'Stars held: appeals to answer' },
      count: appeals,
      path: '/desk/stars/honours',
    })
  const reported = actor.grants.includes('stars.decide') && actor.unit !== null ? await starsReported(db, actor.unit) : 0
  if (reported > 0)
    entries.push({
      title: { zh: '已认定的星：报告整改待核', en: 'Stars held: said to be mended, to look at' },
      count: reported,
      path: '/desk/stars/honours',
    })
  return entries
}
