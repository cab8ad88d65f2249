// All rounds whose rules are public, newest first; one field narrows them to a convening unit and what lies below it.

import { html } from '#ground/http/html.ts'
import type { Html } from '#ground/http/html.ts'
import type { PageRequest, PublicPage } from '#ground/http/page.ts'
import { dayText, problemPage, quarterText, roundPath, stateMark, wordsOf } from './words.ts'
import type { Row } from './words.ts'
import type { Words } from './zh.ts'

interface Unit {
  readonly code: string
  readonly name: string
  readonly path: readonly { readonly name: string }[]
}

const most = 100
const isCode = (text: string): boolean => /^\d{2,17}$/.test(text)

/** What the field means: one unit, several to choose from, or nothing that there is. */
async function unitsCalled(request: PageRequest, typed: string): Promise<readonly Unit[]> {
  if (typed === '') return []
  if (isCode(typed)) {
    const unit = await request.call<Unit>('units.get', { params: { code: typed } })
    return unit.ok ? [unit.value] : []
  }
  const found = await request.call<{ units: Unit[] }>('units.search', { query: { q: typed, limit: 12 } })
  const units = found.ok ? found.value.units : []
  const exact = units.filter(({ name }) => name === typed)
  return exact.length === 1 ? exact : units
}

function form(words: Words, typed: string): Html {
  const { unit, unitHint, show } = words.list
  return html`<form method="get" action="/rounds" role="search">
  <div class="field">
    <label for="below">${unit}</label>
    <p class="hint" id="below-hint">${unitHint}</p>
    <input id="below" name="below" type="search" maxlength="40" value="${typed}" aria-describedby="below-hint">
  </div>
  <div class="acts"><button type="submit">${show}</button></div>
</form>`
}

function rows(request: PageRequest, list: readonly Row[]): Html {
  const words = wordsOf(request)
  if (list.length === 0) return html`<p role="status">${words.list.empty}</p>`
  const row = (
    one: Row,
  ): Html => html`<li><a href="${roundPath(one)}"><strong>${one.name}</strong>${one.unitName} · ${quarterText(words, one.quarter)}${one.theme === '' ? '' : ` · ${one.theme}`}<br>
${dayText(request, one.heldOn)} · ${words.list.units(one.units)}<br>${stateMark(words, one.state)}</a></li>`
  return html`<ul class="choices">${list.map(row)}</ul>${list.length < most ? '' : html`<p class="soft">${words.list.most}</p>`}`
}

export const listPage: PublicPage = {
  method: 'GET',
  path: '/rounds',
  menu: { order: 25, title: { zh: '亮赛比', en: 'Rounds' } },
  render: async (request) => {
    const words = wordsOf(request)
    const typed = (request.query['below'] ?? '').trim().slice(0, 40)
    const units = await unitsCalled(request, typed)
    const [unit] = units
    const about = (all: Html): Html => html`<h1>${words.list.title}</h1>
<p class="lead">${words.list.lead}</p>
${form(words, typed)}
${all}`
    const page = (all: Html) => ({ kind: 'page', title: words.list.title, main: about(all) }) as const
    if (typed !== '' && unit === undefined) return page(html`<p class="error" role="alert">${words.list.noUnit(typed)}</p>`)
    if (units.length > 1)
      return page(html`<h2>${words.list.choose}</h2>
<ul class="choices">${units.map(({ code, name, path }) => html`<li><a href="/rounds?below=${code}"><strong>${name}</strong>${path.map((each) => each.name).join(' › ') || code}</a></li>`)}</ul>`)
    const found = await request.call<{ rows: Row[] }>('rounds.announced', { query: unit === undefined ? {} : { below: unit.code } })
    if (!found.ok) return problemPage(request, found)
    const only = unit === undefined ? '' : html`<p>${words.list.below(unit.name)} · <a href="/rounds">${words.list.all}</a></p>`
    return page(html`${only}${rows(request, found.value.rows)}`)
  },
}
