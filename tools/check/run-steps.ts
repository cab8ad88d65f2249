// Runs steps side by side, as many as there are cores, and tells each in one line; only a failed one shows its output.

import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import type { Step } from './steps.ts'

export interface Outcome {
  readonly step: Step
  readonly code: number
  readonly seconds: number
  readonly output: string
}

/** Runs one step to its end; a command that cannot be started counts as failed. */
export function runStep(step: Step, root: string): Promise<Outcome> {
  return new Promise((resolve) => {
    const start = performance.now()
    const chunks: Buffer[] = []
    const done = (code: number): void =>
      resolve({ step, code, seconds: (performance.now() - start) / 1000, output: Buffer.concat(chunks).toString('utf8') })
    const child = spawn(step.command, step.args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' })
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', (error) => {
      chunks.push(Buffer.from(`${step.command}: ${error.message}\n`))
      done(127)
    })
    child.on('close', (code) => done(code ?? 1))
  })
}

/** Runs all steps and calls `told` as each ends; the outcomes come in the order of the steps. */
export async function runSteps(steps: readonly Step[], root: string, told: (outcome: Outcome) => void): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  let next = 0
  const work = async (): Promise<void> => {
    for (let index = next++; index < steps.length; index = next++) {
      const step = steps[index]
      if (step === undefined) return
      const outcome = await runStep(step, root)
      outcomes[index] = outcome
      told(outcome)
    }
  }
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work))
  return outcomes
}

/** `ok    types core  1.2 s`, followed by the output of a failed step. */
export function printOutcome({ step, code, seconds, output }: Outcome): string {
  const line = `${code === 0 ? 'ok    ' : 'FAILED'} ${step.name.padEnd(13)} ${seconds.toFixed(1).padStart(5)} s`
  return code === 0 ? line : `${line}\n${output.trimEnd().replace(/^/gm, '       ')}`
}
