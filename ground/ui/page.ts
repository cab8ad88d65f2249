// What a room's faces/<face>/index.ts exports for a face of the browser: `pages`. The face's shell finds these files by
// globbing; a page's code is loaded when it is opened.

import type { FunctionComponent } from 'react'

export interface FacePage {
  /** The whole path, `/desk/units/$code`; `$name` is a parameter. */
  readonly path: string
  /** The module whose default export is the page. */
  readonly load: () => Promise<{ readonly default: FunctionComponent }>
  /** Needed of the acting post; without it every signed-in account may open the page. */
  readonly permission?: string
  /** Opened by a link of its own and for whoever holds it, so that its frame leads nowhere else. */
  readonly byLink?: true
}

export type DeskPage = FacePage
