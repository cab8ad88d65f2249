// `rounds export` at the machine, piped into `tally -` as anybody would do it: the published result comes out again.

import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { expect, inject, test, vi } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'
import { communities, playRound } from '../trial.ts'

vi.setConfig({ testTimeout: 90_000 })
const trial = useTrial()
const main = join(import.meta.dirname, '..', '..', '..', 'doors', 'cli', 'main.ts')

function liangxing(line: readonly string[], stdin = ''): Promise<{ code: number | null; stdout: string }> {
  const env = { PATH: process.env['PATH'] ?? '', LX_LANGUAGE: 'en', DATABASE_URL: trial.ownerUrl, KEY_FILE: inject('keyFile') }
  const child = spawn(process.execPath, [main, ...line], { env, stdio: ['pipe', 'pipe', 'inherit'] })
  let stdout = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stdin.end(stdin)
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, stdout })))
}

test('the exported input, piped into `tally -`, gives the published result', async () => {
  const round = await playRound(trial, { judges: { leaders: 3, offices: 2 }, others: ['teller', 'supervisor'] })
  await round.scoreAll((judge, unit) => 0.95 - judge * 0.04 - unit * 0.07)
  const adjust = { id: randomUUID(), subject: communities[1], points: '-1.5', reason: '超时' }
  await round.ask(round.seat('teller'), 'adjust', adjust)
  const before = await liangxing(['rounds', 'export', round.where.id])
  await round.move('freeze')
  const counted = await round.count()
  await round.move('reveal', { form: 'ranks', all: true })
  await round.move('publish', { id: randomUUID(), form: 'ranks', reason: '会议决定' })
  const exported = await liangxing(['rounds', 'export', round.where.id])
  expect([before.code, exported.code]).toEqual([0, 0])
  // Before anything was counted, what lies there; afterwards the stored input, which is the same here.
  const printed = await Promise.all([before, exported].map(({ stdout }) => liangxing(['tally', '-'], stdout)))
  expect(printed[0]).toEqual(printed[1])
  const result = JSON.parse(printed[1]?.stdout ?? '') as {
    results: { unit: string; rank: number; total: string }[]
    input: { digest: string }
  }
  expect(result.input.digest).toBe(counted.inputDigest)
  const page = await trial
    .as('nobody')
    .call<{ publications: { places: { subject: string; rank: number; total: string }[]; inputDigest: string }[] }>('rounds.published', {
      params: round.where,
    })
  expect(page.body.publications[0]?.inputDigest).toBe(result.input.digest)
  expect(page.body.publications[0]?.places.map(({ subject, rank, total }) => [subject, rank, total])).toEqual(
    result.results.map(({ unit, rank, total }) => [unit, rank, total]),
  )
  expect(exported.stdout).not.toContain('演示·席位')
  const { rows } = await trial.owner.query(`select payload from acts where verb = 'tallyInput' and subject = $1 order by at, id`, [
    `round:${round.where.id}`,
  ])
  expect(rows).toHaveLength(2)
})

test('a round that is none is refused with a problem document', async () => {
  for (const id of [randomUUID(), 'first']) {
    const { code, stdout } = await liangxing(['rounds', 'export', id])
    expect([code, (JSON.parse(stdout) as { code: number }).code]).toEqual([1, 4100])
  }
})
