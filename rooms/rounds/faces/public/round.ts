// One round for everybody: what was published, the rules by which it came about, who takes part, how to compute it again and
// how to object.

import { html } from '#ground/http/html.ts'
import type { Html } from '#ground/http/html.ts'
import type { PageRequest, PublicPage } from '#ground/http/page.ts'
import { qrCode } from '#ground/http/qr.ts'
import { methodOf } from '../../core/rules.ts'
import { recorded } from './notices.ts'
import { results } from './result.ts'
import { rulesInWords } from './rules.ts'
import { commandLine, dayText, problemPage, quarterText, roundPath, stateMark, timeText, wordsOf } from './words.ts'
import type { Draw, Round } from './words.ts'
import type { Words } from './zh.ts'

function head(request: PageRequest, words: Words, round: Round): Html {
  const { round: text } = words
  return html`<p class="soft"><a href="/rounds">${text.back}</a></p>
<h1>${round.name}</h1>
<div class="receipt">
<dl class="facts">
  <div><dt>${text.state}</dt><dd>${stateMark(words, round.state)}</dd></div>
  <div><dt>${text.unit}</dt><dd><a href="/units/${round.unit}">${round.unitName}</a></dd></div>
  <div><dt>${text.quarter}</dt><dd>${quarterText(words, round.quarter)}</dd></div>
  <div><dt>${text.held}</dt><dd>${dayText(request, round.heldOn)}</dd></div>
  ${round.theme === '' ? '' : html`<div><dt>${text.theme}</dt><dd>${round.theme}</dd></div>`}
</dl>
<figure>${qrCode(`${request.origin}${roundPath(round)}`, text.hereLabel(round.name))}<figcaption class="soft">${text.here}</figcaption></figure>
</div>
<nav aria-label="${text.parts}"><p><a href="#results">${text.results}</a> · <a href="#rules">${text.rules}</a> · <a href="#units">${text.taking}</a> · <a href="#draws">${text.draws}</a> · <a href="#recount">${words.recount.title}</a> · <a href="#object">${words.object.title}</a></p></nav>`
}

function rules(request: PageRequest, words: Words, { fixedAt, rulesDigest, rules: fixed }: Round): Html {
  const { rules: text } = words
  if (rulesDigest === null) return html`<p>${text.none}</p>`
  return html`${fixedAt === null ? '' : html`<p>${text.fixed(timeText(request, fixedAt))}</p>`}
<dl class="facts"><div><dt>${text.digest}</dt><dd><code>${rulesDigest}</code></dd></div></dl>
${rulesInWords(words, fixed)}`
}

function taking({ round: text, result }: Words, parts: Round['parts']): Html {
  const names = (list: Round['parts']): Html[] =>
    list.map(({ subject, name }, index) => html`${index === 0 ? '' : result.between}<a href="/units/${subject}">${name}</a>`)
  const taken = parts.filter(({ drawn }) => drawn !== false)
  const left = parts.filter(({ drawn }) => drawn === false)
  return html`<p>${names(taken)}</p>${left.length === 0 ? '' : html`<p>${text.notDrawn(left.length)}${names(left)}</p>`}`
}

function recount(words: Words, round: Round): Html {
  const { recount: text } = words
  return html`<p>${text.lead}</p>
<ol>${text.steps.map((step) => html`<li>${step}</li>`)}</ol>
${commandLine(words, text.title, `liangxing tally round-${round.id.slice(0, 8)}.json`)}
<details><summary>${text.methodText}</summary><pre class="command"><code>${JSON.stringify(methodOf(round.rules))}</code></pre></details>`
}

function objecting({ object: text }: Words, round: Round): Html {
  return html`<p>${text.recount(round.rules.recountDays)}</p>
<p>${text.anybody}</p>
<p class="acts"><a class="button" href="/feedback?unit=${round.unit}&amp;kind=complaint">${text.complain}</a> <a class="button plain" href="/desk/own-rounds">${text.ask}</a></p>`
}

export const roundPage: PublicPage = {
  method: 'GET',
  path: '/rounds/:unit/:id',
  render: async (request) => {
    const { unit = '', id = '' } = request.params
    const found = await request.call<Round>('rounds.published', { params: { unit, id } })
    if (!found.ok) return problemPage(request, found)
    const round = found.value
    const drawn = await request.call<{ draws: Draw[] }>('rounds.draws', { params: { unit, id } })
    const draws = drawn.ok ? drawn.value.draws.length : 0
    const words = wordsOf(request)
    const { round: text } = words
    const main = html`${head(request, words, round)}
<h2 id="results">${text.results}</h2>
${results(request, round)}
<h2 id="rules">${text.rules}</h2>
${rules(request, words, round)}
<h2 id="units">${text.taking}</h2>
${taking(words, round.parts)}
<h2 id="draws">${text.draws}</h2>
${draws === 0 ? html`<p>${text.drawsNone}</p>` : html`<p>${text.drawsWhat}</p><p><a href="${roundPath(round)}/draws">${text.drawsLink(draws)}</a></p>`}
<h2 id="changes">${words.notices.title}</h2>
${recorded(request, round)}
<h2 id="recount">${words.recount.title}</h2>
${recount(words, round)}
<h2 id="object">${words.object.title}</h2>
${objecting(words, round)}
<p class="soft acts">${text.print}</p>`
    return { kind: 'page', title: round.name, main }
  },
}
