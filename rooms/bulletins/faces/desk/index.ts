import type { DeskPage } from '#ground/ui/page.ts'

export const pages: DeskPage[] = [{ path: '/desk/bulletins', load: () => import('./bulletins-page.tsx'), permission: 'bulletins.read' }]
