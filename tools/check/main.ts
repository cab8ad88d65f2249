// `npm run check`: format, lint, types, graph, house-check. One line a step; ends with 1 when any step fails.

import { fileURLToPath } from 'node:url'
import { printOutcome, runSteps } from './run-steps.ts'
import { stepsOf } from './steps.ts'

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')
const start = performance.now()
const outcomes = await runSteps(stepsOf(root), root, (outcome) => console.log(printOutcome(outcome)))
const failed = outcomes.filter((outcome) => outcome.code !== 0).map((outcome) => outcome.step.name)
const seconds = ((performance.now() - start) / 1000).toFixed(1)
console.log(failed.length === 0 ? `check passed in ${seconds} s` : `check failed in ${seconds} s: ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1
