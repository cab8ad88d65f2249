import type { FacePage } from '#ground/ui/page.ts'

export const pages: FacePage[] = [{ path: '/pocket/notices', load: () => import('./inbox-page.tsx') }]
