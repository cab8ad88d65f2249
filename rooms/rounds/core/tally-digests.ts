// What a result is bound to: SHA-256 of the canonical JSON (RFC 8785) of method and sheets, and of the whole input with its
// lists sorted, so that the order in which sheets were handed in changes nothing. The scores may be longer than a string can
// be, so they are written piece by piece.

import { byBytes } from '#ground/kernel/byte-order.ts'
import { canonical } from '#ground/kernel/canonical.ts'
import { canonicalDigest, openDigest, utf8 } from '#ground/kernel/digest.ts'
import type { OpenDigest, RunningHash } from '#ground/kernel/digest.ts'
import { itemAt, numberAt } from './places.ts'
import type { Round } from './tally-round.ts'
import type { AdjustmentInput } from './tally-shapes.ts'

/** The digest of the method and its sheets; equal for rounds that may be compared. */
export function methodDigest({ input }: Round): string {
  return canonicalDigest({ method: input.method, sheets: input.sheets })
}

const byFields = (a: AdjustmentInput, b: AdjustmentInput): number =>
  byBytes(a.unit, b.unit) || byBytes(a.points, b.points) || byBytes(a.reason, b.reason)

/** Writes the scores in their order. Whatever repeats in them is encoded once. */
function writeScores(digest: OpenDigest, { plan, scores }: Round): void {
  const heads = plan.criteria.map(({ id, component }) =>
    utf8(`,{"component":${JSON.stringify(plan.components[component]?.id)},"criterion":${JSON.stringify(id)},"judge":`),
  )
  const judges = plan.judges.map(({ id }) => utf8(JSON.stringify(id)))
  const points = scores.written.map(({ text }) => utf8(`,"points":"${text}","unit":`))
  for (const [unit, { id }] of plan.units.entries()) {
    const tail = utf8(`${JSON.stringify(id)}}`)
    const end = numberAt(scores.start, unit + 1)
    for (let place = numberAt(scores.start, unit); place < end; place += 1) {
      const head = itemAt(heads, numberAt(scores.criterion, place))
      // The first has no comma before it.
      digest.addBytes(place === 0 ? head.subarray(1) : head)
      digest.addBytes(itemAt(judges, numberAt(scores.judge, place)))
      digest.addBytes(itemAt(points, numberAt(scores.points, place)))
      digest.addBytes(tail)
    }
  }
}

/** The digest of the whole input: units, judges, recused lists, scores and adjustments sorted by their fields. */
export function inputDigest(round: Round, hash: RunningHash): string {
  const { input, plan } = round
  const digest = openDigest(hash)
  const judges = plan.judges.map(({ id, at }) => ({
    id,
    panel: input.judges[at]?.panel,
    recused: [...(input.judges[at]?.recused ?? [])].sort(byBytes),
  }))
  digest.add(`{"adjustments":${canonical([...input.adjustments].sort(byFields))},"judges":${canonical(judges)}`)
  digest.add(`,"method":${canonical(input.method)},"scores":[`)
  writeScores(digest, round)
  digest.add(`],"sheets":${canonical(input.sheets)},"units":${canonical(plan.units.map(({ id }) => ({ id })))}}`)
  return digest.hex()
}
