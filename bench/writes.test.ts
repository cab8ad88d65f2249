// The plain SQL that the bench measures against must be what the server really sends, or the ratio means nothing.

import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'
import type { Official } from './officials.ts'
import { beginText, plainWrite } from './writes.ts'

const trial = useTrial()
const original = pg.Client.prototype.query

afterEach(() => {
  pg.Client.prototype.query = original
})

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim()
/** What differs from one entry to the next is who enters, not what is asked. */
const faceless = (text: string): string => flat(text).replace(/\(.*\)/, '(…)')

test('a request and the plain transaction send the same statements in the same order', async () => {
  const village = '990101001001'
  const { id, post, token } = { ...(await trial.actorOf('countyAdmin')), token: 'unused' }
  const body = { unit: village, person: '00000000-0000-7000-9000-000000000099', role: '包村干部', effective: '2026-09-08' }
  // The first request reads the session; the second is the one to look at.
  await trial.as('countyAdmin').call('units.linkOfficer', { body: { ...body, person: '00000000-0000-7000-9000-000000000098' } })
  const sent: string[] = []
  pg.Client.prototype.query = function spy(this: pg.Client, ...given: unknown[]) {
    const [first] = given as [string | { text?: string }]
    const text = typeof first === 'string' ? first : (first.text ?? '')
    if (!text.includes('pg_notify')) sent.push(flat(text))
    return Reflect.apply(original, this, given) as never
  }
  const answer = await trial.as('countyAdmin').call('units.linkOfficer', { body })
  pg.Client.prototype.query = original
  expect(answer.status).toBe(200)

  const official: Official = { person: id ?? '', post: post ?? '', unit: '990101', token, villages: [village] }
  const plain: string[] = []
  await plainWrite(async ({ text }) => plain.push(flat(text)), official, '2026-09-08')
  expect(sent.slice(1, -1)).toEqual(plain)
  expect(faceless(sent[0] ?? '')).toBe(faceless(beginText(official, [])))
  expect(sent.at(-1)).toBe('commit')
})
