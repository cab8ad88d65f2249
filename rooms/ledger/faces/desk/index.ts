import type { DeskPage } from '#ground/ui/page.ts'

export const pages: DeskPage[] = [
  { path: '/desk/ledger', load: () => import('./ledger-page.tsx'), permission: 'ledger.read' },
  { path: '/desk/ledger/board', load: () => import('./board-page.tsx'), permission: 'ledger.read' },
  { path: '/desk/ledger/schedule', load: () => import('./schedule-page.tsx'), permission: 'ledger.read' },
  { path: '/desk/ledger/print', load: () => import('./print-page.tsx'), permission: 'ledger.read' },
]
