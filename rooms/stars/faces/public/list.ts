// The first page of the stars for everybody: what is publicised, who holds what, who aims for what, and a plaque's truth.

import { html } from '#ground/http/html.ts'
import type { Html } from '#ground/http/html.ts'
import type { PageAnswer, PageRequest, PublicPage } from '#ground/http/page.ts'
import { daysBetween } from '#ground/kernel/days.ts'
import { openState, plaqueForm } from './plaque.ts'
import { dayText, problemPage, publicityPath, scrolling, wordsOf } from './words.ts'
import type { Aims, Cycle, Held, Publicity } from './words.ts'

function publicities(request: PageRequest, rows: readonly Publicity[]): Html {
  const words = wordsOf(request).list
  const card = (
    one: Publicity,
  ): Html => html`<section class="card"><h3><a href="${publicityPath(one)}">${words.number(one.unitName, one.number)}</a></h3>
<p>${words.about(one.cycleName, one.lines.length)}<br>${words.term(dayText(request, one.from), dayText(request, one.until))}<br><strong>${words.left(daysBetween(request.today, one.until) + 1)}</strong></p>
<p>${one.contact === '' ? words.contactNone : words.contact(one.contact)}</p>
<p class="acts"><a class="button" href="${publicityPath(one)}">${words.toObject}</a></p></section>`
  const past = rows.filter((one) => !one.open)
  const line = (one: Publicity): Html =>
    html`<li><a href="${publicityPath(one)}"><strong>${words.number(one.unitName, one.number)}</strong>${words.about(one.cycleName, one.lines.length)}<br>${words.term(dayText(request, one.from), dayText(request, one.until))}</a></li>`
  const open = rows.filter((one) => one.open)
  return html`<h2>${words.running}</h2>
${open.length === 0 ? html`<p>${words.noRunning}</p>` : open.map(card)}
${past.length === 0 ? '' : html`<details><summary>${words.past}</summary><ul class="choices">${past.map(line)}</ul></details>`}`
}

function held(request: PageRequest, { rows, more }: { readonly rows: readonly Held[]; readonly more: boolean }): Html {
  const words = wordsOf(request).list
  const valid = rows.filter((row) => openState(row.state) === 'held')
  const units = [...new Set(valid.map((row) => row.unit))]
  const row = (unit: string): Html => {
    const own = valid.filter((one) => one.unit === unit)
    return html`<tr><th scope="row">${own[0]?.unitName}</th><td>${own.map((one) => html`<a href="/plaque/${one.plaque}">${one.starName}</a> `)}</td><td>${own.length}</td></tr>`
  }
  const table = html`<table><caption>${words.held}</caption><thead><tr><th scope="col">${words.unit}</th><th scope="col">${words.stars}</th><th scope="col">${words.level}</th></tr></thead><tbody>${units.map(row)}</tbody></table>`
  return html`<h2>${words.held}</h2>
${units.length === 0 ? html`<p>${words.noHeld}</p>` : html`<p>${words.heldWhat} ${words.sum(units.length, valid.length)}</p>${more ? html`<p>${words.moreHeld}</p>` : ''}${scrolling(words.held, table)}`}`
}

function aims(request: PageRequest, { cycle, quarter, stars, rows }: Aims): Html {
  const { list: words, quarter: name } = wordsOf(request)
  const title = words.aims(name(quarter.slice(0, 4), quarter.slice(5)))
  const total = rows.reduce((sum, row) => sum + row.stars.length, 0)
  const row = (one: Aims['rows'][number]): Html =>
    html`<tr><th scope="row">${one.unitName}</th>${stars.map((star) => html`<td>${one.stars.includes(star.code) ? words.aimed : ''}</td>`)}<td>${one.stars.length}</td></tr>`
  const table = html`<table><caption>${title}</caption><thead><tr><th scope="col">${words.unit}</th>${stars.map((star) => html`<th scope="col">${star.name}</th>`)}<th scope="col">${words.level}</th></tr></thead><tbody>${rows.map(row)}</tbody></table>`
  return html`<h2>${title}</h2>
<p>${words.aimsWhat(cycle.name)}</p>
${rows.length === 0 ? html`<p>${words.noAims}</p>` : html`<p>${words.sum(rows.length, total)}</p>${scrolling(title, table)}`}
<p><a href="/stars/samples/${cycle.id}">${words.samples}</a></p>`
}

async function ofUnit(request: PageRequest, unit: string, cycles: readonly Cycle[]): Promise<PageAnswer> {
  const { list: words, all } = wordsOf(request)
  const shown = await request.call<{ rows: Publicity[] }>('stars.publicities', { query: { unit } })
  if (!shown.ok) return problemPage(request, shown)
  const stars = await request.call<{ rows: Held[]; more: boolean }>('stars.held', { query: { below: unit } })
  if (!stars.ok) return problemPage(request, stars)
  const parts: Html[] = []
  for (const { id } of cycles.filter((cycle) => cycle.unit === unit && cycle.state === 'open')) {
    const found = await request.call<Aims>('stars.aims', { params: { unit, id } })
    if (found.ok) parts.push(aims(request, found.value))
  }
  const units = new Set(cycles.map((cycle) => cycle.unit))
  return {
    kind: 'page',
    title: words.title,
    main: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<p><strong>${cycles.find((cycle) => cycle.unit === unit)?.unitName ?? unit}</strong>${units.size > 1 ? html` · <a href="/stars?unit=all">${all}</a>` : ''}</p>
${publicities(request, shown.value.rows)}
${held(request, stars.value)}
${parts}
<h2>${words.verify}</h2>
<p>${words.verifyWhat}</p>
${plaqueForm(request)}
<p><a href="/stars/objection">${words.follow}</a></p>`,
  }
}

export const listPage: PublicPage = {
  method: 'GET',
  path: '/stars',
  menu: { order: 20, title: { zh: '星级创建', en: 'Stars' } },
  render: async (request) => {
    const { list: words, choose } = wordsOf(request)
    const found = await request.call<{ rows: Cycle[] }>('stars.announced')
    if (!found.ok) return problemPage(request, found)
    const cycles = found.value.rows
    const units = [...new Map(cycles.map((cycle) => [cycle.unit, cycle])).values()]
    const wanted = request.query['unit'] ?? ''
    const unit = /^\d{2,17}$/.test(wanted) ? wanted : units.length === 1 ? units[0]?.unit : undefined
    if (unit !== undefined) return ofUnit(request, unit, cycles)
    const main =
      units.length === 0
        ? html`<p>${words.none}</p>`
        : html`<h2>${choose}</h2>
<ul class="choices">${units.map((one) => html`<li><a href="/stars?unit=${one.unit}"><strong>${one.unitName}</strong>${one.name}</a></li>`)}</ul>`
    return {
      kind: 'page',
      title: words.title,
      main: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${main}
<h2>${words.verify}</h2>
<p>${words.verifyWhat}</p>
${plaqueForm(request)}`,
    }
  },
}
