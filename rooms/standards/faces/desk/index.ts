import type { DeskPage } from '#ground/ui/page.ts'

const permission = 'standards.read'

export const pages: DeskPage[] = [
  { path: '/desk/standards', load: () => import('./standards-page.tsx'), permission },
  { path: '/desk/standards/edition', load: () => import('./edition-page.tsx'), permission },
  { path: '/desk/standards/draft', load: () => import('./draft-page.tsx'), permission: 'standards.draft' },
  { path: '/desk/standards/compare', load: () => import('./compare-page.tsx'), permission },
  { path: '/desk/standards/charts', load: () => import('./charts-page.tsx'), permission },
]
