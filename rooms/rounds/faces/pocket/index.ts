import type { FacePage } from '#ground/ui/page.ts'

export const pages: FacePage[] = [
  { path: '/pocket/open', load: () => import('./open-page.tsx'), byLink: true },
  { path: '/pocket/seat', load: () => import('./seat-page.tsx'), byLink: true },
  { path: '/pocket/count', load: () => import('./count-page.tsx'), byLink: true },
]
