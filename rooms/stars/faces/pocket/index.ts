import type { FacePage } from '#ground/ui/page.ts'

export const pages: FacePage[] = [
  { path: '/pocket/stars', load: () => import('./list-page.tsx') },
  { path: '/pocket/stars/check', load: () => import('./check-page.tsx') },
  { path: '/pocket/stars/review', load: () => import('./review-page.tsx') },
]
