// A face that no list of the product names: laid down by the floor plan, built, served and kept by its service worker.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import helmet from '@fastify/helmet'
import Fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { mountFaces, readBuilt } from '#ground/http/faces.ts'
import { contentPolicy } from '#ground/http/security.ts'
import { launchOptions } from '../browser/launch.ts'
import { plant } from '../source/planted.ts'
import { buildFaces } from './build.ts'
import { littleHouse } from './little-house.ts'

async function serve(root: string): Promise<FastifyInstance> {
  const app = Fastify()
  onTestFinished(() => app.close())
  await app.register(helmet, { contentSecurityPolicy: contentPolicy, strictTransportSecurity: false })
  await mountFaces(app, join(root, 'dist'))
  return app
}

test('every face of the floor plan is served at its own address with its own policy', async () => {
  const root = plant({
    ...littleHouse,
    'faces/counter/index.html': '<!doctype html><title>Counter</title><script type="module" src="/counter/main.ts"></script>',
    'faces/counter/main.ts': `document.title = 'open'`,
    'faces/counter/face.ts': `export const face = { inlineStyles: true }`,
    'faces/public/shell.ts': '',
  })
  expect((await buildFaces(root)).map(({ name, worker }) => [name, worker])).toEqual([
    ['booth', true],
    ['counter', false],
  ])
  const app = await serve(root)
  for (const address of ['/booth', '/booth/notes', '/booth/a/b?c=d']) {
    const { statusCode, headers, body } = await app.inject(address)
    expect([address, statusCode, headers['cache-control'], headers['content-type']]).toEqual([
      address,
      200,
      'no-cache',
      'text/html; charset=utf-8',
    ])
    expect(headers['content-security-policy']).toContain("default-src 'self'")
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(body).toContain('<title>Booth</title>')
  }
  const counter = await app.inject('/counter/x')
  expect(counter.headers['content-security-policy']).toMatch(/style-src 'self' 'unsafe-inline'$/)
  expect(counter.headers['content-security-policy']).not.toContain('script-src')

  const worker = await app.inject('/booth/sw.js')
  expect(worker.statusCode).toBe(200)
  expect(worker.headers).toMatchObject({ 'cache-control': 'no-cache', 'service-worker-allowed': '/booth' })
  expect(worker.headers['content-type']).toContain('javascript')
  const booth = readBuilt(join(root, 'dist'))?.faces.find((face) => face.name === 'booth')
  expect(booth?.files.length).toBeGreaterThanOrEqual(3)
  for (const file of booth?.files ?? []) {
    expect(file).toMatch(/^\/assets\/booth\//)
    expect(worker.body).toContain(file)
    const asset = await app.inject(file)
    expect([asset.statusCode, asset.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable'])
  }
  for (const address of ['/counter/sw.js', '/assets/booth/none-12345678.js', '/assets/none.js', '/assets/', '/public-house']) {
    expect([address, (await app.inject(address)).statusCode]).toEqual([address, 404])
  }
})

test('a face and its worker in a browser: pages of rooms are found, and all of it is there without a network', async () => {
  const root = plant(littleHouse)
  await buildFaces(root)
  const app = await serve(root)
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const browser = await chromium.launch(await launchOptions())
  onTestFinished(() => browser.close())
  const page = await browser.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(`${url}/booth`)
  await page.getByText('Notes, first edition').waitFor()
  await page.locator('body[data-kept="yes"]').waitFor()
  await app.close()
  await page.goto(`${url}/booth/notes`)
  await page.getByText('the page of the notes').waitFor()
  await expect.poll(() => page.evaluate(`getComputedStyle(document.getElementById('booth')).color`)).toBe('rgb(1, 2, 3)')
  expect(faults).toEqual([])
})

test('a build takes nothing away from pages that are open, and the one after it does not grow for ever', async () => {
  const root = plant(littleHouse)
  const [first] = await buildFaces(root)
  const main = join(root, 'faces/booth/main.ts')
  const { writeFile, utimes } = await import('node:fs/promises')
  const edition = async (text: string): Promise<void> =>
    writeFile(main, readFileSync(main, 'utf8').replace(/\w+ edition/, `${text} edition`))
  await edition('second')
  await buildFaces(root)
  const app = await serve(root)
  for (const file of first?.files ?? []) expect([file, (await app.inject(file)).statusCode]).toEqual([file, 200])
  for (const file of first?.files ?? []) await utimes(join(root, 'dist', file), 1000, 1000)
  await edition('third')
  const [third] = await buildFaces(root)
  const gone = (first?.files ?? []).filter((file) => !(third?.files.includes(file) ?? false) && !file.endsWith('.css'))
  expect(gone.length).toBeGreaterThan(0)
  for (const file of gone) expect([file, (await app.inject(file)).statusCode]).toEqual([file, 404])
})
