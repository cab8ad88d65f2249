// The document around every public page: works with script off, prints, and carries the way to complain on each page.

import { html } from '#ground/http/html.ts'
import type { Html } from '#ground/http/html.ts'
import type { PageRequest, PublicShell } from '#ground/http/page.ts'
import { en } from './en.ts'
import { mark } from './mark.ts'
import type { Words } from './zh.ts'
import { zh } from './zh.ts'

interface Operator {
  readonly filingNumber: string | null
  readonly operatorName: string | null
  readonly complaintPhone: string | null
}

const unknown: Operator = { filingNumber: null, operatorName: null, complaintPhone: null }

const statics = '/public'

function link(request: PageRequest, path: string, title: string): Html {
  const here = request.path === path
  return html`<a href="${path}"${here ? html` aria-current="page"` : ''}>${title}</a>`
}

/** The page asked for, with its query, as the place to come back to after a switch; never another site. */
function placeOf(request: PageRequest): string {
  const query = new URLSearchParams(request.query).toString()
  return query === '' ? request.path : `${request.path}?${query}`
}

/** Where the footer's complaint goes: on a page about one unit its code goes along, so that nobody types it again. */
function feedbackPath(request: PageRequest): string {
  const code = request.params['code'] ?? ''
  return /^\d{2,17}$/.test(code) ? `/feedback?unit=${code}` : '/feedback'
}

function header(request: PageRequest, words: Words, menu: Parameters<PublicShell>[2]): Html {
  const back = encodeURIComponent(placeOf(request))
  const entries = menu.filter((page) => page.menu !== undefined).toSorted((a, b) => (a.menu?.order ?? 0) - (b.menu?.order ?? 0))
  return html`<header class="top">
  <div class="row">
    <a class="brand" href="/" aria-label="${words.homeLabel}">${mark(34)}<span>${words.name}</span></a>
    <nav aria-label="${words.settings}"><ul class="tools">
      <li><a href="/text?to=${request.largeText ? 'normal' : 'large'}&amp;back=${back}">${request.largeText ? words.normalText : words.largeText}</a></li>
      <li><a href="/language?to=${words.otherLanguageCode}&amp;back=${back}" lang="${words.otherLanguageCode}">${words.otherLanguage}</a></li>
      <li>${request.actor.id === null ? link(request, '/sign-in', words.signIn) : link(request, '/desk', words.desk)}</li>
    </ul></nav>
  </div>
  <nav class="sections" aria-label="${words.navigation}"><ul class="row">
    ${entries.map((page) => html`<li>${link(request, page.path, page.menu?.title[request.language] ?? '')}</li>`)}
  </ul></nav>
</header>`
}

function footer(request: PageRequest, words: Words, operator: Operator): Html {
  return html`<footer class="bottom"><div class="row">
  <ul>
    <li>${link(request, feedbackPath(request), words.feedback)}</li>
    <li>${link(request, '/feedback/track', words.track)}</li>
    <li>${link(request, '/privacy', words.privacy)}</li>
    <li>${link(request, '/accessibility', words.accessibility)}</li>
  </ul>
  <p>${operator.operatorName === null ? '' : html`<span>${words.operator(operator.operatorName)}</span>`}
     ${operator.complaintPhone === null ? '' : html`<span>${words.phone(operator.complaintPhone)}</span>`}
     <span>${operator.filingNumber === null ? words.filingAbsent : words.filing(operator.filingNumber)}</span></p>
  <p>${words.noSecrets}</p>
  <p class="printed">${words.printed(request.today, placeOf(request))}</p>
</div></footer>`
}

/** The whole document; `closed` pages are kept from search engines and from other sites' referrers. */
export const shell: PublicShell = async (request, answer, menu) => {
  const words = request.language === 'zh' ? zh : en
  const about = await request.call<Operator>('feedback.about')
  const operator = about.ok ? about.value : unknown
  const closed =
    answer.closed === true ? html`<meta name="robots" content="noindex, nofollow"><meta name="referrer" content="no-referrer">` : ''
  return html`<!doctype html>
<html lang="${words.htmlLanguage}"${request.largeText ? html` class="large"` : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${answer.title === words.name ? answer.title : `${answer.title} · ${words.name}`}</title>
${closed}
<link rel="icon" type="image/svg+xml" href="${statics}/favicon.svg">
<link rel="stylesheet" href="${statics}/public.css">
<link rel="stylesheet" href="${statics}/parts.css">
<link rel="stylesheet" href="${statics}/results.css">
<link rel="stylesheet" href="${statics}/media.css">
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
${header(request, words, menu)}
<main id="main" class="row" tabindex="-1">
${answer.main}
</main>
${footer(request, words, operator)}
</body>
</html>
`
}
