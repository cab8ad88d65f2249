// The public pages of the stars in a real browser: no finding of axe in both languages, in large text and on a phone; nothing
// scrolls sideways, targets are large enough.

import { randomUUID } from 'node:crypto'
import { chromium } from '@playwright/test'
import type { Browser } from '@playwright/test'
import { afterAll, beforeAll } from 'vitest'
import { testPublicPages } from '#ground/trial/axe.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { launchOptions } from '#tools/browser/launch.ts'
import { home, playing } from '../../trial-cycle.ts'

const trial = useTrial()
const dayMs = 86_400_000
let browser: Browser
let paths: string[] = []

beforeAll(async () => {
  browser = await chromium.launch(await launchOptions())
  const play = playing(trial)
  await play.seat()
  const cycle = await play.open({ parameters: { publicityKind: 'calendar', publicityDays: 1 } })
  const plan = { strengths: '', met: '', gaps: '', goal: '', measures: '' }
  const body = { cycle: cycle.id, quarter: '2026Q3', stars: ['YYXY'], plan }
  await play.done('secretary', 'stars.setTarget', { params: { unit: home }, body })
  const at = await play.publicised(cycle)
  trial.clock.advance(dayMs)
  await play.fullEmployment()
  const honour = await play.take('countyAdmin', 'certify', at)
  const sampled = await play.open({ parameters: { samplingPercent: 100 } })
  const again = await play.agreed(sampled)
  const sample = randomUUID()
  const seal = { sample, below: '990101', sources: ['9月9日福彩3D开奖号码'] }
  await play.done('supervisor', 'stars.sealSample', { params: { ...sampled }, body: seal })
  for (const by of ['supervisor', 'gridWorker'] as const)
    await play.done(by, 'stars.enterSample', { params: { unit: '9901', id: sample }, body: { values: ['3 8 1'] } })
  await play.take('supervisor', 'confirm', again)
  const publicity = randomUUID()
  await play.done('countyAdmin', 'stars.publicise', { params: { ...sampled }, body: { publicity, candidacies: [again] } })
  const text = '上月还有投诉没有处理'
  const objection = { unit: '990101', publicity, candidacy: again.id, text, nonce: 'abcdefghijklmnop1' }
  const { code } = await play.done('nobody', 'stars.object', { body: objection })
  paths = [
    '/stars',
    `/stars/publicity/990101/${publicity}`,
    `/stars/publicity/990101/${at.publicity}`,
    `/stars/object?unit=990101&publicity=${publicity}&candidacy=${again.id}`,
    `/stars/objection/sent?code=${String(code)}`,
    `/stars/objection?code=${String(code)}`,
    '/stars/objection?code=X',
    `/stars/samples/${sampled.id}`,
    `/plaque/${String(honour['plaque'])}`,
    '/plaque/NONE',
    '/plaque',
  ]
}, 120_000)

afterAll(() => browser.close())

testPublicPages(trial, { browser: () => browser, paths: () => paths })
