// The worker beside a trial: it runs the tasks that are asked for. Those of the clock (escalating, forgetting, adding up) do not
// come by themselves, because the trial's clock stands still while the machine's goes on: a test that ran over the seventh minute
// of an hour would find what it did not do. A test of such a task calls it.

import { afterAll, beforeAll, expect } from 'vitest'
import { startWorker } from '#ground/jobs/worker.ts'
import type { Worker } from '#ground/jobs/worker.ts'
import type { Trial } from './trial.ts'

/** A worker for as long as the caller likes; what it complains of goes to `onError`, which by default throws. */
export function openWorker(
  trial: Trial,
  onError: (error: Error) => void = (error) => {
    throw error
  },
): Promise<Worker> {
  return startWorker(trial.instance, onError, { byTheClock: false })
}

/** Runs tasks from before the first test until after the last; registered after `useTrial`. What it complains of fails the file. */
export function useWorker(trial: Trial): void {
  const troubles: string[] = []
  let worker: Worker | undefined
  beforeAll(async () => {
    worker = await openWorker(trial, (error) => troubles.push(error.message))
  })
  afterAll(async () => {
    // A connection that the test kit ends after this is nobody's fault.
    const met = [...troubles]
    await worker?.close()
    expect(met).toEqual([])
  })
}
