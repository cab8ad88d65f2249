// A community with something on its table: a star aimed for, a promise, two spots with pictures, a problem to mend.

import { randomUUID } from 'node:crypto'
import type { Trial } from '#ground/trial/trial.ts'
import { putSpot, viewsMade } from '#rooms/evidence/trial-spots.ts'
import { playCommitment } from '#rooms/rounds/trial.ts'
import { home, playing } from '#rooms/stars/trial-cycle.ts'

/** Lays the table of 朝霞社区 for the third quarter of 2026; the second spot bears a name of the asker's. */
export async function layTable(
  trial: Trial,
  { stars, second }: { readonly stars: readonly string[]; readonly second: string },
): Promise<void> {
  const play = playing(trial)
  await play.seat()
  const cycle = await play.open()
  const plan = { strengths: '', met: '', gaps: '', goal: '', measures: '' }
  await play.done('secretary', 'stars.setTarget', {
    params: { unit: home },
    body: { cycle: cycle.id, quarter: '2026Q3', stars, plan },
  })
  await playCommitment(trial)
  await putSpot(trial, '小广场', { before: '2026-05-01', during: '2026-06-20', after: '2026-09-05' }, 1000)
  await putSpot(trial, second, { before: '2026-08-01', after: '2026-09-01' }, 1100)
  await play.done('officer', 'ledger.assign', {
    body: { id: randomUUID(), unit: '990101001', subject: home, problem: '公示栏没有更新。', sourceKind: 'remark', days: 10 },
  })
  await viewsMade(trial, 5)
}
