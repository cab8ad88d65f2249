// After sending: the code in big figures and as a QR code. Later: what became of the objection, by that code alone.

import { html } from '#ground/http/html.ts'
import type { Html } from '#ground/http/html.ts'
import type { PageRequest, PublicPage } from '#ground/http/page.ts'
import { qrCode } from '#ground/http/qr.ts'
import { readCode, showCode } from '#rooms/feedback/core/code.ts'
import { dayText, mark, problemBox, wordsOf } from './words.ts'
import type { Objection } from './words.ts'

const ask = (request: PageRequest, code: string) => request.call<Objection>('stars.followObjection', { body: { code } })
const marks = { open: 'waiting', upheld: 'done', dismissed: 'done' } as const

export const sentPage: PublicPage = {
  method: 'GET',
  path: '/stars/objection/sent',
  render: async (request) => {
    const words = wordsOf(request).sent
    const code = readCode(request.query['code'] ?? '')
    const found = code === null ? null : await ask(request, code)
    if (code === null || found === null || !found.ok) return { kind: 'redirect', to: '/stars/objection' }
    const follow = `/stars/objection?code=${showCode(code)}`
    return {
      kind: 'page',
      title: words.title,
      closed: true,
      main: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<div class="card">
  <h2>${words.codeLabel}</h2>
  <div class="receipt">
    <p class="code">${showCode(code)}</p>
    <figure>${qrCode(`${request.origin}${follow}`, words.qrLabel(showCode(code)))}<figcaption class="soft">${words.qr}</figcaption></figure>
  </div>
  <p><strong>${words.keep}</strong></p>
  <p class="soft">${words.print}</p>
</div>
<p class="acts"><a class="button" href="${follow}">${words.follow}</a></p>`,
    }
  },
}

function record(request: PageRequest, code: string, objection: Objection): Html {
  const words = wordsOf(request).follow
  return html`<section class="card"><h2>${showCode(code)}</h2>
<dl class="facts">
  <div><dt>${words.state}</dt><dd>${mark(marks[objection.state], words.states[objection.state])}</dd></div>
  <div><dt>${words.about}</dt><dd>${objection.subjectName} · ${objection.starName}</dd></div>
  <div><dt>${words.filed}</dt><dd>${dayText(request, objection.filedOn)}</dd></div>
  ${objection.answeredOn === null ? '' : html`<div><dt>${words.answered}</dt><dd>${dayText(request, objection.answeredOn)}</dd></div>`}
  <div><dt>${words.answer}</dt><dd class="words">${objection.answer ?? words.none}</dd></div>
</dl></section>
<p><a href="/stars/objection">${words.again}</a></p>`
}

export const followPage: PublicPage = {
  method: 'GET',
  path: '/stars/objection',
  render: async (request) => {
    const words = wordsOf(request).follow
    const typed = (request.query['code'] ?? '').trim()
    const found = typed === '' ? null : await ask(request, typed)
    const problem = found !== null && !found.ok ? found.problem : null
    const code = readCode(typed)
    const form = html`${problemBox(request, problem)}
<p class="lead">${words.lead}</p>
<form method="get" action="/stars/objection">
  <div class="field"><label for="code">${words.code}</label>
  <input class="code-input" type="text" id="code" name="code" required maxlength="20" autocomplete="off" autocapitalize="characters" spellcheck="false" value="${typed}"${problem === null ? '' : html` aria-invalid="true"`}></div>
  <button type="submit">${words.show}</button>
</form>`
    return {
      kind: 'page',
      title: words.title,
      closed: true,
      status: problem?.status ?? 200,
      main: html`<h1>${words.title}</h1>
${found !== null && found.ok && code !== null ? record(request, code, found.value) : form}`,
    }
  },
}
