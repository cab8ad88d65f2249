import type { FacePage } from '#ground/ui/page.ts'

export const pages: FacePage[] = [{ path: '/stage/round', load: () => import('./round-page.tsx') }]
