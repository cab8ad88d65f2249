import type { FacePage } from '#ground/ui/page.ts'

export const pages: FacePage[] = [{ path: '/pocket/ledger', load: () => import('./ledger-page.tsx') }]
