// Bulletins for everybody, the last published first.

import { html } from '#ground/http/html.ts'
import type { PublicPage } from '#ground/http/page.ts'
import { bulletinPath, dayText, problemPage, wordsOf } from './words.ts'
import type { Line } from './words.ts'

const isCode = (text: string): boolean => /^\d{2,17}$/.test(text)

export const listPage: PublicPage = {
  method: 'GET',
  path: '/bulletins',
  menu: { order: 27, title: { zh: '通报', en: 'Bulletins' } },
  render: async (request) => {
    const words = wordsOf(request)
    const below = request.query['below'] ?? ''
    const found = await request.call<{ rows: Line[]; more: boolean }>('bulletins.openList', { query: isCode(below) ? { below } : {} })
    if (!found.ok) return problemPage(request, found)
    const { rows, more } = found.value
    const unit = isCode(below) ? await request.call<{ name: string }>('units.get', { params: { code: below } }) : null
    const only = unit?.ok === true ? html`<p>${words.below(unit.value.name)} · <a href="/bulletins">${words.all}</a></p>` : ''
    const line = (row: Line) =>
      html`<li><a href="${bulletinPath(row)}"><strong>${row.title}</strong>${row.number} · ${row.unitName} · ${dayText(request, row.publishedOn)}</a></li>`
    return {
      kind: 'page',
      title: words.title,
      main: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${only}
${rows.length === 0 ? html`<p role="status">${words.empty}</p>` : html`<ul class="choices">${rows.map(line)}</ul>`}
${more ? html`<p class="soft">${words.most}</p>` : ''}`,
    }
  },
}
