import type { DeskPage } from '#ground/ui/page.ts'

export const pages: DeskPage[] = [
  { path: '/desk/facts', load: () => import('./facts-page.tsx'), permission: 'facts.read' },
  { path: '/desk/form-demands', load: () => import('./demands-page.tsx'), permission: 'facts.read' },
]
