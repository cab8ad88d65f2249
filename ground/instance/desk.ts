// The operator at the machine as one transaction: command line, first start and test template use it.

import type { Desk } from '#ground/cli/command.ts'
import { recorder } from '#ground/postgres/acts.ts'
import type { Announcement } from '#ground/live/announcement.ts'
import type { Result } from '#ground/kernel/result.ts'
import { everywhere, innerActor, machineId } from './actors.ts'
import type { Instance } from './instance.ts'

/** Runs work with every permission everywhere; a refusal rolls back. Acts are recorded under the room's name. */
export async function atDesk<T>(instance: Instance, room: string, work: (desk: Desk) => Promise<Result<T>>): Promise<Result<T>> {
  const actor = innerActor(machineId, instance.house, everywhere)
  const { clock, dice, vault } = instance
  const announcements: Announcement[] = []
  const result = await instance.postgres.transaction(actor, async ({ db, later, connection }) => {
    const value = await work({
      db,
      connection,
      actor,
      clock,
      dice,
      vault,
      act: recorder({ later }, { actor, room, clock, dice }, announcements),
    })
    return { keep: value.ok, value }
  })
  if (result.ok) for (const announcement of announcements) instance.hub.announce(announcement)
  return result
}
