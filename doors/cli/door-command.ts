// The door's own commands work on the instance as a whole (its database, its key), which no room may.

import type { Command, CommandContext } from '#ground/cli/command.ts'
import type { Instance } from '#ground/instance/instance.ts'
import type { Result } from '#ground/kernel/result.ts'

export interface DoorContext extends CommandContext {
  /** Opens the instance; the door closes it at the end. */
  instance(): Promise<Instance>
  /** Fires when the operator interrupts; listeners run at once and must not wait. */
  readonly interrupted: AbortSignal
}

export interface DoorCommand extends Omit<Command, 'run'> {
  run(context: DoorContext, args: readonly string[], options: Readonly<Record<string, string | true>>): Promise<Result<unknown>>
}
