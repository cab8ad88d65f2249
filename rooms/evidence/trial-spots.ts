// For tests of several rooms: pictures of a spot in its phases, put in by the secretary, with their views made.

import { expect, vi } from 'vitest'
import { scenePicture } from '#ground/trial/pictures.ts'
import type { Trial } from '#ground/trial/trial.ts'
import { putEvidence } from './trial-pictures.ts'

type Days = Readonly<Partial<Record<'before' | 'during' | 'after', string>>>

/** A spot of the secretary's community: one picture a phase that has a day. `seed` tells its pictures from others. */
export async function putSpot(trial: Trial, spot: string, days: Days, seed: number): Promise<void> {
  for (const [nth, phase] of (['before', 'during', 'after'] as const).entries()) {
    const effectiveOn = days[phase]
    if (effectiveOn === undefined) continue
    await putEvidence(trial, 'secretary', await scenePicture(seed + nth), { spot, phase, shows: `${spot}${phase}`, effectiveOn })
  }
}

/** Waits until so many pictures can be shown; a worker must be running. */
export async function viewsMade(trial: Trial, count: number): Promise<void> {
  const made = async () => (await trial.owner.query("select 1 from evidence_items where preview = 'made'")).rows
  await vi.waitFor(async () => expect(await made()).toHaveLength(count), { timeout: 60_000, interval: 200 })
}
