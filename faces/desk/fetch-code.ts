// Fetches the code of a page and tells apart why it did not come. The server was not reached: that is told in the page's
// place. The server answers but has no such file any more: the desk that runs here is old and is loaded again, once.

import type { FacePage } from '#ground/ui/page.ts'

const reached = (): Promise<boolean> =>
  fetch('/healthz', { cache: 'no-store' }).then(
    (response) => response.ok,
    () => false,
  )

async function explain(error: unknown): Promise<never> {
  if (!(await reached())) throw new TypeError('the server was not reached', { cause: error })
  const mark = `lx-reloaded ${location.pathname}`
  if (sessionStorage.getItem(mark) === null) {
    sessionStorage.setItem(mark, 'yes')
    location.reload()
  }
  throw error
}

export function fetchCode(load: FacePage['load']): ReturnType<FacePage['load']> {
  return load().catch(explain)
}
