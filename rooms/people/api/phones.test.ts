// A phone number is sealed to its person: what was copied from another row does not open, and nothing of it is told.

import { expect, it } from 'vitest'
import { cast } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'

const trial = useTrial()
const { gridWorker, secretary } = cast

it('a number copied to another person does not open there', async () => {
  const number = (id: string, phone: string) => trial.as('officer').call('people.update', { params: { id }, body: { phone } })
  expect((await number(secretary.id, '19900000041')).status).toBe(200)
  expect((await number(gridWorker.id, '19900000042')).status).toBe(200)
  const sealed = async (id: string): Promise<string | undefined> =>
    (await trial.owner.query<{ phone: string }>('select phone from persons where id = $1', [id])).rows[0]?.phone
  const put = (phone: string | undefined): Promise<unknown> =>
    trial.owner.query('update persons set phone = $2 where id = $1', [gridWorker.id, phone])
  const look = () => trial.as('officer').call('people.reveal', { params: { id: gridWorker.id }, body: { reason: '核实' } })
  const own = await sealed(gridWorker.id)
  await put(await sealed(secretary.id))
  const copied = await look()
  expect(copied.status).toBe(500)
  expect(JSON.stringify(copied.body)).not.toContain('1990000')
  await put(own)
  expect((await look()).body).toEqual({ phone: '19900000042' })
})
