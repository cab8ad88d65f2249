// A page whose code is fetched when it is opened. Where the server is not reached, the page says so in its place and is
// fetched again when asked, or as soon as the line is back: the rest of the desk, and what was typed in it, stays as it is.

import { type FunctionComponent, use } from 'react'
import type { FacePage } from '#ground/ui/page.ts'
import { fetchCode } from './fetch-code.ts'

const failed = new Set<() => void>()

/** The next look at a page that could not be fetched fetches it again. */
export function forgetFailures(): void {
  for (const forget of failed) forget()
  failed.clear()
}

/** The page as a component; `preload` fetches it ahead and tells nobody of a failure. */
export function latePage(load: FacePage['load']): FunctionComponent & { preload: () => Promise<void> } {
  let Page: FunctionComponent | null = null
  let coming: Promise<void> | null = null
  const fetchIt = async (): Promise<void> => {
    const module = await fetchCode(load)
    Page = module.default
  }
  const come = (): Promise<void> => {
    coming ??= fetchIt()
    coming.catch(() => failed.add(() => (coming = null)))
    return coming
  }
  const Late: FunctionComponent = () => {
    if (Page === null) use(come())
    return Page === null ? null : <Page />
  }
  return Object.assign(Late, { preload: () => come().catch(() => undefined) })
}
