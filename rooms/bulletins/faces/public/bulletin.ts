// One bulletin for everybody: what it says, where its figures come from, what corrects it, and how to doubt it.

import { html } from '#ground/http/html.ts'
import type { Html } from '#ground/http/html.ts'
import type { PageRequest, PublicPage } from '#ground/http/page.ts'
import { qrCode } from '#ground/http/qr.ts'
import { goneText } from '../../core/gone.ts'
import { momentText, openPathOf, queryName, shortDigest } from '../../core/tracing.ts'
import { bulletinPath, dayText, problemPage, wordsOf } from './words.ts'
import type { Bulletin } from './words.ts'

type Block = Bulletin['blocks'][number]

function part(request: PageRequest, bulletin: Bulletin, block: Block): Html {
  const words = wordsOf(request)
  if (block.kind === 'heading') return block.level === 1 ? html`<h2>${block.text}</h2>` : html`<h3>${block.text}</h3>`
  if (block.kind === 'paragraph') return html`<p class="words">${block.text}</p>`
  if (block.kind === 'picture') {
    const { caption = '' } = block
    const gone = bulletin.gone.find((one) => one.picture === block.picture)
    if (gone !== undefined) return html`<p class="soft">${goneText(gone)[request.language]}</p>`
    const source = `/api/v1/bulletins/public/${bulletin.unit}/${bulletin.id}/pictures/${block.picture}`
    return html`<figure><img src="${source}" alt="${caption === '' ? words.picture : caption}" loading="lazy">${caption === '' ? '' : html`<figcaption>${caption}</figcaption>`}</figure>`
  }
  const { caption = '', columns, rows } = block
  const label = caption === '' ? bulletin.title : caption
  const table = html`<table>${caption === '' ? '' : html`<caption>${caption}</caption>`}<thead><tr>${columns.map((column) => html`<th scope="col">${column.title}</th>`)}</tr></thead><tbody>${rows.map((row) => html`<tr>${columns.map((_, at) => html`<td>${row[at] ?? ''}</td>`)}</tr>`)}</tbody></table>`
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0">${table}</div>`
}

function sources(request: PageRequest, { figures, unit, digest }: Bulletin): Html {
  const words = wordsOf(request)
  const { language } = request
  const content = html`<p class="soft">${words.content} <code>${shortDigest(digest)}</code></p>`
  if (figures.length === 0) return content
  const row = (figure: Bulletin['figures'][number]): Html => {
    const path = openPathOf(figure, unit)
    const name = queryName(figure.query)[language]
    return html`<tr><th scope="row">${figure.label}</th><td>${figure.value}</td><td>${path === null ? name : html`<a href="${path}">${name}</a>`}</td><td>${momentText(figure.source.at)}</td><td><code>${shortDigest(figure.source.digest)}</code></td></tr>`
  }
  const head = [words.figure, words.value, words.from, words.at, words.digest]
  return html`<h2 id="figures">${words.figures}</h2>
<p class="soft">${words.figuresLead}</p>
<div class="scroll" role="region" aria-label="${words.figures}" tabindex="0"><table><thead><tr>${head.map((title) => html`<th scope="col">${title}</th>`)}</tr></thead><tbody>${figures.map(row)}</tbody></table></div>
${content}`
}

function corrections(request: PageRequest, { correctedBy, correcting, unit }: Bulletin): Html {
  const words = wordsOf(request)
  const link = (id: string): Html => html` <a href="${bulletinPath({ unit, id })}">${words.see}</a>`
  return html`${correctedBy === null ? '' : html`<div class="note"><p><strong>▲ ${words.corrected(correctedBy.number)}</strong>${link(correctedBy.id)}</p></div>`}
${correcting === null ? '' : html`<div class="note"><p>${words.corrects(correcting.number)}${link(correcting.id)}</p></div>`}`
}

export const bulletinPage: PublicPage = {
  method: 'GET',
  path: '/bulletins/:unit/:id',
  render: async (request) => {
    const words = wordsOf(request)
    const { unit = '', id = '' } = request.params
    const found = await request.call<Bulletin>('bulletins.openGet', { params: { unit, id } })
    if (!found.ok) return problemPage(request, found)
    const bulletin = found.value
    const { number, title, unitName, publishedOn, addressee, issuer, attachments, blocks } = bulletin
    const fact = (name: string, value: string): Html => html`<div><dt>${name}</dt><dd>${value}</dd></div>`
    return {
      kind: 'page',
      title: `${number} ${title}`,
      main: html`<h1>${title}</h1>
${corrections(request, bulletin)}
<div class="receipt"><dl class="facts">
  ${fact(words.number, number)}
  ${fact(words.unit, unitName)}
  ${fact(words.publishedOn, dayText(request, publishedOn))}
</dl>
<figure>${qrCode(`${request.origin}${bulletinPath(bulletin)}`, words.qrLabel(number))}<figcaption class="soft">${words.qr}</figcaption></figure></div>
<p class="acts"><a class="button plain" href="/api/v1/bulletins/public/${unit}/${id}/pdf">${words.pdf}</a></p>
${addressee === '' ? '' : html`<p>${addressee}：</p>`}
${blocks.map((block) => part(request, bulletin, block))}
${attachments.length === 0 ? '' : html`<h2>${words.attachments}</h2><ul>${attachments.map((name) => html`<li>${name}</li>`)}</ul>`}
<p>${words.issuer(issuer)}<br>${dayText(request, publishedOn)}</p>
${sources(request, bulletin)}
<p>${words.wrong} <a href="/feedback?unit=${unit}&amp;kind=correction">${words.wrongWhat}</a></p>
<p class="soft">${words.printed(dayText(request, request.today))}</p>
<p><a href="/bulletins">${words.back}</a></p>`,
    }
  },
}
