// The addresses of the desk, made of the pages that rooms register; a page's code is fetched when it is opened.

import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { parseSearch, writeSearch } from '#ground/ui/address.ts'
import type { DeskPage } from '#ground/ui/page.ts'
import { Broken, Coming, Guard, NotFound } from './boundary.tsx'
import { latePage } from './late-page.tsx'
import { pages } from './pages.ts'
import { Shell } from './shell.tsx'

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound })

function routeOf(page: DeskPage) {
  const Page = latePage(page.load)
  const guarded = () => (
    <Guard permission={page.permission}>
      <Page />
    </Guard>
  )
  const component = Object.assign(guarded, { preload: Page.preload })
  return createRoute({ getParentRoute: () => root, path: page.path, component })
}

const home = createRoute({ getParentRoute: () => root, path: '/desk', component: latePage(() => import('./home-page.tsx')) })

export const router = createRouter({
  routeTree: root.addChildren([home, ...pages.map(routeOf)]),
  parseSearch,
  stringifySearch: writeSearch,
  defaultPendingComponent: Coming,
  defaultErrorComponent: Broken,
  defaultNotFoundComponent: NotFound,
  defaultPreload: 'intent',
  scrollRestoration: true,
})
