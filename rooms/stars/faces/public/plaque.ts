// The truth about a plaque: the address that its QR code holds. Says plainly whether the star is valid; what is between the
// unit and the posts above it (a warning, an order to mend) is not told here.

import { html } from '#ground/http/html.ts'
import type { Html } from '#ground/http/html.ts'
import type { PageRequest, PublicPage } from '#ground/http/page.ts'
import { qrCode } from '#ground/http/qr.ts'
import { readCode, showCode } from '#rooms/feedback/core/code.ts'
import { dayText, mark, problemPage, wordsOf } from './words.ts'
import type { Held } from './words.ts'

/** What a stranger reads of a state. */
export const openState = (state: Held['state']): 'held' | 'suspended' | 'revoked' | 'ended' =>
  state === 'warned' || state === 'mending' ? 'held' : state

const form = (request: PageRequest, typed: string, wrong: boolean): Html => {
  const { plaque: words, list } = wordsOf(request)
  return html`<form method="get" action="/plaque">
  <div class="field"><label for="code">${list.code}</label>
  <p class="hint" id="code-hint">${words.lead}</p>
  <input class="code-input" type="text" id="code" name="code" required maxlength="20" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="code-hint" value="${typed}"${wrong ? html` aria-invalid="true"` : ''}></div>
  <button type="submit">${list.check}</button>
</form>`
}

/** The same form, for the first page of the stars. */
export const plaqueForm = (request: PageRequest): Html => form(request, '', false)

export const findPlaque: PublicPage = {
  method: 'GET',
  path: '/plaque',
  render: async (request) => {
    const typed = (request.query['code'] ?? '').trim()
    if (typed !== '') return { kind: 'redirect', to: `/plaque/${encodeURIComponent(typed)}` }
    const words = wordsOf(request).plaque
    return { kind: 'page', title: words.title, main: html`<h1>${words.title}</h1>${form(request, '', false)}` }
  },
}

export const plaquePage: PublicPage = {
  method: 'GET',
  path: '/plaque/:code',
  render: async (request) => {
    const { plaque: words, starStates, back } = wordsOf(request)
    const typed = request.params['code'] ?? ''
    const found = await request.call<Held>('stars.plaque', { params: { code: typed } })
    if (!found.ok && found.problem.status !== 404 && found.problem.status !== 400) return problemPage(request, found)
    if (!found.ok)
      return {
        kind: 'page',
        title: words.none,
        status: 404,
        main: html`<h1>${words.none}</h1><div class="problem" role="alert"><p>${words.noneWhat(typed)}</p></div>${form(request, typed, true)}`,
      }
    const honour = found.value
    const state = openState(honour.state)
    const day = dayText(request, honour.to ?? honour.from)
    const code = showCode(readCode(typed) ?? honour.plaque)
    const truth = words.truth[state](honour.unitName, honour.starName, day)
    const row = (name: string, value: Html | string): Html => html`<div><dt>${name}</dt><dd>${value}</dd></div>`
    return {
      kind: 'page',
      title: `${honour.unitName} · ${honour.starName}`,
      main: html`<h1>${words.title}</h1>
<div class="card">
  <h2>${mark(state === 'held' ? 'done' : 'late', starStates[state])}</h2>
  <p class="lead"><strong>${truth}</strong></p>
  <div class="receipt"><dl class="facts">
    ${row(words.unit, honour.unitName)}
    ${row(words.star, honour.starName)}
    ${row(words.year, String(honour.year))}
    ${row(words.since, dayText(request, honour.from))}
    ${row(words.code, code)}
  </dl>
  <figure>${qrCode(`${request.origin}/plaque/${honour.plaque}`, words.qrLabel(code))}<figcaption class="soft">${words.qr}</figcaption></figure></div>
  <p class="soft">${words.asOf(dayText(request, request.today))}</p>
</div>
<p>${words.wrong} <a href="/feedback?unit=${honour.unit}&amp;kind=correction">${words.wrongWhat}</a></p>
<p><a href="/stars?unit=${honour.unit.slice(0, 6)}">${back}</a></p>`,
    }
  },
}
