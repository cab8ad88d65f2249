// What a command is given: its context. The instance is loaded and opened when a command first asks for it, so that one
// without a database neither starts any nor waits for the code to, and closed at the end.

import type { Command } from '#ground/cli/command.ts'
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
  const open = async (): Promise<Instance> => {
    const { openInstance } = await import('#ground/instance/instance.ts')
    return openInstance({ settings: env, log: say, connections: 2 })
  }
  const instance = (): Promise<Instance> => (opened ??= open())
  const transaction: Transaction = async (work) => {
    const { atDesk } = await import('#ground/instance/desk.ts')
    return atDesk(await instance(), room, work)
  }
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
      const still = await opened?.catch(() => undefined)
      await still?.close()
    },
  }
}
