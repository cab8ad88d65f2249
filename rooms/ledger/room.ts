// The name-plate of the ledger.

import { defineRoom } from '#ground/http/room.ts'
import { contract } from './contract.ts'
import { problems } from './problems.ts'

const convenes = ['county-admin', 'county-officer', 'star-office', 'department-officer', 'township-officer'] as const

const answers = ['secretary', 'township-officer', 'department-officer', 'county-officer'] as const
const checks = ['county-admin', 'county-officer', 'star-office', 'township-officer'] as const

export const room = defineRoom({
  name: 'ledger',
  title: { zh: '台账', en: 'Ledger' },
  needs: ['units', 'people', 'evidence', 'notices'],
  contract,
  problems,
  grants: {
    'ledger.read': [...convenes, 'prefecture-officer', 'secretary', 'grid-worker', 'supervisor'],
    'ledger.assign': convenes,
    'ledger.answer': answers,
    'ledger.check': checks,
    // Mends or checks: the phone has something for these alone.
    'ledger.handle': [...new Set([...answers, ...checks])],
    // The house's own task only.
    'ledger.escalate': [],
    'ledger.arbitrate': ['county-admin', 'county-officer', 'township-officer'],
  },
  jobs: ['ledger.escalate'],
  menu: [
    { face: 'desk', path: '/desk/ledger', title: { zh: '台账', en: 'Ledger' }, order: 60, permission: 'ledger.read' },
    { face: 'pocket', path: '/pocket/ledger', title: { zh: '台账', en: 'Ledger' }, order: 60, permission: 'ledger.handle' },
  ],
})
