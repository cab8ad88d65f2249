// Every sample of a cycle with all that is needed to draw it again: pool, sources, values, and the command.

import { html } from '#ground/http/html.ts'
import type { Html } from '#ground/http/html.ts'
import type { PageRequest, PublicPage } from '#ground/http/page.ts'
import { mark, problemPage, scrolling, wordsOf } from './words.ts'
import type { Sample } from './words.ts'

const marks = { sealed: 'waiting', half: 'waiting', drawn: 'done', void: 'late' } as const
const fileName = (number: number): string => `pool-${number}.txt`

function result(request: PageRequest, sample: Sample, number: number): Html {
  const words = wordsOf(request).samples
  const row = (line: number, index: number): Html =>
    html`<tr><td>${index + 1}</td><td>${line}</td><td>${sample.pool[line - 1] ?? ''}</td></tr>`
  const table = html`<table><caption>${words.result}</caption><thead><tr><th scope="col">${words.order}</th><th scope="col">${words.line}</th><th scope="col">${words.text}</th></tr></thead><tbody>${sample.selected.map(row)}</tbody></table>`
  const command = `liangxing draw --pool ${fileName(number)} --take ${sample.take} --entropy "${sample.entropy ?? ''}" --hash sha256`
  return html`<h3>${words.entropy}</h3>
<pre class="command"><code>${sample.entropy}</code></pre>
${scrolling(words.resultLabel(number), table)}
<h3>${words.again}</h3>
<p>${words.steps}</p>
<pre class="command" aria-label="${words.commandLabel}"><code>${command}</code></pre>
<p class="soft">${words.run} <code>npm run -s liangxing --</code></p>`
}

function card(request: PageRequest, sample: Sample, number: number): Html {
  const words = wordsOf(request).samples
  const file = `/api/v1/stars/public/samples/${sample.unit}/${sample.id}/pool`
  return html`<section class="card" aria-labelledby="s${number}">
<h2 id="s${number}">${words.heading(number)}</h2>
<dl class="facts">
  <div><dt>${words.state}</dt><dd>${mark(marks[sample.state], words.states[sample.state])}</dd></div>
  ${sample.voidReason === '' ? '' : html`<div><dt></dt><dd>${words.voided(sample.voidReason)}</dd></div>`}
  <div><dt>${words.take}</dt><dd>${words.taken(sample.take, sample.pool.length)}</dd></div>
  <div><dt>${words.digest}</dt><dd><code>${sample.poolDigest}</code></dd></div>
</dl>
<h3>${words.sources}</h3>
<ol>${sample.sources.map((source) => html`<li>${source}</li>`)}</ol>
<h3>${words.pool(sample.pool.length)}</h3>
<div class="pool" role="region" aria-label="${words.poolLabel(number)}" tabindex="0"><ol>${sample.pool.slice(0, 200).map((line) => html`<li>${line}</li>`)}</ol></div>
<p><a href="${file}" download="${fileName(number)}">${words.file(fileName(number))}</a></p>
${sample.state === 'drawn' ? result(request, sample, number) : ''}
</section>`
}

export const samplesPage: PublicPage = {
  method: 'GET',
  path: '/stars/samples/:cycle',
  render: async (request) => {
    const found = await request.call<{ rows: Sample[] }>('stars.samples', { params: request.params })
    if (!found.ok) return problemPage(request, found)
    const words = wordsOf(request).samples
    const { rows } = found.value
    const title = rows[0] === undefined ? words.short : words.title(rows[0].cycleName)
    return {
      kind: 'page',
      title,
      main: html`<p class="soft"><a href="/stars">${words.back}</a></p>
<h1>${title}</h1>
<p class="lead">${words.lead}</p>
${rows.length === 0 ? html`<p>${words.none}</p>` : rows.map((sample, index) => card(request, sample, index + 1))}
<h2>${words.how}</h2>
<ol>${words.rfc.map((step) => html`<li>${step}</li>`)}</ol>`,
    }
  },
}
