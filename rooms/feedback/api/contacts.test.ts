// Contacts are sealed to their record: a copy in another row does not open, and those sealed before that are sealed anew.

import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { everywhere, houseId, innerActor } from '#ground/instance/actors.ts'
import type { AnswerOf } from '#ground/http/contract.ts'
import { useTrial } from '#ground/trial/trial.ts'
import type { contract } from '../contract.ts'
import bindContacts from '../jobs/bind-contacts.ts'

const trial = useTrial({ settings: { HOME_UNIT: '990101' } })

type Rows = AnswerOf<(typeof contract)['list']>['rows']

type Where = Readonly<Record<'unit' | 'id', string>>

async function filed(text: string, contact: string): Promise<Where> {
  const body = { kind: 'complaint', text, unit: '990101001', contact, nonce: randomUUID() }
  expect((await trial.as('nobody').call('feedback.file', { body })).status).toBe(200)
  const { rows } = (await trial.as('countyAdmin').call<{ rows: Rows }>('feedback.list')).body
  const row = rows.find((one) => one.excerpt === text)
  return { unit: row?.unit ?? '', id: row?.id ?? '' }
}

const look = (params: Where) => trial.as('countyAdmin').call('feedback.reveal', { params, body: { reason: '核实' } })
const stored = async ({ id }: Where): Promise<{ contact: string | null; bound: boolean } | undefined> =>
  (
    await trial.owner.query<{ contact: string | null; bound: boolean }>(
      'select contact, contact_bound as bound from feedback_cases where id = $1',
      [id],
    )
  ).rows[0]

/** The row as it was written before contacts were bound to their record. */
async function makeOlder({ id }: Where, contact: string): Promise<void> {
  const sealed = trial.instance.vault.encrypt(contact, 'feedback.contact')
  await trial.owner.query('update feedback_cases set contact = $2, contact_bound = false where id = $1', [id, sealed])
}

const nightly = (): Promise<void> =>
  bindContacts.run(null, {
    clock: trial.instance.clock,
    dice: trial.instance.dice,
    vault: trial.instance.vault,
    files: trial.instance.files,
    transaction: (scopes, work) =>
      trial.sql(
        innerActor(houseId, trial.house, scopes),
        (db) => work({ db, act: () => Promise.reject(new Error('sealing anew is no act')) }),
        true,
      ),
  })

test('a contact copied to another record does not open there', async () => {
  const mine = await filed('甲的事', '19900000011')
  const other = await filed('乙的事', '19900000022')
  expect((await look(other)).body).toEqual({ contact: '19900000022' })
  await trial.owner.query('update feedback_cases set contact = (select contact from feedback_cases where id = $1) where id = $2', [
    mine.id,
    other.id,
  ])
  const opened = await look(other)
  expect(opened.status).toBe(500)
  expect(JSON.stringify(opened.body)).not.toContain('1990000')
  expect((await look(mine)).body).toEqual({ contact: '19900000011' })
})

test('neither does an older one in a newer record, nor a newer one in an older record', async () => {
  const older = await filed('旧的事', '19900000033')
  const newer = await filed('新的事', '19900000044')
  await makeOlder(older, '19900000033')
  const before = await stored(newer)
  await trial.owner.query('update feedback_cases set contact = (select contact from feedback_cases where id = $1) where id = $2', [
    older.id,
    newer.id,
  ])
  expect((await look(newer)).status).toBe(500)
  await trial.owner.query('update feedback_cases set contact = $2 where id = $1', [older.id, before?.contact])
  expect((await look(older)).status).toBe(500)
  // Neither is what the nightly task would stumble over: it would hold up all the others.
  await trial.owner.query('update feedback_cases set contact = null where id = any($1)', [[older.id, newer.id]])
})

test('an older one is sealed to its record when it is looked at, and when its case is handled', async () => {
  const looked = await filed('看过的事', '19900000055')
  await makeOlder(looked, '19900000055')
  expect((await look(looked)).body).toEqual({ contact: '19900000055' })
  expect(await stored(looked)).toMatchObject({ bound: true })
  expect((await look(looked)).body).toEqual({ contact: '19900000055' })
  const handled = await filed('办过的事', '19900000056')
  await makeOlder(handled, '19900000056')
  expect((await trial.as('countyAdmin').call('feedback.accept', { params: handled })).status).toBe(200)
  expect(await stored(handled)).toMatchObject({ bound: true })
  expect((await look(handled)).body).toEqual({ contact: '19900000056' })
})

test('every night the rest is sealed anew, and a second night finds nothing to do', async () => {
  const one = await filed('夜里的事', '19900000066')
  const none = await filed('没留联系方式的事', '')
  await makeOlder(one, '19900000066')
  await trial.owner.query('update feedback_cases set contact_bound = false where id = $1', [none.id])
  const before = await stored(one)
  await nightly()
  const after = await stored(one)
  expect(after?.bound).toBe(true)
  expect(after?.contact).not.toBe(before?.contact)
  expect((await look(one)).body).toEqual({ contact: '19900000066' })
  await nightly()
  expect(await stored(one)).toEqual(after)
  expect(await stored(none)).toEqual({ contact: null, bound: false })
  const left = await trial.sql(innerActor(houseId, trial.house, everywhere), (db) =>
    db.selectFrom('feedback_cases').select('id').where('contact', 'is not', null).where('contact_bound', '=', false).execute(),
  )
  expect(left).toEqual([])
})

test('a transfer to another county seals it to the new record there', async () => {
  const here = await filed('要转的事', '19900000077')
  const body = { to: '990102101', reason: '反映的是邻县。' }
  const there = (await trial.as('countyAdmin').call<Where>('feedback.transfer', { params: here, body })).body
  expect(there.id).not.toBe(here.id)
  expect(await stored(here)).toMatchObject({ contact: null })
  const looked = await trial.as('outsider').call('feedback.reveal', { params: there, body: { reason: '核实' } })
  expect(looked.body).toEqual({ contact: '19900000077' })
})
