// Whether a round is ready to begin: grey (not looked at yet), red, amber, green, each with what is missing. Nothing here
// forbids: a convener may open a round that is amber, or red, and it is said so.

import { fewestJudges } from './place.ts'

export type Light = 'grey' | 'red' | 'amber' | 'green'
export type ReadyKey =
  | 'units'
  | 'rules'
  | 'judges'
  | 'enough'
  | 'tellers'
  | 'accounts'
  | 'devices'
  | 'offline'
  | 'secure'
  | 'stage'
  | 'draws'
  | 'commitments'

export interface ReadyItem {
  readonly key: ReadyKey
  readonly state: Light
  /** Labels of seats, names of units or panels. */
  readonly missing: readonly string[]
}

export interface Preparation {
  /** `judges`: how many judges may score the unit, those recused from it aside. */
  readonly units: readonly { readonly name: string; readonly commitments: number; readonly judges: number }[]
  readonly panels: readonly { readonly id: string; readonly title: string }[]
  readonly rulesFixed: boolean
  readonly seats: readonly {
    readonly kind: string
    readonly panel: string | null
    readonly label: string
    readonly state: 'planned' | 'invited' | 'open' | 'revoked'
    readonly openings: number
    readonly offlineReady: boolean | null
    /** An account is bound to it; without one, whoever has its link sits there. */
    readonly bound: boolean
  }[]
  readonly draws: readonly { readonly title: string; readonly state: string }[]
  readonly order: boolean
  /** Pages are served over https (or to this machine only): without it no phone works offline. */
  readonly secure: boolean
}

const light = (missing: readonly string[], some: boolean): Light => (missing.length === 0 ? 'green' : some ? 'amber' : 'red')

/** The board. */
export function readiness(given: Preparation): ReadyItem[] {
  const seats = given.seats.filter(({ state }) => state !== 'revoked')
  const judges = seats.filter(({ kind }) => kind === 'judge')
  const labels = (list: typeof seats): string[] => list.map(({ label }) => label)
  const emptyPanels = given.panels.filter(({ id }) => !judges.some(({ panel }) => panel === id)).map(({ title }) => title)
  const counters = (['teller', 'supervisor'] as const).filter((kind) => !seats.some((seat) => seat.kind === kind))
  const counting = seats.filter(({ kind }) => kind === 'teller' || kind === 'supervisor')
  const unbound = labels(counting.filter(({ bound }) => !bound))
  const closed = judges.filter(({ state }) => state !== 'open')
  const twice = judges.filter(({ openings }) => openings > 1)
  const online = judges.filter(({ state, offlineReady }) => state === 'open' && offlineReady !== true)
  const stages = seats.filter(({ kind }) => kind === 'stage')
  const thin = given.units.filter((unit) => unit.judges < fewestJudges).map(({ name }) => name)
  const silent = given.units.filter(({ commitments }) => commitments === 0).map(({ name }) => name)
  const undrawn = given.draws.filter(({ state }) => state === 'sealed' || state === 'half').map(({ title }) => title)
  return [
    { key: 'units', state: given.units.length > 0 ? 'green' : 'red', missing: [] },
    { key: 'rules', state: given.rulesFixed ? 'green' : 'red', missing: [] },
    { key: 'judges', state: judges.length === 0 ? 'red' : light(emptyPanels, true), missing: emptyPanels },
    { key: 'enough', state: judges.length === 0 || given.units.length === 0 ? 'grey' : light(thin, true), missing: thin },
    { key: 'tellers', state: light(counters, counters.length === 1), missing: [...counters] },
    {
      key: 'accounts',
      state: counting.length === 0 ? 'grey' : light(unbound, true),
      missing: unbound,
    },
    {
      key: 'devices',
      state: judges.length === 0 ? 'grey' : light(labels([...closed, ...twice]), closed.length < judges.length),
      missing: labels([...closed, ...twice]),
    },
    { key: 'offline', state: judges.length === closed.length ? 'grey' : light(labels(online), true), missing: labels(online) },
    { key: 'secure', state: given.secure ? 'green' : 'red', missing: [] },
    { key: 'stage', state: stages.length === 0 ? 'grey' : stages.some(({ state }) => state === 'open') ? 'green' : 'amber', missing: [] },
    { key: 'draws', state: given.draws.length === 0 && !given.order ? 'grey' : light(undrawn, true), missing: undrawn },
    { key: 'commitments', state: given.units.length === 0 ? 'grey' : light(silent, true), missing: silent },
  ]
}
