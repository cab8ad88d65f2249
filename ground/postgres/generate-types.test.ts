import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'
import { databaseTypes } from './generate-types.ts'

const trial = useTrial()

test('the committed table types are those of the migrated database', async () => {
  const committed = readFileSync(join(import.meta.dirname, 'database.gen.ts'), 'utf8')
  expect(await databaseTypes(trial.owner), 'run npm run generate').toBe(committed)
})
