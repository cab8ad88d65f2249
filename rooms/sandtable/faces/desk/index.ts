import type { DeskPage } from '#ground/ui/page.ts'

export const pages: DeskPage[] = [{ path: '/desk/sandtable', load: () => import('./sandtable-page.tsx'), permission: 'sandtable.read' }]
