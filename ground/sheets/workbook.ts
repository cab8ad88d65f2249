// Workbooks are read in a thread of their own with a heap and a time of its own: unpacking and parsing XML takes seconds in which
// a server must go on answering, and no check of the bytes foresees every way to make a parser eat memory. If the thread dies of it,
// the file is refused and nothing else happens. At most two are read at once, so that their memory adds up to a known sum.

import { Worker } from 'node:worker_threads'
import type { Problem } from '#ground/kernel/problem.ts'
import type { Row } from './cells.ts'
import { Halt, type ReadLimits } from './limits.ts'
import { problems } from './problems.ts'

export interface WorkbookTask {
  readonly zip: Uint8Array
  readonly limits: ReadLimits
}

export type WorkbookMessage =
  | { readonly kind: 'rows'; readonly header: string[]; readonly rows: Row[] }
  | { readonly kind: 'end' }
  | { readonly kind: 'refused'; readonly problem: Problem }

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

function run(task: WorkbookTask): Promise<{ header: string[]; rows: Row[] }> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./xlsx-worker.ts', import.meta.url), {
      workerData: task,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
      stdout: false,
      stderr: false,
    })
    const rows: Row[] = []
    let header: string[] = []
    const clock = setTimeout(() => finish(() => reject(new Halt(problems.tooComplex()))), maxMilliseconds)
    const finish = (settle: () => void): void => {
      clearTimeout(clock)
      settle()
      void worker.terminate()
    }
    worker.on('message', (message: WorkbookMessage) => {
      if (message.kind === 'end') finish(() => resolve({ header, rows }))
      else if (message.kind === 'refused') finish(() => reject(new Halt(message.problem)))
      else {
        header = message.header
        for (const row of message.rows) rows.push(row)
      }
    })
    worker.on('error', (error: Error & { code?: string }) => {
      finish(() => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Halt(problems.tooComplex()) : error))
    })
    worker.on('exit', () => finish(() => reject(new Error('the workbook thread ended without an answer'))))
  })
}

/** The first sheet of a workbook; halts when it is refused. */
export async function readWorkbook(zip: Uint8Array, limits: ReadLimits): Promise<{ header: string[]; rows: Row[] }> {
  await turn()
  try {
    return await run({ zip, limits })
  } finally {
    done()
  }
}
