// One publication of a round: who is advanced or how all rank, and on what it rests. Older ones stand beside the newest.

import { html } from '#ground/http/html.ts'
import type { Html } from '#ground/http/html.ts'
import type { PageRequest } from '#ground/http/page.ts'
import { fewestJudges } from '../../core/place.ts'
import { changesBetween } from './changes.ts'
import { awarded, correctionsFor } from './notices.ts'
import { componentTitle, panelTitle } from './rules.ts'
import { scrolling, timeText, wordsOf } from './words.ts'
import type { Publication, Round } from './words.ts'
import type { Words } from './zh.ts'

type Rules = Round['rules']
type Place = Publication['places'][number]

const unitLink = ({ subject, name }: Pick<Place, 'subject' | 'name'>): Html => html`<a href="/units/${subject}">${name}</a>`
const byCode = <T extends { readonly subject: string }>(places: readonly T[]): T[] =>
  places.toSorted((a, b) => (a.subject < b.subject ? -1 : 1))

function bands({ result: text }: Words, { bands: limits }: Rules, places: readonly Place[]): Html {
  const names = html`<ul class="names">${byCode(places).map((place) => html`<li>${unitLink(place)}</li>`)}</ul>`
  return html`<p>${text.bands}</p>
<h4>${text.bandNames.advanced}</h4>
${places.length === 0 ? html`<p>${text.noneAdvanced(limits.advanced)}</p>` : names}`
}

function markSentence({ result: text }: Words, rules: Rules, note: string): string {
  const [kind = '', where = ''] = note.split(':')
  const [component = '', panel = ''] = where.split('/')
  if (kind === 'untrimmed' || kind === 'panel-absent') return text.mark[kind](componentTitle(rules, component), panelTitle(rules, panel))
  return kind === 'adjustment-capped' ? text.mark['adjustment-capped'] : note
}

/** One line a note, with those it holds for: what holds for a whole panel holds for nearly everybody. */
function notes(words: Words, rules: Rules, places: readonly Place[]): Html | string {
  const marks = [...new Set(places.flatMap((place) => place.marks))].sort()
  if (marks.length === 0) return ''
  const { between, marks: title, everybody, holds } = words.result
  const line = (note: string): Html => {
    const whom = places.filter((place) => place.marks.includes(note))
    const names = whom.length === places.length ? everybody : whom.map(({ name }) => name).join(between)
    return html`<li>${holds(markSentence(words, rules, note), names)}</li>`
  }
  return html`<h4>${title}</h4><ul>${marks.map(line)}</ul>`
}

function ranks(words: Words, rules: Rules, { number, places, withheld }: Publication): Html {
  const { result: text } = words
  const closed =
    withheld.length === 0
      ? ''
      : html`<h4>${text.withheld}</h4><p class="soft">${text.withheldWhat}</p><ul class="names">${withheld.map((one) => html`<li>${unitLink(one)}</li>`)}</ul>`
  if (places.length === 0) return html`<p>${text.noneRanked}</p>${closed}`
  const several = rules.components.length > 1
  const spread = ({ spread: widths, judges }: Place): string =>
    rules.components
      .map(({ id, title }) => {
        const shown = (judges?.[id] ?? 0) < fewestJudges ? text.fewJudges : (widths?.[id] ?? '—')
        return several ? `${title} ${shown}` : shown
      })
      .join(text.between)
  const row = (place: Place): Html =>
    html`<tr><td>${place.rank}</td><td>${place.name}</td><td>${place.total}</td><td>${text.bandNames[place.band]}</td>${several ? rules.components.map(({ id }) => html`<td>${place.components?.[id] ?? '—'}</td>`) : ''}<td>${spread(place)}</td></tr>`
  const heads = [text.rank, text.name, text.total, text.band, ...(several ? rules.components.map(({ title }) => title) : []), text.spread]
  const table = html`<table><caption>${text.ranks}</caption><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${places.map(row)}</tbody></table>`
  return html`${scrolling(text.ranksLabel(number), table)}<p class="quiet">${text.spreadWhat}</p>${notes(words, rules, places)}${closed}`
}

/** On what it rests: units, sheets, judges by panel, how far they were apart; nothing about any one of them. */
function basis({ result: text }: Words, rules: Rules, { coverage, panels, spread }: Publication): Html {
  const judges = panels.reduce((all, panel) => all + panel.judges, 0)
  return html`<p>${text.coverage(coverage)}</p>
${panels.length === 0 ? '' : html`<p>${text.panels(panels.map(({ title, judges: count }) => text.judges(title, count)).join(text.between))}</p>`}
${judges < fewestJudges ? '' : spread.map((one) => html`<p>${text.width(componentTitle(rules, one.component), one.widest, one.middle)}</p>`)}`
}

function publication(request: PageRequest, round: Round, index: number): Html {
  const words = wordsOf(request)
  const { result: text } = words
  const { publications, rules } = round
  const now = publications[index]
  if (now === undefined) return html``
  const before = publications[index + 1]
  const later = publications[index - 1]
  const changes =
    before === undefined
      ? ''
      : html`<h4>${text.changed(before.number)}</h4><ul>${changesBetween(words, before, now).map((line) => html`<li>${line}</li>`)}</ul>`
  const because =
    before === undefined
      ? ''
      : correctionsFor(round, before, now).map(
          ({ reason, at }) => html`<p><strong>${words.notices.corrected(reason, timeText(request, at))}</strong></p>`,
        )
  const gained =
    now.progress.length === 0
      ? ''
      : html`<h4>${text.progress}</h4><p class="soft">${text.progressWhat}</p><ul class="names">${(now.form === 'bands' ? byCode(now.progress) : now.progress).map((one) => html`<li>${unitLink(one)}</li>`)}</ul>`
  return html`<section class="card${later === undefined ? '' : ' older'}" aria-labelledby="p${now.number}">
<h3 id="p${now.number}">${text.heading(now.number, before !== undefined)}</h3>
${later === undefined ? '' : html`<p><strong>${text.superseded(later.number)}</strong></p>`}
<p class="soft">${text.at(timeText(request, now.at))}</p>
${now.reason === '' ? '' : html`<p>${text.reason(now.reason)}</p>`}
${because}${changes}
${now.form === 'bands' ? bands(words, rules, now.places) : ranks(words, rules, now)}
${gained}
${basis(words, rules, now)}
<p>${text.signed(text.signedBy[now.signatures.teller ?? 'unknown'], text.signedBy[now.signatures.supervisor ?? 'unknown'])}</p>
<dl class="facts"><div><dt>${text.method}</dt><dd><code>${now.methodDigest}</code></dd></div><div><dt>${text.input}</dt><dd><code>${now.inputDigest}</code></dd></div></dl>
</section>`
}

/** All publications, the newest first; what is missing is said. */
export function results(request: PageRequest, round: Round): Html {
  const { round: text, notices } = wordsOf(request)
  const { publications, state } = round
  if (publications.length === 0) return html`<p>${state === 'cancelled' ? text.cancelled : text.none}</p>`
  const settled = state === 'published' || state === 'closed'
  const because = round.notices.find(({ verb }) => verb === 'correct')
  const why = because === undefined ? '' : ` ${notices.reason(because.reason)}`
  return html`${settled ? '' : html`<p class="note" role="status">${text.correcting}${why}</p>`}
<div class="${publications.length > 1 ? 'beside' : ''}">${publications.map((_, index) => publication(request, round, index))}</div>
${awarded(request, round)}`
}
