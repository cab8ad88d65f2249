import type { DeskPage } from '#ground/ui/page.ts'

export const pages: DeskPage[] = [
  { path: '/desk/units', load: () => import('./units-page.tsx') },
  { path: '/desk/units/transfer', load: () => import('./transfer-page.tsx'), permission: 'units.change' },
  { path: '/desk/units/import', load: () => import('./import-page.tsx'), permission: 'units.import' },
]
