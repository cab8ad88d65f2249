// The first page: what this is for, and where to go.

import { html } from '#ground/http/html.ts'
import type { PublicPage } from '#ground/http/page.ts'
import { wordsOf } from './words.ts'

export const home: PublicPage = {
  method: 'GET',
  path: '/',
  menu: { order: 10, title: { zh: '首页', en: 'Home' } },
  render: async (request) => {
    const words = wordsOf(request).home
    const choice = (to: string, title: string, what: string) => html`<li><a href="${to}"><strong>${title}</strong>${what}</a></li>`
    return {
      kind: 'page',
      title: words.title,
      main: html`<h1>${words.heading}</h1>
<p class="lead">${words.lead}</p>
<h2>${words.open}</h2>
<ul class="choices">
  ${choice('/units', words.browse, words.browseWhat)}
  ${choice('/feedback', words.feedback, words.feedbackWhat)}
  ${choice('/feedback/track', words.track, words.trackWhat)}
  ${choice('/sign-in', words.signIn, words.signInWhat)}
</ul>
<h2>${words.notHere}</h2>
<ul>${words.never.map((line) => html`<li>${line}</li>`)}</ul>
<p>${words.neverMore}</p>`,
    }
  },
}
