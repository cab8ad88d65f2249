// Runs a part of the bench in a process of its own, so that load, plain SQL and server do not share one event loop.
// A part is a module of bench/parts whose exported functions are asked for by name; what they keep stays in their process.

import { fork } from 'node:child_process'
import { join } from 'node:path'

interface Answer {
  readonly id: number
  readonly value?: unknown
  readonly error?: string
}

export interface Aside<Part> {
  ask<Name extends keyof Part & string>(
    name: Name,
    ...given: Part[Name] extends (...args: infer Args) => unknown ? Args : never
  ): Promise<Awaited<Part[Name] extends (...args: never[]) => infer Value ? Value : never>>
  readonly pid: number
  close(): Promise<void>
}

/** Starts a process with a part of bench/parts. */
export function openAside<Part>(part: string, nodeArgs: readonly string[] = []): Aside<Part> {
  const child = fork(join(import.meta.dirname, 'aside-process.ts'), [part], {
    execArgv: [...nodeArgs],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  })
  const waiting = new Map<number, (answer: Answer) => void>()
  let asked = 0
  // A case that failed leaves its processes behind; one that nobody asks anything does not keep the bench from ending.
  const hold = (wanted: boolean): void => {
    for (const end of [child, child.channel]) {
      if (wanted) end?.ref()
      else end?.unref()
    }
  }
  hold(false)
  child.on('message', (answer: Answer) => {
    waiting.get(answer.id)?.(answer)
    waiting.delete(answer.id)
    if (waiting.size === 0) hold(false)
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.once('exit', () => {
    for (const [id, settle] of waiting) settle({ id, error: `the process of ${part} ended` })
  })
  return {
    pid: child.pid ?? 0,
    ask: (name, ...given) =>
      new Promise((resolve, reject) => {
        const id = (asked += 1)
        hold(true)
        waiting.set(id, (answer) =>
          answer.error === undefined ? resolve(answer.value as never) : reject(new Error(`${part}: ${answer.error}`)),
        )
        child.send({ id, name, given })
      }),
    close: async () => {
      hold(true)
      child.disconnect()
      await ended
    },
  }
}
