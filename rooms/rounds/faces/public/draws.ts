// Every draw of a round with all that is needed to draw it again: pool, sources, values, and the command.

import { html } from '#ground/http/html.ts'
import type { Html } from '#ground/http/html.ts'
import type { PageRequest, PublicPage } from '#ground/http/page.ts'
import { qrCode } from '#ground/http/qr.ts'
import { entropyOfTurn } from '../../core/turning.ts'
import { commandLine, mark, problemPage, roundPath, scrolling, timeText, wordsOf } from './words.ts'
import type { Draw, Round } from './words.ts'
import type { Words } from './zh.ts'

/** Lines of a pool on the page; longer ones stand whole in the file. */
const shownLines = 120

const kindOf = { sealed: 'waiting', half: 'waiting', drawn: 'done', void: 'late' } as const

/** As a shell takes it: in double quotes where nothing in it means anything there. */
const quoted = (text: string): string => (/^[^"$`\\!]*$/.test(text) ? `"${text}"` : `'${text.replaceAll("'", `'\\''`)}'`)

const fileName = ({ number }: Draw): string => `pool-${number}.txt`

/** The command that draws the same lines from the downloaded pool. */
const commandOf = (draw: Draw): string =>
  `liangxing draw --pool ${fileName(draw)} --take ${draw.take} --entropy ${quoted(draw.entropy ?? '')} --hash ${draw.hash}`

function pool(words: Words, draw: Draw, file: string): Html {
  const { draws: text } = words
  const lines = draw.pool.slice(0, shownLines)
  return html`<h3>${text.pool(draw.pool.length)}</h3>
<div class="pool" role="region" aria-label="${text.poolLabel(draw.number)}" tabindex="0"><ol>${lines.map((line) => html`<li>${line}</li>`)}</ol></div>
${lines.length === draw.pool.length ? '' : html`<p>${text.more(shownLines)}</p>`}
<p><a href="${file}" download="${fileName(draw)}">${text.file(fileName(draw))}</a></p>`
}

function drawn(words: Words, draw: Draw): Html {
  const { draws: text } = words
  const row = ({ line, text: content }: { line: number; text: string }, index: number): Html =>
    html`<tr><td>${index + 1}</td><td>${line}</td><td>${content}</td></tr>`
  const table = html`<table><caption>${text.result}</caption><thead><tr><th scope="col">${text.order}</th><th scope="col">${text.line}</th><th scope="col">${text.text}</th></tr></thead><tbody>${(draw.selected ?? []).map(row)}</tbody></table>`
  return html`<h3>${text.entropy}</h3>
<pre class="command"><code>${draw.entropy}</code></pre>
${scrolling(text.resultLabel(draw.number), table)}
<h3>${text.again}</h3>
<p>${text.steps}</p>
${commandLine(words, text.commandLabel, commandOf(draw))}`
}

/** The command that draws one turn again, from the lines that were left before it. */
const commandOfTurn = (draw: Draw, { number, key }: Draw['turns'][number]): string =>
  `liangxing draw --pool pool-${draw.number}-${number}.txt --take 1 --entropy ${quoted(entropyOfTurn(draw.entropy ?? '', key))} --hash ${draw.hash}`

function turned(words: Words, draw: Draw, round: Round, file: string): Html {
  const { draws: text } = words
  const unitOf = (subject: string): string => round.parts.find((part) => part.subject === subject)?.name ?? subject
  const last = draw.turns.at(-1)
  const row = ({ number, subject, text: content, line, key, reason }: Draw['turns'][number]): Html =>
    html`<tr><td>${number}</td><td>${unitOf(subject)}${reason === '' ? '' : html`<br><span class="soft">${text.turnReason(reason)}</span>`}</td><td>${line}</td><td>${content}</td><td><code>${key}</code><br><a href="${file}?turn=${number}" download="pool-${draw.number}-${number}.txt">${text.left(number)}</a></td></tr>`
  const table = html`<table><caption>${text.turned(draw.turns.length, draw.take)}</caption><thead><tr><th scope="col">${text.order}</th><th scope="col">${text.unit}</th><th scope="col">${text.line}</th><th scope="col">${text.text}</th><th scope="col">${text.key}</th></tr></thead><tbody>${draw.turns.map(row)}</tbody></table>`
  return html`<p>${text.anchor} <code>${draw.anchor}</code></p>
<p>${text.turnsWhat}</p>
${draw.entropy === null ? '' : html`<h3>${text.entropy}</h3><pre class="command"><code>${draw.entropy}</code></pre>`}
${draw.turns.length === 0 ? '' : scrolling(text.resultLabel(draw.number), table)}
${last === undefined ? '' : html`<h3>${text.again}</h3><p>${text.turnSteps}</p>${commandLine(words, text.commandLabel, commandOfTurn(draw, last))}`}`
}

function card(request: PageRequest, round: Round, draw: Draw, all: readonly Draw[]): Html {
  const words = wordsOf(request)
  const { draws: text } = words
  const later = all.find(({ repeats }) => repeats === draw.id)
  const before = all.find(({ id }) => id === draw.repeats)
  const state = later === undefined ? draw.state : 'void'
  const file = `/api/v1${roundPath(round)}/draws/${draw.id}/pool`
  const ended = later === undefined ? text.voidedOnly : text.voided(later.number, later.reason)
  return html`<section class="card" aria-labelledby="d${draw.number}">
<h2 id="d${draw.number}">${text.heading(draw.number, draw.title)}</h2>
${state === 'void' ? html`<p class="note">${ended}</p>` : ''}
${before === undefined ? '' : html`<p>${text.repeats(before.number, draw.reason)}</p>`}
<dl class="facts">
  <div><dt>${text.state}</dt><dd>${mark(kindOf[state], text.states[state])}</dd></div>
  <div><dt>${text.kind}</dt><dd>${text.kinds[draw.kind]}</dd></div>
  <div><dt>${text.take}</dt><dd>${text.taken(draw.take, draw.pool.length)}</dd></div>
  <div><dt>${text.sealed}</dt><dd>${timeText(request, draw.sealedAt)}</dd></div>
  ${draw.drawnAt === null ? '' : html`<div><dt>${text.drawn}</dt><dd>${timeText(request, draw.drawnAt)}</dd></div>`}
  <div><dt>${text.hash}</dt><dd>${draw.hash}</dd></div>
  <div><dt>${text.digest}</dt><dd><code>${draw.poolDigest}</code></dd></div>
</dl>
<h3>${text.sources}</h3>
<ol>${draw.sources.map((source) => html`<li>${source}</li>`)}</ol>
${pool(words, draw, file)}
${draw.oneByOne ? turned(words, draw, round, file) : draw.entropy === null ? '' : drawn(words, draw)}
</section>`
}

export const drawsPage: PublicPage = {
  method: 'GET',
  path: '/rounds/:unit/:id/draws',
  render: async (request) => {
    const { unit = '', id = '' } = request.params
    const found = await request.call<Round>('rounds.published', { params: { unit, id } })
    if (!found.ok) return problemPage(request, found)
    const drawsFound = await request.call<{ draws: Draw[] }>('rounds.draws', { params: { unit, id } })
    if (!drawsFound.ok) return problemPage(request, drawsFound)
    const words = wordsOf(request)
    const { draws: text, round: about } = words
    const round = found.value
    const { draws } = drawsFound.value
    const here = `${request.origin}${roundPath(round)}/draws`
    const main = html`<p class="soft"><a href="${roundPath(round)}">${text.back}</a></p>
<h1>${text.title(round.name)}</h1>
<div class="receipt"><p class="lead">${text.lead}</p>
<figure>${qrCode(here, about.hereLabel(text.title(round.name)))}<figcaption class="soft">${about.here}</figcaption></figure></div>
${draws.length === 0 ? html`<p>${text.none}</p>` : draws.map((draw) => card(request, round, draw, draws))}
<h2>${text.how}</h2>
<ol>${text.rfc.map((step) => html`<li>${step}</li>`)}</ol>
<p>${text.small}</p>
<p class="acts"><a class="button plain" href="/feedback?unit=${round.unit}&amp;kind=complaint">${words.object.complain}</a></p>`
    return { kind: 'page', title: text.title(round.name), main }
  },
}
