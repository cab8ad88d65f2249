// What became of it: a form for the code, the record with its steps, and the one rating (回访评价).

import { html } from '#ground/http/html.ts'
import type { Html } from '#ground/http/html.ts'
import type { AnswerOf } from '#ground/http/contract.ts'
import type { PageAnswer, PageRequest, PublicPage } from '#ground/http/page.ts'
import { chinaDay } from '#ground/kernel/clock.ts'
import type { Problem } from '#ground/kernel/problem.ts'
import type { contract } from '../../contract.ts'
import { showCode, readCode } from '../../core/code.ts'
import { stateNames } from '../../core/state.ts'
import type { State } from '../../core/state.ts'
import { dayText, problemBox, wordsOf } from './words.ts'

type Tracked = AnswerOf<(typeof contract)['track']>

const marks: Readonly<Record<State, { readonly sign: string; readonly name: string }>> = {
  received: { sign: '○', name: 'waiting' },
  handling: { sign: '▲', name: 'attention' },
  answered: { sign: '●', name: 'done' },
  satisfied: { sign: '●', name: 'done' },
  reopened: { sign: '▲', name: 'attention' },
  closed: { sign: '●', name: 'done' },
  transferred: { sign: '○', name: 'waiting' },
}

function dueText(request: PageRequest, { deadline }: Tracked): string | null {
  const words = wordsOf(request).track
  if (deadline === null) return null
  return deadline.due === null ? words.dueUnknown : words.dueLeft(dayText(request, deadline.due), deadline.left)
}

function stepLine(request: PageRequest, step: Tracked['steps'][number]): Html {
  const words = wordsOf(request).track
  const title = step.verb === 'rate' ? (step.satisfied === true ? words.satisfied : words.unsatisfied) : words.step[step.verb]
  const day = chinaDay(Date.parse(step.at))
  return html`<li><time datetime="${step.at}">${dayText(request, day)}</time> <strong>${title}</strong>
    ${step.text === '' || step.verb === 'receive' ? '' : html`<p class="words">${step.text}</p>`}</li>`
}

function rating(request: PageRequest, code: string): Html {
  const words = wordsOf(request).track
  return html`<section class="card"><h2>${words.rate}</h2>
<p>${words.rateLead}</p>
<form method="post" action="/feedback/track">
  <input type="hidden" name="idempotencyKey" value="${request.newKey()}">
  <input type="hidden" name="code" value="${code}">
  <fieldset><legend>${words.rate}</legend>
    <label class="choice"><input type="radio" name="satisfied" value="yes" required> ${words.rateSatisfied}</label>
    <label class="choice"><input type="radio" name="satisfied" value="no"> ${words.rateUnsatisfied}</label>
  </fieldset>
  <div class="field"><label for="remark">${words.rateText}</label><textarea id="remark" name="text" maxlength="2000" rows="4"></textarea></div>
  <button type="submit">${words.rateSend}</button>
</form></section>`
}

function result(request: PageRequest, code: string, tracked: Tracked): Html {
  const words = wordsOf(request).track
  const kinds = wordsOf(request).form.kinds
  const mark = marks[tracked.state]
  const due = dueText(request, tracked)
  return html`<section class="card">
  <h2>${showCode(code)}</h2>
  <dl class="facts">
    <dt>${words.state}</dt><dd><span class="state state-${mark.name}"><span aria-hidden="true">${mark.sign}</span> ${stateNames[tracked.state][request.language]}</span></dd>
    ${due === null ? '' : html`<dt>${words.due}</dt><dd>${due}</dd>`}
    <dt>${words.kind}</dt><dd>${kinds[tracked.kind]}</dd>
    <dt>${words.unit}</dt><dd>${tracked.subject?.name ?? words.noUnit}</dd>
    <dt>${words.filed}</dt><dd>${dayText(request, tracked.filedOn)}</dd>
    <dt>${words.contact}</dt><dd>${tracked.hasContact ? words.contactKept : words.contactNone}</dd>
    <dt>${words.text}</dt><dd class="words">${tracked.text}</dd>
  </dl>
  <h3>${words.steps}</h3>
  <ol class="steps">${tracked.steps.map((step) => stepLine(request, step))}</ol>
</section>
${tracked.mayRate ? rating(request, code) : ''}
<p><a href="/feedback/track">${words.again}</a></p>`
}

function lookUp(request: PageRequest, typed: string, problem: Problem | null): Html {
  const words = wordsOf(request).track
  return html`${problemBox(request, problem)}
<p class="lead">${words.lead}</p>
<form method="get" action="/feedback/track">
  <div class="field"><label for="code">${words.code}</label>
  <input class="code-input" type="text" id="code" name="code" required maxlength="20" autocomplete="off" autocapitalize="characters" spellcheck="false" value="${typed}"${problem === null ? '' : html` aria-invalid="true"`}></div>
  <button type="submit">${words.show}</button>
</form>`
}

async function render(request: PageRequest, before: Problem | null): Promise<PageAnswer> {
  const words = wordsOf(request).track
  const typed = (request.form['code'] ?? request.query['code'] ?? '').trim()
  const found = typed === '' ? null : await request.call<Tracked>('feedback.track', { query: { code: typed } })
  const problem = before ?? (found !== null && !found.ok ? found.problem : null)
  const code = readCode(typed)
  return {
    kind: 'page',
    title: words.title,
    closed: true,
    status: problem?.status ?? 200,
    main: html`<h1>${words.title}</h1>
${found !== null && found.ok && code !== null ? html`${problemBox(request, before)}${result(request, code, found.value)}` : lookUp(request, typed, problem)}`,
  }
}

export const track: PublicPage = {
  method: 'GET',
  path: '/feedback/track',
  menu: { order: 90, title: { zh: '查询进度', en: 'Check progress' } },
  render: (request) => render(request, null),
}

export const rate: PublicPage = {
  method: 'POST',
  path: '/feedback/track',
  render: async (request) => {
    const { code = '', satisfied, text = '' } = request.form
    const rated = await request.call('feedback.rate', { body: { code, satisfied: satisfied === 'yes', text } })
    return rated.ok ? { kind: 'redirect', to: `/feedback/track?code=${encodeURIComponent(code)}` } : render(request, rated.problem)
  },
}
