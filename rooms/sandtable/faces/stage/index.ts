import type { FacePage } from '#ground/ui/page.ts'

export const pages: FacePage[] = [{ path: '/stage/sandtable', load: () => import('./table-page.tsx') }]
