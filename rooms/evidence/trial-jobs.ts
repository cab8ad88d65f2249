// What a background task of this room is given, without a queue: so that a test says itself when it runs, and beside what.

import { innerActor, houseId } from '#ground/instance/actors.ts'
import type { FileStore } from '#ground/files/store.ts'
import type { JobContext } from '#ground/jobs/job.ts'
import { recorder } from '#ground/postgres/acts.ts'
import type { Trial } from '#ground/trial/trial.ts'

/** A task's surroundings, some hours later than the trial's clock; with a store of its own where one is given. */
export function jobContext(trial: Trial, hours = 0, files: FileStore = trial.instance.files): JobContext {
  const { dice, vault, postgres } = trial.instance
  const clock = { now: () => trial.instance.clock.now() + hours * 3_600_000 }
  return {
    clock,
    dice,
    vault,
    files,
    settings: {},
    transaction: (scopes, work) => {
      const actor = innerActor(houseId, trial.house, scopes)
      return postgres.transaction(actor, async ({ db, later }) => ({
        keep: true,
        value: await work({ db, act: recorder({ later }, { actor, room: 'evidence', clock, dice }, []) }),
      }))
    },
  }
}
