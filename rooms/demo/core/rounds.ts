// The rounds of the demo as data: which, where, when, who sits in them. Ids are fixed, so that a second load finds them.

import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { DemoPack } from './pack.ts'
import type { Season, Seasons } from './seasons.ts'

/** 晨光街道, with 11 communities. */
export const street: Code = '990101001'
/** 柳溪镇, with 36 villages. */
export const town: Code = '990101101'

export interface DemoSeat {
  readonly id: Id
  readonly kind: 'judge' | 'teller' | 'supervisor' | 'commentator' | 'finder' | 'stage'
  readonly panel: string | null
  readonly holder: string
  readonly person: Id | null
  readonly home: Code | null
}

/** Where judges look. */
export type DemoMode = 'field' | 'sandtable'

/** The sample rules made for it. */
export const templates: Readonly<Record<DemoMode, string>> = { field: 'T1', sandtable: 'T3' }

export interface DemoRound {
  readonly mode: DemoMode
  readonly unit: Code
  readonly id: Id
  readonly name: string
  readonly season: Season
  readonly heldOn: Day
  readonly place: string
  readonly subjects: readonly Code[]
  readonly seats: readonly DemoSeat[]
  /** The id of the round's n-th record of a kind. */
  idOf(kind: RecordKind, number: number): Id
}

const recordKinds = ['round', 'seat', 'draw', 'remark', 'finding', 'tally', 'publication', 'bulletin', 'award', 'adjustment'] as const
export type RecordKind = (typeof recordKinds)[number]

const prefix = '01990a00-0000-7000-8000-0004'

/** Ids of a loaded round: its number, the kind, the record's number. */
export function fixedIds(round: number): DemoRound['idOf'] {
  return (kind, number) =>
    `${prefix}${String(round).padStart(2, '0')}${String(recordKinds.indexOf(kind)).padStart(2, '0')}${String(number).padStart(4, '0')}`
}

/** A commitment's id: of the unit, the year and its number. */
export function commitmentId(unit: Code, year: number, number: number): Id {
  return `01990a00-0000-7000-8005-${String(year).slice(-3)}${unit.slice(-6)}${String(number).padStart(3, '0')}`
}

const panels = ['leaders', 'leaders', 'leaders', 'offices', 'offices', 'secretaries', 'secretaries', 'deputies', 'deputies'] as const
const letters = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬'] as const
const around = [
  ['teller', '演示·计票人'],
  ['supervisor', '演示·监票人'],
  ['commentator', '演示·点评领导'],
  ['finder', '演示·过筛子专班'],
  ['stage', '演示·大屏'],
] as const

/** Nine judges of four panels and the seats around them; secretaries come from units of the round and may not score their own. */
export function seatsOf(idOf: DemoRound['idOf'], subjects: readonly Code[], firstJudge: Id | null): DemoSeat[] {
  const judges = panels.map((panel, place): DemoSeat => {
    const home = panel === 'secretaries' ? (subjects[place * 3 - 13] ?? null) : null
    return {
      id: idOf('seat', place + 1),
      kind: 'judge',
      panel,
      holder: `演示·评委${letters[place] ?? ''}`,
      person: place === 0 ? firstJudge : null,
      home,
    }
  })
  const others = around.map(([kind, holder], place): DemoSeat => ({
    id: idOf('seat', judges.length + place + 1),
    kind,
    panel: null,
    holder,
    person: null,
    home: null,
  }))
  return [...judges, ...others]
}

/** Codes of the villages or communities of a township in the pack. */
export function subjectsOf(pack: Pick<DemoPack, 'others' | 'cast'>, unit: Code): Code[] {
  const secretaries = [...pack.cast, ...pack.others].filter((person) => person.role === 'secretary' && person.unit.startsWith(unit))
  return secretaries.map((person) => person.unit).sort()
}

/** The account that sits as the first judge of the rounds that are open. */
export function judgeOf(pack: Pick<DemoPack, 'cast'>): Id | null {
  return pack.cast.find((person) => person.role === 'judge')?.id ?? null
}

export interface DemoRounds {
  readonly earlier: DemoRound
  readonly closed: DemoRound
  readonly ready: DemoRound
  readonly live: DemoRound
  /** At the sand table: open, nobody on yet. */
  readonly table: DemoRound
}

/** So many communities come to the table. */
const atTable = 4

/** All rounds of the demo, as seen on a day. */
export function roundsOf(pack: Pick<DemoPack, 'cast' | 'others'>, { before, last, now, today }: Seasons): DemoRounds {
  const communities = subjectsOf(pack, street)
  const villages = subjectsOf(pack, town)
  const make = (
    number: number,
    unit: Code,
    season: Season,
    heldOn: Day,
    { open, mode = 'field' }: { readonly open: boolean; readonly mode?: DemoMode },
  ): DemoRound => {
    const idOf = fixedIds(number)
    const subjects = unit === town ? villages : mode === 'sandtable' ? communities.slice(0, atTable) : communities
    return {
      mode,
      unit,
      id: idOf('round', 0),
      name: `${season.words}“亮赛比”${mode === 'sandtable' ? '沙盘观摩' : unit === street ? '社区观摩' : '逐村观摩'}`,
      season,
      heldOn,
      place: unit === street ? '街道会议室' : '镇文化站',
      subjects,
      seats: seatsOf(idOf, subjects, open ? judgeOf(pack) : null),
      idOf,
    }
  }
  return {
    earlier: make(1, street, before, before.heldOn, { open: false }),
    closed: make(2, street, last, last.heldOn, { open: false }),
    ready: make(3, street, now, now.heldOn, { open: true }),
    live: make(4, town, now, today, { open: true }),
    table: make(5, street, now, today, { open: true, mode: 'sandtable' }),
  }
}
