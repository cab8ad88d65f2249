// The demo's star campaign as data: how far each community of the street has come with 宜业兴业星. Ids are fixed, so that a
// second load finds everything.

import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'

/** The sample standards for communities. */
export const edition = 'sample/five-star/2022-community'
/** 宜业兴业星 */
export const star = 'YYXY'
/** Rows of its self-check. */
export const rows = ['B1', 'B2', 'YYXY-B2b', 'YYXY-1', 'YYXY-2', 'YYXY-3', 'YYXY-4', 'YYXY-5', 'YYXY-6', 'YYXY-7', 'YYXY-8']

/** How far a community has come, in the order in which it happens. */
export const steps = [
  'target',
  'begun',
  'submitted',
  'returned',
  'refused',
  'office',
  'joint',
  'agreed',
  'publicised',
  'certified',
] as const
export type CampaignStep = (typeof steps)[number]

export interface Contender {
  readonly unit: Code
  readonly step: CampaignStep
  readonly id: Id
  /** Stars aimed for besides. */
  readonly also: readonly string[]
  /** 充分就业社区 of the county. */
  readonly certified: boolean
}

const far: readonly CampaignStep[] = [
  'publicised',
  'agreed',
  'joint',
  'office',
  'submitted',
  'returned',
  'begun',
  'refused',
  'certified',
  'target',
]
const besides: readonly (readonly string[])[] = [['PAFZ', 'XFHX'], ['GJGX'], ['PAFZ'], [], ['GJGX', 'XFHX']]

const prefix = '01990a00-0000-7000-8006'

/** The id of the campaign's n-th record of a kind. */
export function campaignId(kind: 'cycle' | 'demand' | 'publicity' | 'certificate' | 'candidacy', year: number, number = 0): Id {
  const kinds = ['cycle', 'demand', 'publicity', 'certificate', 'candidacy']
  return `${prefix}-${String(year)}${String(kinds.indexOf(kind)).padStart(4, '0')}${String(number).padStart(4, '0')}`
}

/** The year of a record of a demo campaign. */
export const yearOf = (id: Id): number => Number(id.slice(prefix.length + 1, prefix.length + 5))

/** Whether a record is one of a demo campaign, of whatever year. */
export function isOfCampaign(id: Id): boolean {
  return id.startsWith(prefix)
}

/** Publicity is shown for a day in the first batch, and longer afterwards: so there is a star to certify on the next day. */
export const publicityDays = { first: 1, later: 5 } as const

/** The communities that take part, in the order of their codes. */
export function contendersOf(communities: readonly Code[], year: number): Contender[] {
  return communities.flatMap((unit, place) => {
    const step = far[place]
    if (step === undefined) return []
    return [
      {
        unit,
        step,
        id: campaignId('candidacy', year, place + 1),
        also: besides[place % besides.length] ?? [],
        certified: place < 3 || step === 'certified',
      },
    ]
  })
}
