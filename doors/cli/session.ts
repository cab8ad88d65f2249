// What a command is given: its context. The instance is opened when a command first asks for it, so that one without a
// database never starts any, and closed at the end.

import type { Command } from '#ground/cli/command.ts'
import { atDesk } from '#ground/instance/desk.ts'
import { openInstance } from '#ground/instance/instance.ts'
import type { Instance, Settings } from '#ground/instance/instance.ts'
import { realClock, realDice } from '#ground/instance/real.ts'
import type { Language } from '#ground/kernel/problem.ts'
import type { DoorContext } from './door-command.ts'
import type { Progress } from './progress.ts'

export interface OpenSession {
  readonly context: DoorContext
  close(): Promise<void>
}

type Transaction = Parameters<Command['run']>[0]['transaction']

/** Opens nothing yet. */
export function openSession(given: {
  readonly room: string
  readonly language: Language
  readonly env: Settings
  readonly progress: Progress
  readonly interrupted: AbortSignal
  readonly write: (line: string) => void
}): OpenSession {
  const { room, language, env, progress, interrupted, write } = given
  let opened: Promise<Instance> | undefined
  const say = (line: string): void => {
    progress.end()
    write(`${line}\n`)
  }
  const instance = (): Promise<Instance> => (opened ??= openInstance({ settings: env, log: say, connections: 2 }))
  const transaction: Transaction = async (work) => atDesk(await instance(), room, work)
  return {
    context: {
      language,
      env,
      clock: realClock,
      dice: realDice,
      interrupted,
      instance,
      transaction,
      progress: (label, done, total) => progress.show(label, done, total),
      say: (text) => say(text[language]),
    },
    close: async () => {
      progress.end()
      const open = await opened?.catch(() => undefined)
      await open?.close()
    },
  }
}
