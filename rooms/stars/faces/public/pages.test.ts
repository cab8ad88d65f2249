// The public pages without script: read by anybody, an objection sent and followed, a plaque's truth in each state.

import { beforeAll, expect, test } from 'vitest'
import { qrPath } from '#ground/http/qr.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { home, playing } from '../../trial-cycle.ts'
import type { Where } from '../../trial-cycle.ts'

const trial = useTrial()
const dayMs = 86_400_000
let play: ReturnType<typeof playing>
let cycle: Where
let at: Where & { readonly publicity: string }

beforeAll(async () => {
  play = playing(trial)
  await play.seat()
  cycle = await play.open({ parameters: { publicityKind: 'calendar', publicityDays: 2 } })
  const plan = { strengths: '商户多', met: '', gaps: '', goal: '', measures: '' }
  const body = { cycle: cycle.id, quarter: '2026Q3', stars: ['YYXY', 'PAFZ'], plan }
  await play.done('secretary', 'stars.setTarget', { params: { unit: home }, body })
  at = await play.publicised(cycle)
})

const get = async (path: string, cookie = ''): Promise<{ status: number; html: string; headers: Headers }> => {
  const response = await trial.as('nobody').fetch(path, { headers: { cookie } })
  return { status: response.status, html: await response.text(), headers: response.headers }
}
const post = (path: string, form: Record<string, string>): Promise<Response> =>
  trial.as('nobody').fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams(form).toString(),
  })
const objectPath = (): string => `/stars/object?unit=990101&publicity=${at.publicity}&candidacy=${at.id}`

test('every page has one heading, no script, both languages', async () => {
  const paths = [
    '/stars',
    `/stars/publicity/990101/${at.publicity}`,
    objectPath(),
    '/stars/objection',
    '/plaque',
    `/stars/samples/${cycle.id}`,
  ]
  for (const path of paths) {
    for (const cookie of ['', 'lx-language=en']) {
      const { status, html } = await get(path, cookie)
      expect(status, path).toBe(200)
      expect(html.match(/<h1/g), path).toHaveLength(1)
      expect(html).not.toMatch(/<script|javascript:| on[a-z]+=/)
      expect(html).toContain(cookie === '' ? '<html lang="zh-CN"' : '<html lang="en"')
    }
  }
})

test('who aims is told, the plan behind it is not', async () => {
  const { html } = await get('/stars')
  expect(html).toContain('2026年第3季度谁创哪颗星')
  expect(html).toContain('共 1 个单位，2 颗星')
  expect(html).toContain('还有 2 天（含今天）')
  expect(html).not.toContain('商户多')
})

test('an objection is sent once, its code in big figures and as QR code; what was refused keeps what was typed', async () => {
  const { html } = await get(objectPath())
  const key = /name="idempotencyKey" value="([^"]*)"/.exec(html)?.[1] ?? ''
  const form = { unit: '990101', publicity: at.publicity, candidacy: at.id, idempotencyKey: key, text: '<b>上月</b>还有投诉' }
  const wrong = await post('/stars/object', { ...form, text: ' ', contact: '演示居民' })
  expect(wrong.status).toBe(400)
  expect(await wrong.text()).toContain('value="演示居民"')
  const sent = await post('/stars/object', form)
  expect(sent.status).toBe(303)
  const again = await post('/stars/object', form)
  expect(again.headers.get('location')).toBe(sent.headers.get('location'))
  expect((await trial.owner.query('select count(*)::int as count from star_objections')).rows).toEqual([{ count: 1 }])
  const receipt = await get(sent.headers.get('location') ?? '')
  const code = /class="code">([^<]+)</.exec(receipt.html)?.[1] ?? ''
  expect(receipt.html).toContain(qrPath(`${trial.url}/stars/objection?code=${code}`).path)
  expect(receipt.headers.get('x-robots-tag')).toBe('noindex')
  const followed = await get(`/stars/objection?code=${code}`)
  expect(followed.html).toContain('朝霞社区 · 宜业兴业星')
  expect(followed.html).toContain('还没有答复')
  expect((await get('/stars/objection?code=2222-2222-2222')).status).toBe(404)
})

test('a plaque says plainly what is so: valid though warned, suspended with its day, unknown', async () => {
  const [row] = (await play.done('countyAdmin', 'stars.objections', { params: { unit: '990101' } }))['rows'] as { id: string }[]
  const answer = { params: { unit: '990101', id: row?.id ?? '' }, body: { upheld: false, answer: '已核实' } }
  await play.done('countyAdmin', 'stars.answerObjection', answer)
  trial.clock.advance(3 * dayMs)
  expect((await get(objectPath())).status).toBe(409)
  await play.fullEmployment()
  const honour = await play.take('countyAdmin', 'certify', at)
  const path = `/plaque/${String(honour['plaque'])}`
  const step = (body: object) => play.done('countyAdmin', 'stars.honourStep', { params: { unit: home, id: honour.id }, body })
  await step({ verb: 'order', document: '演组〔2026〕7号', basis: '投诉没有办', due: '2026-09-12' })
  const held = await get(path)
  expect(held.html).toContain('朝霞社区的宜业兴业星现在有效。')
  expect(held.html).toContain(qrPath(`${trial.url}${path}`).path)
  expect(held.html).not.toMatch(/提醒|整改/)
  trial.clock.advance(3 * dayMs)
  await step({ verb: 'suspend', basis: '逾期未改', document: '演组〔2026〕20号' })
  expect((await get(path)).html).toContain('朝霞社区的宜业兴业星自2026年9月14日起暂停，现在不算有效。')
  const none = await get('/plaque/ABCD-EFGH')
  expect(none.status).toBe(404)
  expect(none.html).toContain('没有这块牌匾')
  const typed = await trial.as('nobody').fetch(`/plaque?code=${String(honour['plaque']).toLowerCase()}`)
  expect(typed.headers.get('location')).toBe(path.toLowerCase())
})
