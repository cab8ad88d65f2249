// One publicity: its days, its supervisory contact, each star with a way to object.

import { html } from '#ground/http/html.ts'
import type { Html } from '#ground/http/html.ts'
import type { PageRequest, PublicPage } from '#ground/http/page.ts'
import { qrCode } from '#ground/http/qr.ts'
import { dayText, mark, problemPage, publicityPath, scrolling, wordsOf } from './words.ts'
import type { Publicity } from './words.ts'

const marks = { shown: 'attention', certified: 'done', 'taken-off': 'late' } as const

/** The address of the form for one line. */
export const objectPath = ({ unit, id }: Publicity, candidacy: string): string =>
  `/stars/object?unit=${unit}&publicity=${id}&candidacy=${candidacy}`

function lines(request: PageRequest, publicity: Publicity): Html {
  const words = wordsOf(request).publicity
  const row = (line: Publicity['lines'][number]): Html => {
    const waits = line.state === 'shown' && !publicity.open && publicity.until < request.today
    const word = waits ? words.shownOver : words.lineStates[line.state]
    const form = publicity.open && line.state === 'shown'
    return html`<tr><th scope="row">${line.unitName}</th><td>${line.starName}</td><td>${mark(waits ? 'waiting' : marks[line.state], word)}</td>
<td>${form ? html`<a class="button plain" href="${objectPath(publicity, line.candidacy)}" aria-label="${words.objectTo(line.unitName, line.starName)}">${words.object}</a>` : ''}</td></tr>`
  }
  const list = wordsOf(request).list
  return scrolling(
    words.caption,
    html`<table><caption>${words.caption}</caption><thead><tr><th scope="col">${list.unit}</th><th scope="col">${words.star}</th><th scope="col">${words.result}</th><th scope="col">${words.object}</th></tr></thead>
<tbody>${publicity.lines.map(row)}</tbody></table>`,
  )
}

export const publicityPage: PublicPage = {
  method: 'GET',
  path: '/stars/publicity/:unit/:id',
  render: async (request) => {
    const found = await request.call<Publicity>('stars.publicity', { params: request.params })
    if (!found.ok) return problemPage(request, found)
    const publicity = found.value
    const { publicity: words, list, back } = wordsOf(request)
    const title = words.title(publicity.unitName, publicity.number)
    const state = publicity.open
      ? mark('attention', words.running)
      : publicity.from > request.today
        ? mark('waiting', words.soon)
        : mark('done', words.over)
    const here = `${request.origin}${publicityPath(publicity)}`
    return {
      kind: 'page',
      title,
      main: html`<p class="soft"><a href="/stars?unit=${publicity.unit}">${back}</a></p>
<h1>${title}</h1>
<div class="receipt"><dl class="facts">
  <div><dt>${words.cycle}</dt><dd>${publicity.cycleName}</dd></div>
  <div><dt>${words.term}</dt><dd>${list.term(dayText(request, publicity.from), dayText(request, publicity.until))}</dd></div>
  <div><dt>${words.state}</dt><dd>${state}</dd></div>
  <div><dt>${words.contact}</dt><dd>${publicity.contact === '' ? list.contactNone : publicity.contact}</dd></div>
</dl>
<figure>${qrCode(here, words.hereLabel(title))}<figcaption class="soft">${words.here}</figcaption></figure></div>
<p>${words.lead}</p>
${lines(request, publicity)}
<p>${words.phone}</p>
<p class="acts"><a class="button plain" href="/stars/objection">${list.follow}</a></p>`,
    }
  },
}
