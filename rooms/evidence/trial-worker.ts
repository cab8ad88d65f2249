// For tests of this room: a worker that makes views and likens items. What it complains of is told at the end; a connection
// that the test kit ends after that is nobody's fault.

import { afterAll, beforeAll, expect } from 'vitest'
import { startWorker } from '#ground/jobs/worker.ts'
import type { Worker } from '#ground/jobs/worker.ts'
import type { Trial } from '#ground/trial/trial.ts'

/** Runs tasks from before the first test until after the last; registered after `useTrial`. */
export function useWorker(trial: Trial): void {
  const troubles: string[] = []
  let worker: Worker | undefined
  beforeAll(async () => {
    worker = await startWorker(trial.instance, (error) => troubles.push(error.message))
  })
  afterAll(async () => {
    const met = [...troubles]
    await worker?.close()
    expect(met).toEqual([])
  })
}
