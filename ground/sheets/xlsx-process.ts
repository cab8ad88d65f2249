// Entry of the process that reads one workbook: what it is sent is a workbook's bytes and the limits, what it sends back
// are batches of rows, then either the end or the refusal.

import { Halt } from './limits.ts'
import type { WorkbookMessage, WorkbookTask } from './workbook.ts'
import { workbookBatches } from './xlsx-read.ts'

/** Waits until the message has left: a heap of unsent rows would count against this process. */
const post = (message: WorkbookMessage): Promise<void> =>
  new Promise((sent, failed) => {
    process.send?.(message, (error: Error | null) => (error === null ? sent() : failed(error)))
  })

async function read({ zip, limits, sheets }: WorkbookTask): Promise<void> {
  try {
    for await (const batch of workbookBatches(Buffer.from(zip), limits, sheets)) await post({ kind: 'rows', ...batch })
    await post({ kind: 'end' })
  } catch (error) {
    if (!(error instanceof Halt)) throw error
    await post({ kind: 'refused', problem: error.problem })
  }
}

process.once('message', (task) => void read(task as WorkbookTask))
