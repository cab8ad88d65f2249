// The form of an objection: which star, what, and a way to be reached only if one wants. What was typed stays when it is refused.

import { html } from '#ground/http/html.ts'
import type { PageAnswer, PageRequest, PublicPage } from '#ground/http/page.ts'
import type { Problem } from '#ground/kernel/problem.ts'
import { dayText, problemBox, problemPage, publicityPath, wordsOf } from './words.ts'
import type { Publicity } from './words.ts'

const valueOf = (request: PageRequest, name: string): string => request.form[name] ?? request.query[name] ?? ''

async function form(request: PageRequest, problem: Problem | null): Promise<PageAnswer> {
  const { object: words, back } = wordsOf(request)
  const [unit, id, candidacy] = ['unit', 'publicity', 'candidacy'].map((name) => valueOf(request, name))
  const found = await request.call<Publicity>('stars.publicity', { params: { unit, id } })
  if (!found.ok) return problemPage(request, found)
  const publicity = found.value
  const line = publicity.lines.find((one) => one.candidacy === candidacy)
  const title = problem === null ? words.title : `${words.failed} · ${words.title}`
  const head = html`<p class="soft"><a href="${publicityPath(publicity)}">${wordsOf(request).publicity.title(publicity.unitName, publicity.number)}</a></p>
<h1>${words.title}</h1>`
  if (line === undefined || line.state !== 'shown' || !publicity.open)
    return {
      kind: 'page',
      title: words.over,
      status: 409,
      main: html`${head}
<p class="note">${words.over}。</p><p><a href="${publicityPath(publicity)}">${back}</a></p>`,
    }
  return {
    kind: 'page',
    title,
    status: problem?.status ?? 200,
    main: html`${head}
${problemBox(request, problem)}
<p class="lead"><strong>${words.about(line.unitName, line.starName)}</strong></p>
<p>${words.until(dayText(request, publicity.until))}</p>
<p>${words.lead}</p>
<form method="post" action="/stars/object">
  <input type="hidden" name="idempotencyKey" value="${request.form['idempotencyKey'] ?? request.newKey()}">
  <input type="hidden" name="unit" value="${publicity.unit}">
  <input type="hidden" name="publicity" value="${publicity.id}">
  <input type="hidden" name="candidacy" value="${line.candidacy}">
  <div class="field">
    <label for="text">${words.text}</label>
    <p class="hint" id="text-hint">${words.textHint}</p>
    <textarea id="text" name="text" required maxlength="2000" rows="8" aria-describedby="text-hint">${request.form['text'] ?? ''}</textarea>
  </div>
  <div class="field">
    <label for="contact">${words.contact}</label>
    <p class="hint" id="contact-hint">${words.contactHint} <a href="/privacy">${words.privacy}</a></p>
    <input type="text" id="contact" name="contact" maxlength="100" autocomplete="off" value="${request.form['contact'] ?? ''}" aria-describedby="contact-hint">
  </div>
  <button type="submit">${words.send}</button>
</form>`,
  }
}

export const showObjection: PublicPage = { method: 'GET', path: '/stars/object', render: (request) => form(request, null) }

export const sendObjection: PublicPage = {
  method: 'POST',
  path: '/stars/object',
  render: async (request) => {
    const { unit, publicity, candidacy, text, contact, idempotencyKey } = request.form
    const body = { unit, publicity, candidacy, text, nonce: idempotencyKey }
    const sent = await request.call<{ code: string }>('stars.object', {
      body: contact === undefined || contact.trim() === '' ? body : { ...body, contact },
    })
    return sent.ok ? { kind: 'redirect', to: `/stars/objection/sent?code=${sent.value.code}` } : form(request, sent.problem)
  },
}
