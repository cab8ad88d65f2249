import { expect, test } from 'vitest'
import { qrPath } from '#ground/http/qr.ts'
import { useTrial } from '#ground/trial/trial.ts'

const trial = useTrial({ settings: { HOME_UNIT: '990101', OPERATOR_NAME: '演示县委组织部', SUPERVISION_PHONE: '0999-0000000' } })

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
const fieldOf = (html: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
const send = async (form: Record<string, string>): Promise<Response> => {
  const { html } = await get('/feedback')
  return post('/feedback', { kind: 'suggestion', idempotencyKey: fieldOf(html, 'idempotencyKey'), ...form })
}

test('every public page stands in the frame: one heading, the way to complain, the filing number, no script', async () => {
  for (const path of ['/', '/feedback', '/feedback/track', '/privacy', '/accessibility', '/no-such-page']) {
    for (const cookie of ['', 'lx-language=en', 'lx-text=large']) {
      const { html } = await get(path, cookie)
      expect(html, path).toMatch(/^<!doctype html>/)
      expect(html.match(/<h1/g), path).toHaveLength(1)
      expect(html).toContain('href="/feedback"')
      expect(html).toContain(cookie === 'lx-language=en' ? 'Filing number: not entered yet' : '备案号：未填')
      expect(html).toContain('演示县委组织部')
      expect(html).toContain('0999-0000000')
      expect(html).not.toMatch(/<script|javascript:| on[a-z]+=/)
      expect(html.includes('class="large"')).toBe(cookie === 'lx-text=large')
      expect(html).toContain(cookie === 'lx-language=en' ? '<html lang="en"' : '<html lang="zh-CN"')
    }
  }
})

test('complaints are two steps from the first page, and the switches come back to where one was', async () => {
  const { html } = await get('/feedback/track?code=ABC')
  expect(html).toContain('href="/text?to=large&amp;back=%2Ffeedback%2Ftrack%3Fcode%3DABC"')
  expect(html).toContain('href="/language?to=en&amp;back=%2Ffeedback%2Ftrack%3Fcode%3DABC"')
  const back = await trial.as('nobody').fetch('/text?to=large&back=%2Ffeedback')
  expect(back.headers.get('location')).toBe('/feedback')
  expect(back.headers.get('set-cookie')).toContain('lx-text=large')
})

test('a resident without script sends, reads the code, follows it and rates the answer', async () => {
  const sent = await send({ text: '<b>按钮</b>再大一些。', unit: '晨光街道', contact: '19900000001' })
  expect(sent.status).toBe(303)
  const at = sent.headers.get('location') ?? ''
  const receipt = await get(at)
  const code = /class="code">([^<]+)</.exec(receipt.html)?.[1] ?? ''
  expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/)
  expect(receipt.html).toContain('2026年9月15日')
  expect(receipt.html).toContain(`aria-label="二维码，打开查询码 ${code} 的办理情况"`)
  expect(receipt.html).toContain(qrPath(`${trial.url}/feedback/track?code=${code}`).path)
  expect(receipt.headers.get('x-robots-tag')).toBe('noindex')
  expect(receipt.headers.get('cache-control')).toBe('no-store')
  const followed = await get(`/feedback/track?code=${code}`)
  expect(followed.html).toContain('已收到')
  expect(followed.html).toContain('&lt;b&gt;按钮&lt;/b&gt;再大一些。')
  expect(followed.html).toContain('晨光街道')
  expect(followed.html).not.toContain('19900000001')
  expect(followed.html).not.toContain('name="satisfied"')

  const list = await trial.as('countyAdmin').call<{ rows: { unit: string; id: string }[] }>('feedback.list')
  const [row] = list.body.rows
  await trial
    .as('countyAdmin')
    .call('feedback.answer', { params: { unit: row?.unit ?? '', id: row?.id ?? '' }, body: { text: '下次更新时放大。' } })
  const answered = await get(`/feedback/track?code=${code}`)
  expect(answered.html).toContain('下次更新时放大。')
  const rated = await post('/feedback/track', {
    code,
    satisfied: 'no',
    text: '还要更大',
    idempotencyKey: fieldOf(answered.html, 'idempotencyKey'),
  })
  expect(rated.status).toBe(303)
  const again = await get(rated.headers.get('location') ?? '')
  expect(again.html).toContain('不满意，继续办理')
  expect(again.html).toContain('还要更大')
})

test('on paper stands the address by which people reach the instance, not the one behind its proxy', async () => {
  const receipt = async (): Promise<string> => (await get((await send({ text: '印在纸上的地址。' })).headers.get('location') ?? '')).html
  const asked = await receipt()
  const code = /class="code">([^<]+)</.exec(asked)?.[1] ?? ''
  Object.assign(trial.instance.settings, { PUBLIC_ORIGIN: 'https://liangxing.example/' })
  const { html } = await get(`/feedback/sent?code=${code}`)
  Object.assign(trial.instance.settings, { PUBLIC_ORIGIN: '' })
  expect(html).toContain(qrPath(`https://liangxing.example/feedback/track?code=${code}`).path)
  expect(asked).not.toContain(qrPath(`https://liangxing.example/feedback/track?code=${code}`).path)
})

test('what was typed stays when something is refused, and the page says what to do', async () => {
  const unknown = await send({ text: '写了很久的话', unit: '没有这个地方', contact: 'a@b' })
  expect(unknown.status).toBe(422)
  const html = await unknown.text()
  expect(html).toContain('写了很久的话')
  expect(html).toContain('没有找到“没有这个地方”')
  expect(html).toContain('aria-invalid="true"')
  const empty = await send({ text: '   ' })
  expect(empty.status).toBe(400)
  expect(await empty.text()).toContain('role="alert"')
})

test('a name that several units bear comes back as a choice', async () => {
  const several = await (await send({ text: '说的是哪个', unit: '柳溪' })).text()
  const choices = [...several.matchAll(/name="choice" value="(\d+)"/g)].map((match) => match[1] ?? '')
  expect(choices.length).toBeGreaterThan(1)
  const chosen = await send({ text: '说的是哪个', unit: '柳溪', choice: choices[0] ?? '' })
  expect(chosen.status).toBe(303)
})

test('a mistyped code gives the form back with the sentence; the receipt of no code leads to the form', async () => {
  const { html, status } = await get('/feedback/track?code=2222-2222-2223')
  expect(status).toBe(400)
  expect(html).toContain('查询码有误')
  expect(html).toContain('value="2222-2222-2223"')
  expect((await get('/feedback/sent?code=2222')).headers.get('location')).toBe('/feedback/track')
})

test('the style sheet and the mark are served', async () => {
  for (const path of ['/public/public.css', '/public/parts.css', '/public/media.css', '/public/mark.svg', '/public/favicon.svg'])
    expect((await get(path)).status).toBe(200)
})
