import { chromium } from '@playwright/test'
import { launchOptions } from '#tools/browser/launch.ts'
import { startServer } from './server.ts'
const s = await startServer({ dataDir: '/tmp/lxb/e/data', demo: false })
const b = await chromium.launch(await launchOptions())
const p = await b.newPage()
p.on('console', (m) => console.log('console', m.text().slice(0, 300)))
p.on('pageerror', (e) => console.log('error', e.message.slice(0, 300)))
p.on('response', (r) => console.log(r.status(), r.url()))
await p.goto(`http://127.0.0.1:${s.port}/desk`)
await p.waitForTimeout(4000)
console.log((await p.content()).slice(0, 1500))
await b.close(); await s.stop()
