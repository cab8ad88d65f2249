// `npm run screenshots`: starts a fresh demo instance and takes the pictures that the documentation shows, in both
// languages and in large text, into docs/screenshots.

import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import type { BrowserContext, Page } from '@playwright/test'
import { houseRoot } from '#ground/http/house.ts'
import { ensureBrowser } from '#tools/browser/find.ts'
import { launchOptions } from '#tools/browser/launch.ts'
import { scenes, sentBefore } from './scenes.ts'
import { openSeat } from './seat.ts'

const desk = { width: 1366, height: 820 }
const out = join(houseRoot, 'docs', 'screenshots')

async function startDemo(dataDir: string): Promise<{ address: string; stop: () => Promise<void> }> {
  const child = spawn(process.execPath, [join(houseRoot, 'doors', 'server', 'start.ts')], {
    cwd: houseRoot,
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      text += String(chunk)
      const match = /亮星 Liangxing {2}(http\S+)/.exec(text)
      if (match?.[1] !== undefined && text.includes('Ctrl-C')) resolve(match[1])
    })
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      child.once('exit', () => resolve())
      child.kill('SIGINT')
    })
  return { address, stop }
}

async function signIn(page: Page, address: string, login: string): Promise<void> {
  await page.goto(`${address}/sign-in`)
  await page.locator('input[autocomplete="username"]').fill(login)
  await page.locator('input[type="password"]').fill('liangxing-demo')
  await page.locator('main form button').first().click()
  await page.waitForURL(/\/desk/, { waitUntil: 'commit' })
}

async function context(
  browser: Awaited<ReturnType<typeof chromium.launch>>,
  address: string,
  language: 'zh' | 'en',
  large: boolean,
): Promise<BrowserContext> {
  const made = await browser.newContext({
    viewport: desk,
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    reducedMotion: 'reduce',
  })
  await made.addCookies([
    { name: 'lx-language', value: language, url: address },
    { name: 'lx-text', value: large ? 'large' : 'normal', url: address },
  ])
  return made
}

await ensureBrowser()
const folder = await mkdtemp(join(tmpdir(), 'liangxing-screenshots-'))
await chmod(folder, 0o755)
await mkdir(out, { recursive: true })
const demo = await startDemo(join(folder, 'data'))
for (const body of sentBefore) {
  await fetch(`${demo.address}/api/v1/feedback`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...body, nonce: randomUUID() }),
  })
}
const browser = await chromium.launch(await launchOptions())
try {
  for (const [language, large] of [
    ['zh', false],
    ['en', false],
    ['zh', true],
  ] as const) {
    const view = await context(browser, demo.address, language, large)
    const page = await view.newPage()
    let as: string | undefined
    for (const scene of scenes) {
      if (scene.login !== as) {
        // A desk that loses its session goes to the sign-in page by itself, which would cross what comes next.
        await page.goto('about:blank')
        await view.clearCookies({ name: 'lx-session' })
      }
      await page.setViewportSize(scene.size ?? desk)
      if (scene.login !== undefined && scene.login !== as) await signIn(page, demo.address, scene.login)
      as = scene.login
      if (scene.seat !== undefined)
        await view.addCookies([{ name: 'lx-seat', value: await openSeat(demo.address, scene.seat), url: demo.address }])
      await page.goto(`${demo.address}${scene.path}`)
      await page.locator('h1').first().waitFor()
      await page.locator('[aria-busy="true"], .ant-spin-spinning').first().waitFor({ state: 'hidden' })
      await scene.act?.(page)
      const path = join(out, `${language}${large ? '-large' : ''}-${scene.name}.png`)
      await page.screenshot({ path })
      process.stdout.write(`${path.slice(houseRoot.length + 1)}\n`)
    }
    await view.close()
  }
} finally {
  await browser.close()
  await demo.stop()
  await rm(folder, { recursive: true, force: true })
}
