import type { FacePage } from '#ground/ui/page.ts'

export const pages: FacePage[] = [{ path: '/pocket/inspections', load: () => import('./inspections-page.tsx') }]
