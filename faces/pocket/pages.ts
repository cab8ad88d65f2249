// The pages of all rooms for the phone, found by their place; a page is an address, moving is a link.

import type { FacePage } from '#ground/ui/page.ts'

const found = import.meta.glob<readonly FacePage[]>('../../rooms/*/faces/pocket/index.ts', { eager: true, import: 'pages' })

const home: FacePage = { path: '/pocket', load: () => import('./home-page.tsx') }

/** The page of an address; undefined when no room has one. */
export const pageAt = (path: string): FacePage | undefined =>
  [home, ...Object.values(found).flat()].find((page) => page.path === path.replace(/\/+$/, ''))
