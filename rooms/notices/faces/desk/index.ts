import type { DeskPage } from '#ground/ui/page.ts'

export const pages: DeskPage[] = [{ path: '/desk/notices', load: () => import('./notices-page.tsx'), permission: 'notices.read' }]
