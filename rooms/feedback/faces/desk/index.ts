import type { DeskPage } from '#ground/ui/page.ts'

export const pages: DeskPage[] = [{ path: '/desk/feedback', load: () => import('./feedback-page.tsx'), permission: 'feedback.handle' }]
