// The public pages of rounds as a browser with script off reads them.

import { execFile } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { houseRoot } from '#ground/http/house.ts'
import { qrPath } from '#ground/http/qr.ts'
import { canonicalDigest } from '#ground/kernel/digest.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { drawLots } from '../../trial-draws.ts'
import { communities, playRound, street, tell } from '../../trial.ts'
import type { PlayedRound } from '../../trial.ts'

const trial = useTrial()

const get = async (path: string, cookie = ''): Promise<{ status: number; html: string }> => {
  const response = await trial.as('nobody').fetch(path, { headers: { cookie } })
  return { status: response.status, html: await response.text() }
}
const pathOf = ({ where }: PlayedRound): string => `/rounds/${where.unit}/${where.id}`
const mainOf = (html: string): string => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
const entities: Readonly<Record<string, string>> = { '&quot;': '"', '&amp;': '&', '&lt;': '<', '&gt;': '>', '&#39;': "'" }
const plain = (html: string): string => html.replaceAll(/&(quot|amp|lt|gt|#39);/g, (sign) => entities[sign] ?? sign)

let bands: PlayedRound
let ranks: PlayedRound
let planned: PlayedRound
let first = ''

beforeAll(async () => {
  planned = await playRound(trial, { fix: false })
  bands = await playRound(trial, { judges: { leaders: 2, offices: 1 }, heldOn: '2026-09-09' })
  first = await drawLots(bands, { title: '发言顺序', value: '3 8 1' })
  await drawLots(bands, { title: '发言顺序(重抽)', repeats: first, reason: '来源公布有误', value: '9 9 2' })
  await drawLots(bands, { title: '<b>抽题</b>', kind: 'questions', pool: ['甲题', '<i>乙题</i>', '丙题'], take: 1 })
  // The better one comes second by code, so that an order of merit would show.
  await bands.scoreAll((judge, unit) => 0.94 + unit * 0.05 - judge * 0.01)
  await bands.move('freeze')
  await tell(bands, 'bands')

  ranks = await playRound(trial, { judges: { leaders: 3 }, rules: (rules) => ({ ...rules, ties: ['component:field', 'adjustment'] }) })
  await ranks.scoreAll((_judge, unit) => 0.95 - unit * 0.1)
  await ranks.move('freeze')
  await tell(ranks, 'ranks', '会议决定公布名次')
  await ranks.move('correct', { reason: '复核发现漏记加分' })
}, 120_000)

describe('the list', () => {
  test('rounds whose rules are public stand there, the last held first; one being planned does not', async () => {
    const { html } = await get('/rounds')
    const places = [pathOf(ranks), pathOf(bands)].map((path) => html.indexOf(`href="${path}"`))
    expect(places.every((place) => place > 0)).toBe(true)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(html).not.toContain(planned.where.id)
    expect(html).toContain('<span aria-hidden="true">●</span> 结果已公布')
    expect(html).toContain('<a href="/rounds" aria-current="page">亮赛比</a>')
  })

  test('one field narrows it to a unit, by code or by name', async () => {
    expect((await get(`/rounds?below=${street}`)).html).toContain(pathOf(bands))
    expect((await get(`/rounds?below=${encodeURIComponent('晨光街道')}`)).html).toContain('只看晨光街道和下级召集的各轮')
    expect((await get('/rounds?below=990101002')).html).not.toContain(pathOf(bands))
    const none = (await get(`/rounds?below=${encodeURIComponent('"><script>alert(1)</script>')}`)).html
    expect(none).not.toContain('<script>alert')
    expect(none).toContain('role="alert"')
    expect((await get(`/rounds?below=${encodeURIComponent('柳溪')}`)).html).toContain('/rounds?below=')
  })
})

describe('a round', () => {
  test('with bands only 先进 are named, in the order of codes, without a figure', async () => {
    const { html, status } = await get(pathOf(bands))
    expect(status).toBe(200)
    const result = /<section class="card"[\s\S]*?<\/section>/.exec(html)?.[0] ?? ''
    expect([...result.matchAll(/\/units\/(\d+)/g)].map(([, code]) => code)).toEqual([...communities])
    expect(result).not.toContain('<table')
    expect(result).not.toMatch(/\d+\.\d+</)
    expect(result).toContain('班子成员 2 人、科室专班 1 人')
    expect(result).toContain('参加 2 个单位，评分 2 个；有效评分表 6 张。')
    const told = await trial
      .as('nobody')
      .call<{ publications: { places: { subject: string }[] }[] }>('rounds.published', { params: bands.where })
    expect(told.body.publications[0]?.places.map(({ subject }) => subject)).toEqual([...communities])
  })

  test('nothing on any page names a seat, a holder or a judge', async () => {
    for (const path of [pathOf(bands), `${pathOf(bands)}/draws`, pathOf(ranks)]) {
      const { html } = await get(path)
      for (const seat of [...bands.seats, ...ranks.seats]) expect(html).not.toContain(seat.id)
      expect(mainOf(html)).not.toMatch(/演示·|评委\d|计票人\d|监票人\d/)
    }
  })

  test('the rules stand there in words: criteria, weights, trimming, limit, rounding, ties, bands, and since when', async () => {
    const { html } = await get(pathOf(ranks))
    for (const said of [
      '评分表：实地看（满分 100）',
      '<td>承诺兑现</td>',
      '<td>班子成员</td><td>40%</td>',
      '去掉 1 个最高分、1 个最低分后取平均数',
      '四舍五入保留 2 位小数',
      '加减分合计最多加 5 分或减 5 分',
      '“实地看”环节分（高的在前），再比加减分（少的在前）',
      '总分不低于 90 的为先进，不低于',
      '规则于 2026年9月8日 ',
      '公布，先于第一个评分',
    ])
      expect(html).toContain(said)
    const { body } = await trial.as('nobody').call<{ rulesDigest: string }>('rounds.published', { params: ranks.where })
    expect(html).toContain(`<code>${body.rulesDigest}</code>`)
    // From the text on the page anybody gets that digest.
    const method = plain(/<details>[\s\S]*?<code>([\s\S]*?)<\/code>/.exec(html)?.[1] ?? '')
    expect(canonicalDigest(JSON.parse(method))).toBe(body.rulesDigest)
  })

  test('while it is corrected the old result stands, and afterwards both, with what changed', async () => {
    expect((await get(pathOf(ranks))).html).toContain('本轮正在复核更正')
    const teller = ranks.seat('teller')
    const points = { seat: teller.id, id: randomUUID(), subject: communities[1], points: '5', reason: '复核补记' }
    expect((await teller.caller.call('rounds.adjust', { body: points })).status).toBe(200)
    await tell(ranks, 'ranks', '更正：补记加分')
    const { html } = await get(pathOf(ranks))
    expect(html.indexOf('第 2 次公布（更正）')).toBeLessThan(html.indexOf('第 1 次公布'))
    expect(html).toContain('已由第 2 次公布更正')
    expect(html).toContain('说明：会议决定公布名次')
    expect(html).toContain('计票数据有更正')
    expect(html).toMatch(/和风社区：第 2 名、\d+\.\d+ 分 改为 第 2 名、\d+\.\d+ 分/)
    expect(html).not.toContain('本轮正在复核更正')
  })

  test('objecting is one step away, and the page can be printed with its address', async () => {
    const { html } = await get(pathOf(bands))
    expect(html).toContain(`href="/feedback?unit=${street}&amp;kind=complaint"`)
    expect(html).toContain('结果告知之日起 3 个工作日内')
    expect(html).toContain('liangxing tally round-')
    expect(html).toContain(qrPath(`${trial.url}${pathOf(bands)}`).path)
    expect(html).toContain(`网页地址 ${pathOf(bands)}`)
    expect((await get('/public/results.css')).status).toBe(200)
  })
})

describe('the draws of a round', () => {
  test('the published command draws the published lines from the published file', async () => {
    const { html } = await get(`${pathOf(bands)}/draws`)
    const command = plain(/aria-label="复算命令"><code>([^<]+)/.exec(html)?.[1] ?? '')
    const [, take = '', entropy = '', hash = ''] = /--take (\d+) --entropy "([^"]+)" --hash (\w+)/.exec(command) ?? []
    expect(entropy).toBe('1.3.8./')
    const file = await trial.as('nobody').fetch(`/api/v1${pathOf(bands)}/draws/${first}/pool`)
    expect(file.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    const pool = Buffer.from(await file.arrayBuffer())
    expect(html).toContain(createHash('sha256').update(pool).digest('hex'))
    const folder = await mkdtemp(join(tmpdir(), 'lx-pool-'))
    await writeFile(join(folder, 'pool.txt'), pool)
    const drawn = await promisify(execFile)(process.execPath, [
      join(houseRoot, 'doors', 'cli', 'main.ts'),
      'draw',
      '--pool',
      join(folder, 'pool.txt'),
      '--take',
      take,
      '--entropy',
      entropy,
      '--hash',
      hash,
    ])
    const { selected } = JSON.parse(drawn.stdout) as { selected: { line: number; text: string }[] }
    const table = /抽中的行（按抽出的次序）<\/caption>[\s\S]*?<\/table>/.exec(html)?.[0] ?? ''
    expect(
      [...table.matchAll(/<tr><td>\d+<\/td><td>(\d+)<\/td><td>([^<]+)<\/td>/g)].map(([, line, text]) => ({ line: Number(line), text })),
    ).toEqual(selected)
  })

  test('a voided draw stays, with the reason and what stands in its place; a sealed one waits', async () => {
    const { html } = await get(`${pathOf(bands)}/draws`)
    expect(html).toContain('本次已作废，由第 2 次代替。原因：来源公布有误')
    expect(html).toContain('代替第 1 次。原因：来源公布有误')
    expect(html).toContain('已封存，等待随机数值')
    expect(html).toContain('第 3 次：&lt;b&gt;抽题&lt;/b&gt;')
    expect(html).toContain('<li>&lt;i&gt;乙题&lt;/i&gt;</li>')
    expect((await get(pathOf(bands))).html).toContain(`<a href="${pathOf(bands)}/draws">查看抽签记录（3 次，可复算）</a>`)
  })

  test('what does not exist has no pool', async () => {
    const answer = await trial.as('nobody').fetch(`/api/v1${pathOf(bands)}/draws/${randomUUID()}/pool`)
    expect(answer.status).toBe(404)
  })
})

test('what is unknown, still planned or no address at all is a page that says so', async () => {
  const unknown = [
    pathOf(planned),
    `/rounds/${street}/${randomUUID()}`,
    `/rounds/${street}/x'%22%3E%3Cscript%3E`,
    '/rounds/abc/1',
    `/rounds/990102/${bands.where.id}`,
  ]
  for (const path of unknown.flatMap((one) => [one, `${one}/draws`])) {
    const { html, status } = await get(path)
    expect(status, path).toBe(404)
    expect(html).toContain('没有这一轮')
    expect(html).not.toMatch(/<script/)
  }
  expect((await get(`/rounds/${street}/x`, 'lx-language=en')).html).toContain('No such round')
})

test('every page stands in the frame: one heading, no script, 30 KB until it can be read, in both languages', async () => {
  const sheets = [...(await get('/rounds')).html.matchAll(/rel="stylesheet" href="([^"]+)"/g)].map(([, href = '']) => href)
  const sizes = await Promise.all(sheets.map(async (href) => Buffer.byteLength((await get(href)).html)))
  const styles = sizes.reduce((all, one) => all + one, 0)
  expect(styles).toBeGreaterThan(5_000)
  for (const path of ['/rounds', pathOf(bands), pathOf(ranks), `${pathOf(bands)}/draws`, `${pathOf(ranks)}/draws`]) {
    for (const cookie of ['', 'lx-language=en', 'lx-text=large']) {
      const { html } = await get(path, cookie)
      expect(html.match(/<h1/g), path).toHaveLength(1)
      expect(html).not.toMatch(/<script|javascript:| on[a-z]+=| style=/)
      expect(html).not.toMatch(/undefined|\[object|NaN/)
      // All style sheets, and the page as far as the result.
      expect(styles + Buffer.byteLength(html.split('id="rules"')[0] ?? ''), path).toBeLessThan(30_000)
    }
  }
})
