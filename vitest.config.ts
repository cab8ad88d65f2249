// Projects: rules that need no database; everything else that runs in Node; journeys through a real browser. Files run two at a
// time, on one cluster. The files of one worker share what they import, since reading the whole house again for each took half
// the time; a file that puts another module in the place of one says so in its name (`isolated-*.test.ts`) and has its own.

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const rules = [
  'ground/{kernel,sheets,ui,vault}/**/*.test.ts',
  'rooms/*/core/**/*.test.ts',
  'tools/{browser,check,graph,house-check,source,test}/**/*.test.ts',
]
const journeys = ['{rooms,faces,tools}/**/*.journey.test.ts']
const isolated = ['{ground,rooms}/**/isolated-*.test.ts']
const never = ['**/node_modules/**', '**/dist/**']
// What tests the embedded server has nothing to say of another one (npm run test:postgres).
const elsewhere = (process.env['TEST_DATABASE_URL'] ?? '') === '' ? [] : ['ground/postgres/embedded/**']
// What only root can show is not asked of anybody else; the test command says so.
const notOurs = process.getuid?.() === 0 ? [] : ['**/root-only.test.ts']

// Joins or starts the trial's cluster and makes the template once per state of the migrations.
const setup = fileURLToPath(new URL('ground/trial/global-setup.ts', import.meta.url))
const globalSetup = existsSync(setup) ? [setup] : []

export default defineConfig({
  test: {
    // `.only` left in a file fails the run everywhere, not just where CI is set.
    allowOnly: false,
    pool: 'forks',
    maxWorkers: 2,
    isolate: false,
    // How long what is asked until it holds may take (expect.poll), on a busy machine too.
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          include: rules,
          exclude: [...journeys, ...isolated, ...never],
          testTimeout: 30_000,
          hookTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'node',
          include: ['{bench,doors,faces,ground,rooms,tools}/**/*.test.ts'],
          exclude: [...rules, ...journeys, ...isolated, ...never, ...elsewhere, ...notOurs],
          globalSetup,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'node, isolated',
          include: isolated,
          exclude: never,
          isolate: true,
          globalSetup,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser journeys',
          include: journeys,
          exclude: never,
          globalSetup,
          testTimeout: 120_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
