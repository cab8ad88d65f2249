import type { DeskPage } from '#ground/ui/page.ts'

export const pages: DeskPage[] = [
  { path: '/desk/plans', load: () => import('./plans-page.tsx'), permission: 'plans.read' },
  { path: '/desk/plans/schedule', load: () => import('./schedule-page.tsx'), permission: 'plans.read' },
]
