import type { DeskPage } from '#ground/ui/page.ts'

const permission = 'rounds.read'

export const pages: DeskPage[] = [
  { path: '/desk/rounds', load: () => import('./rounds-page.tsx'), permission },
  { path: '/desk/rounds/plan', load: () => import('./plan/plan-page.tsx'), permission: 'rounds.convene' },
  { path: '/desk/rounds/commitments', load: () => import('./own/confirm-page.tsx'), permission: 'rounds.confirm' },
  { path: '/desk/rounds/$unit/$id', load: () => import('./round-page.tsx'), permission },
  { path: '/desk/rounds/$unit/$id/links', load: () => import('./papers/links-page.tsx'), permission: 'rounds.convene' },
  { path: '/desk/rounds/$unit/$id/sheets', load: () => import('./papers/sheets-page.tsx'), permission },
  { path: '/desk/own-rounds', load: () => import('./own/own-page.tsx'), permission: 'rounds.promise' },
]
