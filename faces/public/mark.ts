// The house's own mark: a star drawn as five strokes closing, the last of them gold. No emblem of Party or state.

import { html } from '#ground/http/html.ts'
import type { Html } from '#ground/http/html.ts'

const turns = [0, 72, 144, 216, 288]

/** The mark as a drawing inside the page, so that it prints and needs no second request. */
export function mark(size: number): Html {
  return html`<svg class="mark" viewBox="-50 -50 100 100" width="${size}" height="${size}" aria-hidden="true" focusable="false">
    ${turns.map((turn) => html`<path class="${turn === 288 ? 'mark-last' : 'mark-stroke'}" d="M-10.6 -15.6 L0 -44 L10.6 -15.6" transform="rotate(${turn})"/>`)}
  </svg>`
}
