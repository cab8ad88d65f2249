// QR codes as inline SVG in the server's pages: no script, no image to fetch, sharp on paper at any size. Rooms that print
// a code (receipts, records) draw it here; screens draw the same path (`ground/kernel/qr.ts`).

import { qrPath } from '#ground/kernel/qr.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'

export { qrPath }

/** The code of a text, for a page or a printed sheet; `label` says to those who do not see it what it holds. */
export function qrCode(text: string, label: string): Html {
  const { size, path } = qrPath(text)
  return html`<svg class="qr" role="img" aria-label="${label}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${path}"/></svg>`
}
