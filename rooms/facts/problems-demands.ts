// Refusals of the register of form demands.

import { defineProblems } from '#ground/kernel/problem.ts'

interface HeldByUnits {
  readonly heldAs: string
  readonly units: number
  /** The first of them. */
  readonly names: readonly string[]
  readonly since: string
  readonly until: string | null
}

export const demandProblems = defineProblems('facts', {
  datumHeld: {
    code: 5260,
    status: 409,
    title: { zh: '要的数据已经有了', en: 'The datum is held already' },
    detail: ({ count }: { count: number }) => ({
      zh: `有 ${count} 项数据已有来源，逐项列在后面。没有登记，也不得再向基层要；请到“事实数据”里直接使用。`,
      en: `${count} of the data have a source already; each is listed. Nothing was registered, and nobody is to be asked again: use them from the facts.`,
    }),
  },
  heldBySource: {
    code: 5261,
    status: 409,
    title: { zh: '由部门提供', en: 'Stated by an office' },
    detail: ({ heldAs, holder, since }: { heldAs: string; holder: string; since: string }) => ({
      zh: `“${heldAs}”由${holder}提供，自 ${since} 起。`,
      en: `“${heldAs}” is stated by ${holder} since ${since}.`,
    }),
  },
  heldByDemand: {
    code: 5262,
    status: 409,
    title: { zh: '另一份表已经要过', en: 'Asked by another form' },
    detail: ({ heldAs, holder, since }: { heldAs: string; holder: string; since: string }) => ({
      zh: `“${heldAs}”已由${holder}收集，自 ${since} 登记。`,
      en: `“${heldAs}” is asked for by ${holder}, registered ${since}.`,
    }),
  },
  heldByUnits: {
    code: 5269,
    status: 409,
    title: { zh: '单位已经报过', en: 'Stated by the units' },
    detail: ({ heldAs, units, names, since, until }: HeldByUnits) => ({
      zh: `“${heldAs}”已有 ${units} 个村（社区）报过（${names.join('、')}${units > names.length ? '等' : ''}），最早 ${since} 登记${until === null ? '，有变化才重报' : `，所报时间到 ${until}`}。可以改为只要没有报过的填。`,
      en: `“${heldAs}” was stated by ${units} of the units asked (${names.join(', ')}${units > names.length ? ' and others' : ''}), first on ${since}${until === null ? '; it is stated anew when it changes' : `, for days up to ${until}`}. It may be asked of those alone who have not stated it.`,
    }),
  },
  sparedWithout: {
    code: 5270,
    status: 422,
    title: { zh: '不填的单位没有报过', en: 'Spared without holding it' },
    detail: ({ names }: { names: readonly string[] }) => ({
      zh: `${names.join('、')}没有报过这张表要的数据，或不在填报范围内，不能列为不填的单位。没有登记。请重新选一次。`,
      en: `${names.join(', ')} has stated none of the data that this form asks for, or is not asked: it cannot be spared. Nothing was registered; choose anew.`,
    }),
  },
  nobodyLeft: {
    code: 5271,
    status: 409,
    title: { zh: '没有单位需要填', en: 'Nobody is left to fill it in' },
    detail: {
      zh: '范围内的村（社区）都报过了。没有登记；请到“事实数据”里直接使用。',
      en: 'Every village and community of the range has stated it. Nothing was registered; use the facts.',
    },
  },
  noSuchDemand: {
    code: 5263,
    status: 404,
    title: { zh: '没有这个填报事项', en: 'No such form demand' },
    detail: {
      zh: '登记簿里没有它，或不在当前岗位能看的范围内。请回到列表刷新后再看。',
      en: 'It is not in the register, or the acting post does not reach it. Go back to the list and refresh it.',
    },
  },
  demandOver: {
    code: 5264,
    status: 409,
    title: { zh: '这个填报事项已经停止', en: 'It stands no more' },
    detail: { zh: '它已撤回或到期。没有改动。', en: 'It was withdrawn or has expired. Nothing was changed.' },
  },
  sunsetWrong: {
    code: 5265,
    status: 422,
    title: { zh: '停止日期不对', en: 'The sunset is not possible' },
    detail: ({ months }: { months: number }) => ({
      zh: `停止日期不能早于开始日期或今天，至多在开始之后 ${months} 个月；到期仍需要的，重新登记。没有登记。`,
      en: `The sunset lies after the first day and today, at most ${months} months on; what is needed longer is registered anew. Nothing was registered.`,
    }),
  },
  demandRegistered: {
    code: 5266,
    status: 409,
    title: { zh: '这张表已经登记', en: 'That form is registered' },
    detail: ({ form }: { form: string }) => ({
      zh: `“${form}”已在登记簿中。没有重复登记。`,
      en: `“${form}” stands in the register. Nothing was added.`,
    }),
  },
  demandOutside: {
    code: 5267,
    status: 422,
    title: { zh: '填报范围不在登记单位之下', en: 'Not below the unit that registers' },
    detail: { zh: '只能要求本单位范围内的村（社区）填报。没有登记。', en: 'A unit asks those below itself only. Nothing was registered.' },
  },
  askedTwice: {
    code: 5268,
    status: 422,
    title: { zh: '同一数据写了两遍', en: 'A datum stands twice' },
    detail: ({ items }: { items: readonly string[] }) => ({
      zh: `${items.map((item) => `“${item}”`).join('、')}在这张表里不止一次。没有登记。`,
      en: `${items.map((item) => `“${item}”`).join(', ')} stands more than once in this form. Nothing was registered.`,
    }),
  },
})
