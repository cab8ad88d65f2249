// The plain SQL that the bench measures against must be what the server really sends, or the ratio means nothing.

import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { communities, playRound } from '#rooms/rounds/trial.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { good, openLine } from './http-line.ts'
import { seatJudges } from './judges.ts'
import { beginText, plainScore, scoreRequest } from './scores.ts'

const trial = useTrial()
const original = pg.Client.prototype.query

afterEach(() => {
  pg.Client.prototype.query = original
})

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim()
/** What differs from one entry to the next is who enters, not what is asked. */
const faceless = (text: string): string => flat(text).replace(/\(.*\)/, '(…)')

test('a sheet and the plain transaction send the same statements in the same order', async () => {
  const round = await playRound(trial, { others: ['teller'] })
  // The first request reads who sits there; the second is the one to look at.
  await round.scoreAll()
  const judge = round.seat('judge')
  const sheets = [{ subject: communities[0], component: 'field', revision: 2, points: { change: '20' }, note: '' }]
  const sent: string[] = []
  pg.Client.prototype.query = function spy(this: pg.Client, ...given: unknown[]) {
    const [first] = given as [string | { text?: string }]
    const text = typeof first === 'string' ? first : (first.text ?? '')
    if (!text.includes('pg_notify')) sent.push(flat(text))
    return Reflect.apply(original, this, given) as never
  }
  const answer = await round.ask<{ sheets: { outcome: string }[] }>(judge, 'score', { sheets })
  pg.Client.prototype.query = original
  expect(answer.body.sheets[0]?.outcome).toBe('kept')

  const hall = { unit: round.where.unit, round: round.where.id, judges: [], villages: [communities[0]] }
  const plain: string[] = []
  await plainScore(async ({ text }) => plain.push(flat(text)), hall, { seat: judge.id, token: '' })
  expect(sent.slice(1, -1)).toEqual(plain)
  expect(faceless(sent[0] ?? '')).toBe(faceless(beginText(hall, judge.id)))
  expect(sent.at(-1)).toBe('commit')
})

test('the judges that the bench seats hand in sheets, and the plain transaction keeps them too', async () => {
  const hall = await seatJudges(trial.owner, 2)
  const [judge] = hall.judges
  if (judge === undefined) throw new Error('nobody sits there')
  const line = await openLine(Number(new URL(trial.url).port))
  expect(good(await line.ask(scoreRequest(hall, judge))).body.toString()).toContain('"outcome":"kept"')
  line.close()
  const before = await trial.owner.query('select 1 from acts where payload ->> $1 = $2', ['seat', judge.seat])
  const login = new pg.Client({ connectionString: trial.instance.database.urlOf('liangxing_login') })
  await login.connect()
  await login.query(beginText(hall, judge.seat))
  await plainScore(({ text }, values) => login.query(text, [...values]), hall, judge)
  await login.query('commit')
  await login.end()
  const after = await trial.owner.query('select 1 from acts where payload ->> $1 = $2', ['seat', judge.seat])
  expect([before.rowCount, after.rowCount]).toEqual([1, 2])
})
