import type { DeskPage } from '#ground/ui/page.ts'

export const pages: DeskPage[] = [
  { path: '/desk/evidence', load: () => import('./evidence-page.tsx'), permission: 'evidence.read' },
  { path: '/desk/evidence/spots', load: () => import('./spots-page.tsx'), permission: 'evidence.read' },
]
