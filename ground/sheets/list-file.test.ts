// A list as a file, however long: looked up in batches, and refused as a workbook where no sheet of Excel holds it.

import { expect, test } from 'vitest'
import type { LongList } from '#ground/postgres/long-list.ts'
import { batchesOf, longListFile, mostInSheet } from './list-file.ts'
import { readRows } from './table.ts'

/** Numbers from one on; `length` is what it says of itself. */
function numbers(count: number, length = count): LongList<number> {
  return {
    longerThan: async (most) => length > most,
    rows: async function* () {
      for (let number = 1; number <= count; number += 1) yield number
    },
  }
}
const asked = (format: 'xlsx' | 'csv') => ({ language: 'en', today: '2026-09-08', query: { format } }) as const
const title = { zh: '名单', en: 'List' }
const header = [{ zh: '数', en: 'Number' }]

test.for(['xlsx', 'csv'] as const)('every record once, in order, looked up for a thousand at a time: %s', async (format) => {
  const batches: number[] = []
  const answer = await longListFile(asked(format), title, header, numbers(2_500), async (batch) => {
    batches.push(batch.length)
    return batch.map((number) => [String(number)])
  })
  if (!answer.ok) throw new Error(answer.problem.detail.en)
  expect(answer.value.file.name).toBe(`List 2026-09-08.${format}`)
  const pieces: Uint8Array[] = []
  for await (const piece of answer.value.file.body as AsyncIterable<Uint8Array | string>) pieces.push(Buffer.from(piece as string))
  const read = await readRows(Buffer.concat(pieces))
  if (!read.ok) throw new Error(read.problem.detail.en)
  expect(read.value.header).toEqual(['Number'])
  expect(read.value.rows.map(({ cells }) => Number(cells[0]))).toEqual(Array.from({ length: 2_500 }, (_, nth) => nth + 1))
  expect(batches).toEqual([1000, 1000, 500])
})

test('what no sheet of Excel holds is refused as a workbook, and goes out as CSV', async () => {
  const file = (format: 'xlsx' | 'csv', length: number) => longListFile(asked(format), title, header, numbers(3, length), async () => [])
  expect((await file('xlsx', mostInSheet)).ok).toBe(true)
  expect(await file('xlsx', mostInSheet + 1)).toMatchObject({ ok: false, problem: { code: 221 } })
  expect((await file('csv', mostInSheet + 1)).ok).toBe(true)
})

test('an empty list has no batch', async () => {
  for await (const batch of batchesOf([])) expect(batch).toBe('none')
  expect(mostInSheet).toBe(2 ** 20 - 1)
})
