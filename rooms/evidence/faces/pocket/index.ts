import type { FacePage } from '#ground/ui/page.ts'

export const pages: FacePage[] = [{ path: '/pocket/evidence', load: () => import('./camera-page.tsx') }]
