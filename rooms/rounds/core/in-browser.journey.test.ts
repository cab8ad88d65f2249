// In a real browser: the core as the desk and the pocket will carry it gives the same tally and the same draw as here.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { build } from 'vite'
import { expect, test } from 'vitest'
import { launchOptions } from '#tools/browser/launch.ts'
import { draw } from './draw.ts'
import { inventedRound } from './invented-round.ts'
import { tally } from './tally.ts'

/** Both as one script that leaves them on `rounds`, built for browsers without anything of Node. */
async function script(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'lx-rounds-core-'))
  const entry = join(folder, 'entry.js')
  const exported = ['tally', 'draw'].map((name) => `export { ${name} } from ${JSON.stringify(join(import.meta.dirname, `${name}.ts`))}`)
  writeFileSync(entry, exported.join('\n'))
  const lib = { entry, formats: ['iife' as const], name: 'rounds' }
  const built = await build({ configFile: false, logLevel: 'silent', build: { write: false, minify: true, lib } })
  rmSync(folder, { recursive: true })
  const [output] = Array.isArray(built) ? built : [built]
  const chunk = output !== undefined && 'output' in output ? output.output[0] : undefined
  if (chunk === undefined) throw new Error('nothing was built')
  return chunk.code
}

test('a browser tallies and draws as the office does', async () => {
  const code = await script()
  const rounds = Array.from({ length: 100 }, (_, seed) => inventedRound(seed + 5000))
  const draws = ['sha256', 'md5'].map((hash) => ({
    hash: hash as 'sha256' | 'md5',
    take: 5,
    entropy: '双色球 01.05./',
    lines: ['甲', '乙', '丙', '丁', '戊', '己'],
  }))
  const browser = await chromium.launch(await launchOptions())
  try {
    const page = await browser.newPage()
    await page.addScriptTag({ content: code })
    type Core = { tally: typeof tally; draw: typeof draw }
    const found = await page.evaluate(
      (given) => {
        const { tally: tallies, draw: draws_ } = (globalThis as unknown as { rounds: Core }).rounds
        return { tallied: given.rounds.map((one) => tallies(JSON.parse(one))), drawn: given.draws.map((one) => draws_(one)) }
      },
      // As text, because the way into the page loses a member called `__proto__`.
      { rounds: rounds.map((one) => JSON.stringify(one)), draws },
    )
    expect(found.drawn).toEqual(draws.map(draw))
    const digests = (list: readonly ReturnType<typeof tally>[]): string[] =>
      list.map((one) => (one.ok ? one.value.input.digest : 'refused'))
    const ranks = (list: readonly ReturnType<typeof tally>[]): string[] =>
      list.map((one) => (one.ok ? one.value.results.map(({ unit, rank, total }) => `${rank} ${unit} ${total}`).join('; ') : 'refused'))
    const here = rounds.map((one) => tally(one))
    expect(digests(found.tallied)).toEqual(digests(here))
    expect(ranks(found.tallied)).toEqual(ranks(here))
  } finally {
    await browser.close()
  }
})
