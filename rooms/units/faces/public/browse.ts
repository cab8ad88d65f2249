// The tree for everybody: a grid of named cells, level by level, and a search that works without script. No map.

import { html } from '#ground/http/html.ts'
import type { Html } from '#ground/http/html.ts'
import type { PageAnswer, PageRequest, PublicPage } from '#ground/http/page.ts'
import type { Refused } from '#ground/kernel/result.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'
import type { Words } from './zh.ts'

interface Place {
  readonly code: string
  readonly name: string
}

interface Unit extends Place {
  readonly level: number
  readonly kind: 'village' | 'community' | null
  readonly from: string
}

interface Detail extends Unit {
  readonly path: readonly Place[]
  readonly below: readonly { readonly level: number; readonly count: number }[]
}

const pageSize = 120

const wordsOf = (request: PageRequest): Words => (request.language === 'zh' ? zh : en)
const count = (number: number): string => number.toLocaleString('en-US')

function problemPage(request: PageRequest, refused: Refused): PageAnswer {
  const { title, detail, status } = refused.problem
  return {
    kind: 'page',
    title: title[request.language],
    status,
    main: html`<h1>${title[request.language]}</h1><p>${detail[request.language]}</p><p><a href="/units">${wordsOf(request).all}</a></p>`,
  }
}

function crumbs(words: Words, path: readonly Place[]): Html {
  return html`<nav aria-label="${words.title}"><p class="soft"><a href="/units">${words.all}</a>${path.map((each) => html` › <a href="/units/${each.code}">${each.name}</a>`)}</p></nav>`
}

function searchForm(words: Words, action: string, q: string, within: string | null): Html {
  return html`<form method="get" action="${action}" role="search">
  <div class="field">
    <label for="q">${words.find}</label>
    <p class="hint" id="q-hint">${within === null ? words.findHint : `${words.findHint}，${words.within(within)}`}</p>
    <input id="q" name="q" type="search" maxlength="40" value="${q}" aria-describedby="q-hint">
  </div>
  <div class="acts"><button type="submit">${words.search}</button></div>
</form>`
}

async function results(request: PageRequest, words: Words, q: string, within: string | null): Promise<Html> {
  const found = await request.call<{ units: (Unit & { path: readonly Place[] })[]; next: string | null }>('units.search', {
    query: { q, limit: 60, ...(within === null ? {} : { within }) },
  })
  if (!found.ok) return html`<p class="error" role="alert">${found.problem.detail[request.language]}</p>`
  const { units, next } = found.value
  if (units.length === 0) return html`<p role="status">${words.notFound}</p>`
  return html`<h2>${words.found(count(units.length), next !== null)}</h2>
<ul class="choices">${units.map((unit) => html`<li><a href="/units/${unit.code}"><strong>${unit.name}</strong>${unit.path.map((each) => each.name).join(' › ') || unit.code}</a></li>`)}</ul>`
}

function cells(words: Words, units: readonly (Unit & { readonly below: number })[]): Html {
  const about = (unit: Unit & { readonly below: number }): string =>
    unit.below > 0 ? `${words.lower} ${count(unit.below)}` : unit.kind === null ? unit.code : words.kinds[unit.kind]
  return html`<ul class="choices">${units.map((unit) => html`<li><a href="/units/${unit.code}"><strong>${unit.name}</strong>${about(unit)}</a></li>`)}</ul>`
}

export const rootsPage: PublicPage = {
  method: 'GET',
  path: '/units',
  menu: { order: 20, title: { zh: '单位', en: 'Units' } },
  render: async (request) => {
    const words = wordsOf(request)
    const q = (request.query['q'] ?? '').trim().slice(0, 40)
    const roots = await request.call<{ units: (Unit & { below: number })[] }>('units.roots')
    if (!roots.ok) return problemPage(request, roots)
    const list = roots.value.units.length === 0 ? html`<p>${words.empty}</p>` : cells(words, roots.value.units)
    const main = html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${searchForm(words, '/units', q, null)}
${q === '' ? list : await results(request, words, q, null)}`
    return { kind: 'page', title: words.title, main }
  },
}

function below(
  words: Words,
  unit: Detail,
  units: readonly (Unit & { readonly below: number })[],
  page: { readonly after: string; readonly next: string | null },
): Html {
  const direct = unit.below.find((each) => each.level === unit.level + 1)?.count ?? 0
  if (direct === 0) return html`<p>${words.noneBelow}</p>`
  const first = page.after === '' ? '' : html`<a class="button plain" href="/units/${unit.code}">${words.first}</a>`
  const more =
    page.next === null ? '' : html`<a class="button plain" rel="next" href="/units/${unit.code}?after=${page.next}">${words.more}</a>`
  return html`<h2>${words.below(count(direct))}</h2>${cells(words, units)}<div class="acts">${first}${more}</div>`
}

export const unitPage: PublicPage = {
  method: 'GET',
  path: '/units/:code',
  render: async (request) => {
    const words = wordsOf(request)
    const code = request.params['code'] ?? ''
    const q = (request.query['q'] ?? '').trim().slice(0, 40)
    const after = /^\d{2,17}$/.test(request.query['after'] ?? '') ? (request.query['after'] ?? '') : ''
    const found = await request.call<Detail>('units.get', { params: { code } })
    if (!found.ok) return problemPage(request, found)
    const unit = found.value
    const children = await request.call<{ units: (Unit & { below: number })[]; next: string | null }>('units.children', {
      params: { code },
      query: { limit: pageSize, ...(after === '' ? {} : { after }) },
    })
    if (!children.ok) return problemPage(request, children)
    const summary = unit.below
      .map((each) => words.counts(count(each.count), words.levels[each.level] ?? ''))
      .join(request.language === 'zh' ? '，' : ', ')
    const main = html`${crumbs(words, unit.path)}
<h1>${unit.name}</h1>
<dl class="facts">
  <div><dt>${words.code}</dt><dd>${unit.code}</dd></div>
  ${unit.kind === null ? '' : html`<div><dt>${words.kind}</dt><dd>${words.kinds[unit.kind]}</dd></div>`}
  ${summary === '' ? '' : html`<div><dt>${words.lower}</dt><dd>${summary}</dd></div>`}
  <div><dt>${words.since}</dt><dd>${unit.from}</dd></div>
</dl>
${unit.below.length === 0 ? '' : searchForm(words, `/units/${unit.code}`, q, unit.name)}
${q === '' ? below(words, unit, children.value.units, { after, next: children.value.next }) : await results(request, words, q, unit.code)}
<p class="quiet">${words.asOf(request.today)}</p>`
    return { kind: 'page', title: unit.name, main }
  },
}
