import type { DeskPage } from '#ground/ui/page.ts'

export const pages: DeskPage[] = [
  { path: '/desk/inspections', load: () => import('./inspections-page.tsx'), permission: 'inspections.read' },
  { path: '/desk/inspections/day', load: () => import('./day-page.tsx'), permission: 'inspections.read' },
  { path: '/desk/inspections/month', load: () => import('./month-page.tsx'), permission: 'inspections.read' },
]
