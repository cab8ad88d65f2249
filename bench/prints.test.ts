// The bench asks what the product asks: the same statement with the same values.

import { expect, test } from 'vitest'
import { lookalikes } from '#rooms/evidence/data/hints.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { lookalikeText, lookalikeValues } from './prints.ts'

const trial = useTrial()
const plain = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('( ', '(').replaceAll(' )', ')').trim()

test('the same statement with the same values', async () => {
  const nobody = '00000000-0000-7000-8000-000000000001'
  const print = '0f0f00ff3333aaaa'
  const asked = await trial.sql('nobody', async (db) => lookalikes({ id: nobody, same: 'none', family: nobody, print }).compile(db))
  expect(plain(lookalikeText)).toBe(plain(asked.sql))
  expect(lookalikeValues(print, nobody)).toEqual(asked.parameters)
})
