// How rounds are written in answers.

import type { Notice } from '../data/notices.ts'
import type { PhotoRow } from '../data/photos.ts'
import type { Part, RoundLine, RoundRow } from '../data/rounds.ts'

/** A unit that takes part. */
export const partShown = (part: Part) => ({ ...part, presentedAt: part.presentedAt?.toISOString() ?? null })

/** Photos that stand on sheets. */
export const photosShown = (photos: readonly PhotoRow[]) =>
  photos.filter(({ state }) => state === 'kept').map(({ id, seat, subject, component }) => ({ id, seat, subject, component }))

/** A line of the list. */
export const rowShown = (round: RoundLine, names: ReadonlyMap<string, string>) => ({
  unit: round.unit,
  unitName: names.get(round.unit) ?? round.unit,
  id: round.id,
  name: round.name,
  quarter: round.quarter,
  theme: round.theme,
  heldOn: round.heldOn,
  mode: round.mode,
  state: round.state,
  version: round.version,
  units: round.units,
})

/** A recorded change. */
export const noticeShown = ({ verb, reason, before, after, at }: Notice) => ({ verb, reason, before, after, at: at.toISOString() })

/** The whole round. */
export const roundShown = (round: RoundRow, parts: readonly Part[], unitName: string, notices: readonly Notice[] = []) => ({
  ...rowShown({ ...round, units: parts.length }, new Map([[round.unit, unitName]])),
  place: round.place,
  ballots: round.ballots,
  spotCheck: round.spotCheck,
  agenda: [...round.agenda],
  rules: mutable(round.rules),
  rulesDigest: round.rulesDigest,
  scene: mutable(round.scene),
  parts: parts.map(partShown),
  notices: notices.map(noticeShown),
})

/** Types of answers are plain; rules are read-only in core. */
export const mutable = <T>(value: T): Mutable<T> => value as Mutable<T>
type Mutable<T> = T extends readonly (infer U)[] ? Mutable<U>[] : T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T
