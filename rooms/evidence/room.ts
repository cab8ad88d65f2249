// The name-plate of the evidence room.

import { defineRoom } from '#ground/http/room.ts'
import { contract } from './contract.ts'
import { problems } from './problems.ts'

const reviewers = ['county-admin', 'county-officer', 'star-office', 'township-officer'] as const
/** Who looks from above and sends nothing. */
const above = ['prefecture-officer', 'supervisor'] as const
const senders = [...reviewers, 'department-officer', 'secretary', 'grid-worker', 'judge'] as const

export const room = defineRoom({
  name: 'evidence',
  title: { zh: '佐证', en: 'Evidence' },
  needs: ['units'],
  contract,
  problems,
  grants: {
    'evidence.read': [...senders, ...above],
    'evidence.upload': senders,
    'evidence.cite': senders,
    'evidence.original': [...reviewers, 'supervisor'],
    'evidence.hint': [...reviewers, 'supervisor'],
    'evidence.erase': ['county-admin'],
    // The house's own tasks only.
    'evidence.prepare': [],
    'evidence.open': [],
  },
  menu: [
    { face: 'desk', path: '/desk/evidence', title: { zh: '佐证', en: 'Evidence' }, order: 50, permission: 'evidence.read' },
    { face: 'pocket', path: '/pocket/evidence', title: { zh: '拍佐证', en: 'Take evidence' }, order: 50, permission: 'evidence.upload' },
  ],
  jobs: ['evidence.prepare', 'evidence.compare', 'evidence.complete', 'evidence.open', 'evidence.drop', 'evidence.keep', 'evidence.sweep'],
})
