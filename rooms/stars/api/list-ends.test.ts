// A list that is read at once says when it ends before its end, and its file goes further.

import { expect, test } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'

const trial = useTrial()

interface Listed {
  readonly rows: readonly unknown[]
  readonly more: boolean
}
const awards = async (): Promise<Listed> =>
  (await trial.as('nobody').call<Listed>('stars.awards', { query: { below: '990101', year: '2026' } })).body

test('a page of a thousand awards says that there are more, and the file has all', async () => {
  const put = (from: number, to: number) =>
    trial.owner.query(
      `insert into star_awards (district, unit, id, subject, kind, title, basis, document, on_day)
        select '990101', '990101', gen_random_uuid(), '990101001001', 'commendation', '示例表彰 ' || n, '示例', '', '2026-03-01'
        from generate_series($1::int, $2::int) as n`,
      [from, to],
    )
  await put(1, 1000)
  expect([(await awards()).rows.length, (await awards()).more]).toEqual([1000, false])
  await put(1001, 1001)
  expect([(await awards()).rows.length, (await awards()).more]).toEqual([1000, true])
  const { body } = await trial
    .as('countyAdmin')
    .call<string>('stars.exportAwards', { params: { unit: '990101' }, query: { format: 'csv', year: '2026' } })
  expect(body.match(/示例表彰/g)).toHaveLength(1001)
})
