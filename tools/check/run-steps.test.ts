import { expect, test } from 'vitest'
import { printOutcome, runSteps } from './run-steps.ts'
import type { Step } from './steps.ts'

const step = (name: string, script: string): Step => ({ name, command: process.execPath, args: ['-e', script] })

test('a step that fails is told with its output, one that passes in one line', async () => {
  const told: string[] = []
  const outcomes = await runSteps(
    [step('good', 'console.log("noise")'), step('bad', 'console.error("why"); process.exit(3)')],
    process.cwd(),
    (outcome) => told.push(printOutcome(outcome)),
  )
  expect(outcomes.map((outcome) => outcome.code)).toEqual([0, 3])
  expect(told.join('\n')).toMatch(/^ok +good +\d+\.\d s$/m)
  expect(told.join('\n')).toMatch(/FAILED bad[^\n]+\n +why/)
  expect(told.join('\n')).not.toContain('noise')
})

test('a command that is not there fails instead of passing in silence', async () => {
  const [outcome] = await runSteps([{ name: 'gone', command: 'no-such-command-here', args: [] }], process.cwd(), () => undefined)
  expect(outcome?.code).not.toBe(0)
  expect(outcome?.output).toContain('no-such-command-here')
})
