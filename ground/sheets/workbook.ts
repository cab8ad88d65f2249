// Workbooks are read in a process of their own with a heap and a time of its own: unpacking and parsing XML takes seconds in which
// a server must go on answering, and no check of the bytes foresees every way to make a parser eat memory. If the process dies of it,
// the file is refused and nothing else happens (a thread that runs out of memory can abort the whole program).
// At most two are read at once, so that their memory adds up to a known sum.

import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Problem } from '#ground/kernel/problem.ts'
import type { Row } from './cells.ts'
import { Halt, type ReadLimits } from './limits.ts'
import { problems } from './problems.ts'

export interface WorkbookTask {
  readonly zip: Uint8Array
  readonly limits: ReadLimits
  /** The first sheet alone, as lists come, or every sheet of a book. */
  readonly sheets: 'first' | 'all'
}

export type WorkbookMessage =
  | { readonly kind: 'rows'; readonly sheet: string; readonly header: string[]; readonly rows: Row[] }
  | { readonly kind: 'end' }
  | { readonly kind: 'refused'; readonly problem: Problem }

export interface ReadSheet {
  /** Its name; empty when only the first was asked for. */
  readonly sheet: string
  readonly header: readonly string[]
  readonly rows: Row[]
}

const heapMegabytes = 256
const maxMilliseconds = 60_000
const atOnce = 2

let running = 0
const queue: (() => void)[] = []

async function turn(): Promise<void> {
  if (running < atOnce) running += 1
  else await new Promise<void>((go) => queue.push(go))
}

function done(): void {
  const next = queue.shift()
  if (next === undefined) running -= 1
  else next()
}

function run(task: WorkbookTask): Promise<ReadSheet[]> {
  return new Promise((resolve, reject) => {
    const reader = fork(fileURLToPath(new URL('./xlsx-process.ts', import.meta.url)), {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${heapMegabytes}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const sheets: ReadSheet[] = []
    const clock = setTimeout(() => finish(() => reject(new Halt(problems.tooComplex()))), maxMilliseconds)
    const finish = (settle: () => void): void => {
      clearTimeout(clock)
      settle()
      reader.kill('SIGKILL')
    }
    reader.on('message', (message: WorkbookMessage) => {
      if (message.kind === 'end') finish(() => resolve(sheets))
      else if (message.kind === 'refused') finish(() => reject(new Halt(message.problem)))
      else {
        const { sheet, header, rows } = message
        const last = sheets.at(-1)
        if (last === undefined || last.sheet !== sheet) sheets.push({ sheet, header, rows })
        else for (const row of rows) last.rows.push(row)
      }
    })
    reader.on('error', (error) => finish(() => reject(error)))
    // A process that ran out of memory is ended by V8 itself, sometimes by a signal: no answer means that it was too much.
    reader.on('exit', () => finish(() => reject(new Halt(problems.tooComplex()))))
    reader.send(task, (error) => {
      if (error !== null) finish(() => reject(error))
    })
  })
}

async function inTurn(task: WorkbookTask): Promise<ReadSheet[]> {
  await turn()
  try {
    return await run(task)
  } finally {
    done()
  }
}

/** The first sheet of a workbook; halts when it is refused. */
export async function readWorkbook(zip: Uint8Array, limits: ReadLimits): Promise<Pick<ReadSheet, 'header' | 'rows'>> {
  const [first] = await inTurn({ zip, limits, sheets: 'first' })
  return first ?? { header: [], rows: [] }
}

/** Every sheet that is not empty, in their order; halts when the book is refused. */
export function readAllSheets(zip: Uint8Array, limits: ReadLimits): Promise<ReadSheet[]> {
  return inTurn({ zip, limits, sheets: 'all' })
}
