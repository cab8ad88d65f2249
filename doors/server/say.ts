// What the server says on the terminal, in both languages, short.

import type { ShownAccount } from '#ground/instance/first-start.ts'
import { obstacleOf } from './obstacle.ts'

export interface Address {
  /** For this machine. */
  readonly local: string
  readonly port: number
  readonly wanted: number
}

const line = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

let leaving = false

export const say = {
  step: (zh: string, en: string): void => line(`· ${zh} (${en})`),
  detail: (text: string): void => {
    if (!leaving) line(`· ${text}`)
  },
  trouble: (text: string): void => {
    process.stderr.write(`! ${text}\n`)
  },
  /** A connection in the background broke: no news while everything is being closed. */
  background: (error: Error): void => {
    if (!leaving) say.trouble(error.message)
  },
  stopping: (): void => {
    say.step('正在停止', 'stopping')
    leaving = true
  },
  ready: (given: { readonly address: Address; readonly accounts: readonly ShownAccount[]; readonly seconds: number }): void => {
    const { address, accounts, seconds } = given
    if (address.port !== address.wanted)
      say.step(`端口 ${address.wanted} 已被占用，改用 ${address.port}`, `port ${address.wanted} is taken, using ${address.port}`)
    line('')
    line(`亮星 Liangxing  ${address.local}  （${seconds.toFixed(1)} s）`)
    for (const account of accounts) line(`  ${account.login.padEnd(10)} ${account.password}  ${account.title}`)
    line('按 Ctrl-C 停止 (Ctrl-C stops it)')
  },
}

/** Prints one clear sentence for a known obstacle and ends the process; anything else is a bug and is thrown. */
export function cannotStart(error: unknown): never {
  const text = obstacleOf(error)
  if (text === null) throw error
  process.stderr.write(`${text.zh}\n${text.en}\n`)
  process.exit(1)
}
