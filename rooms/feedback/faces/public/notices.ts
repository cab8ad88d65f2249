// The two standing notices: what personal data is kept, and how the pages can be used.

import { html } from '#ground/http/html.ts'
import type { PublicPage } from '#ground/http/page.ts'
import { wordsOf } from './words.ts'

export const privacy: PublicPage = {
  method: 'GET',
  path: '/privacy',
  render: async (request) => {
    const words = wordsOf(request).privacy
    return {
      kind: 'page',
      title: words.title,
      main: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<div class="scroll" role="region" aria-label="${words.caption}" tabindex="0"><table>
  <caption>${words.caption}</caption>
  <thead><tr>${words.head.map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>
  <tbody>${words.rows.map(([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
</table></div>
<h2>${words.staff}</h2><p>${words.staffText}</p>
<h2>${words.rights}</h2><p>${words.rightsText}</p>
<p>${words.never}</p>`,
    }
  },
}

export const accessibility: PublicPage = {
  method: 'GET',
  path: '/accessibility',
  render: async (request) => {
    const words = wordsOf(request).accessibility
    return {
      kind: 'page',
      title: words.title,
      main: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<ul>${words.points.map((point) => html`<li>${point}</li>`)}</ul>
<p><a href="/feedback">${words.more}</a></p>`,
    }
  },
}
