// After sending: the tracking code in big figures and as a QR code that opens the case, to be written down, photographed or printed.

import { html } from '#ground/http/html.ts'
import type { PublicPage } from '#ground/http/page.ts'
import { qrCode } from '#ground/http/qr.ts'
import type { Day } from '#ground/kernel/clock.ts'
import { readCode, showCode } from '../../core/code.ts'
import { dayText, wordsOf } from './words.ts'

export const sent: PublicPage = {
  method: 'GET',
  path: '/feedback/sent',
  render: async (request) => {
    const words = wordsOf(request).sent
    const code = readCode(request.query['code'] ?? '')
    const found = code === null ? null : await request.call<{ deadline: { due: Day | null } | null }>('feedback.track', { query: { code } })
    if (code === null || found === null || !found.ok) return { kind: 'redirect', to: '/feedback/track' }
    const follow = `/feedback/track?code=${showCode(code)}`
    const due = found.value.deadline?.due ?? null
    return {
      kind: 'page',
      title: words.title,
      closed: true,
      main: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<div class="card">
  <h2>${words.codeLabel}</h2>
  <div class="receipt">
    <p class="code">${showCode(code)}</p>
    <figure>${qrCode(`${request.origin}${follow}`, words.qrLabel(showCode(code)))}<figcaption class="soft">${words.qr}</figcaption></figure>
  </div>
  <p><strong>${words.keep}</strong></p>
  ${due === null ? '' : html`<p>${words.due(dayText(request, due))}</p>`}
  <p class="soft">${words.print}</p>
</div>
<p class="acts"><a class="button" href="${follow}">${words.follow}</a></p>`,
    }
  },
}
