// What was changed after it was announced, each with its reason, and what was awarded, each with its basis.

import { html } from '#ground/http/html.ts'
import type { Html } from '#ground/http/html.ts'
import type { PageRequest } from '#ground/http/page.ts'
import { timeText, wordsOf } from './words.ts'
import type { Publication, Round } from './words.ts'

type Notice = Round['notices'][number]

/** Why a publication stands in the place of the one before: the corrections between them. */
export const correctionsFor = ({ notices }: Round, before: Publication, now: Publication): Notice[] =>
  notices.filter(({ verb, at }) => verb === 'correct' && at >= before.at && at <= now.at).toReversed()

/** Everything that was changed on record, the latest first. */
export function recorded(request: PageRequest, { notices }: Round): Html {
  const { notices: text } = wordsOf(request)
  const line = ({ verb, reason, before, after, at }: Notice): Html =>
    html`<li><strong>${text.verbs[verb]}</strong> ${text.reason(reason)} <span class="soft">${timeText(request, at)}</span>${before === null || after === null ? '' : html`<br><span class="soft">${text.digests} <code>${before}</code> → <code>${after}</code></span>`}</li>`
  return notices.length === 0 ? html`<p>${text.none}</p>` : html`<p class="soft">${text.lead}</p><ul>${notices.map(line)}</ul>`
}

/** What followed from the result. */
export function awarded(request: PageRequest, { awards }: Round): Html | string {
  const { notices: text } = wordsOf(request)
  const line = ({ subject, name, award, basis, document }: Round['awards'][number]): Html =>
    html`<li><a href="/units/${subject}">${name}</a> <strong>${award}</strong> ${text.basis(basis)}${document === '' ? '' : html` ${document}`}</li>`
  return awards.length === 0 ? '' : html`<h3>${text.awards}</h3><ul>${awards.map(line)}</ul>`
}
