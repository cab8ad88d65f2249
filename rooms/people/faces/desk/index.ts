import type { DeskPage } from '#ground/ui/page.ts'

export const pages: DeskPage[] = [
  { path: '/desk/people', load: () => import('./people-page.tsx'), permission: 'people.read' },
  { path: '/desk/me', load: () => import('./me-page.tsx') },
]
