// Entry of the thread that reads one workbook: what it is given is a workbook's bytes and the limits, what it posts are
// batches of rows, then either the end or the refusal.

import { parentPort, workerData } from 'node:worker_threads'
import { Halt } from './limits.ts'
import type { WorkbookMessage, WorkbookTask } from './workbook.ts'
import { workbookBatches } from './xlsx-read.ts'

const { zip, limits } = workerData as WorkbookTask
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
const post = (message: WorkbookMessage): void => parentPort?.postMessage(message)

try {
  for await (const batch of workbookBatches(Buffer.from(zip), limits)) post({ kind: 'rows', ...batch })
  post({ kind: 'end' })
} catch (error) {
  if (!(error instanceof Halt)) throw error
  post({ kind: 'refused', problem: error.problem })
}
