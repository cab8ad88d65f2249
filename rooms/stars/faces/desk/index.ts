import type { DeskPage } from '#ground/ui/page.ts'

export const pages: DeskPage[] = [
  { path: '/desk/stars', load: () => import('./board-page.tsx'), permission: 'stars.read' },
  { path: '/desk/stars/queue', load: () => import('./queue-page.tsx'), permission: 'stars.read' },
  { path: '/desk/stars/joint', load: () => import('./joint-page.tsx'), permission: 'stars.reviewJoint' },
  { path: '/desk/stars/sample', load: () => import('./sample-page.tsx'), permission: 'stars.sample' },
  { path: '/desk/stars/wall', load: () => import('./wall-page.tsx'), permission: 'stars.read' },
  { path: '/desk/stars/target', load: () => import('./target-page.tsx'), permission: 'stars.declare' },
  { path: '/desk/stars/check/$unit/$id', load: () => import('./check-page.tsx'), permission: 'stars.declare' },
  { path: '/desk/stars/cycles', load: () => import('./cycles-page.tsx'), permission: 'stars.convene' },
  { path: '/desk/stars/publicity', load: () => import('./publicity-page.tsx'), permission: 'stars.decide' },
  { path: '/desk/stars/ladders', load: () => import('./after/ladders-page.tsx'), permission: 'stars.read' },
  { path: '/desk/stars/awards', load: () => import('./after/awards-page.tsx'), permission: 'stars.read' },
  { path: '/desk/stars/formats', load: () => import('./formats/formats-page.tsx'), permission: 'stars.read' },
  { path: '/desk/stars/formats/$unit/$id', load: () => import('./formats/format-page.tsx'), permission: 'stars.convene' },
  { path: '/desk/stars/honours', load: () => import('./honours-page.tsx'), permission: 'stars.read' },
]
