// The public tree as a browser with script off reads it.

import { expect, test } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'

const trial = useTrial()

const get = async (path: string, cookie = ''): Promise<{ status: number; html: string }> => {
  const response = await trial.as('nobody').fetch(path, { headers: { cookie } })
  return { status: response.status, html: await response.text() }
}

test('one goes down from the roots by links', async () => {
  expect((await get('/units')).html).toContain('<a href="/units/99"><strong>演示省</strong>')
  expect((await get('/units/99')).html).toContain('<a href="/units/9901"><strong>演示市</strong>')
  const county = (await get('/units/990101')).html
  expect(county).toContain('<h1>演示县</h1>')
  expect(county).toContain('乡镇(街道) 2 个，村(社区) 4 个')
  expect(county).toContain('<a href="/units/9901">演示市</a>')
  expect((await get('/units/990101001')).html).toContain('<a href="/units/990101001001"><strong>朝霞社区</strong>社区</a>')
})

test('the search is a plain form, everywhere or inside one unit', async () => {
  const all = (await get(`/units?q=${encodeURIComponent('村')}`)).html
  expect(all).not.toContain('南坡村')
  expect((await get('/units?q=npc')).html).toContain('南坡村')
  expect((await get('/units/990101?q=npc')).html).not.toContain('<strong>南坡村')
  expect((await get('/units/990101?q=sqc')).html).toContain('<strong>石桥村</strong>演示省 › 演示市 › 演示县 › 柳溪镇')
  expect((await get(`/units?q=${encodeURIComponent('没有的地方')}`)).html).toContain('没有找到')
})

test('what is typed comes back as text', async () => {
  const { html } = await get(`/units?q=${encodeURIComponent('"><script>alert(1)</script>')}`)
  expect(html).not.toContain('<script>alert')
  expect(html).toContain('&quot;&gt;&lt;script&gt;')
})

test('a code that nobody has is a page that says so, in both languages', async () => {
  const zh = await get('/units/990177')
  expect([zh.status, zh.html.includes('没有这个单位')]).toEqual([404, true])
  const en = await get('/units/990177', 'lx-language=en')
  expect([en.status, en.html.includes('No such unit')]).toEqual([404, true])
  expect((await get('/units/abc')).status).toBe(400)
})

test('every page stands in the frame: one heading, no script', async () => {
  for (const path of ['/units', '/units/41', '/units/990101', '/units/990101001001']) {
    for (const cookie of ['', 'lx-language=en', 'lx-text=large']) {
      const { html } = await get(path, cookie)
      expect(html.match(/<h1/g)).toHaveLength(1)
      expect(html).not.toMatch(/<script/)
    }
  }
})
