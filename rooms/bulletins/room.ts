// The name-plate of the bulletins.

import { defineRoom } from '#ground/http/room.ts'
import { contract } from './contract.ts'
import { problems } from './problems.ts'

const convenes = ['county-admin', 'county-officer', 'star-office', 'department-officer', 'township-officer'] as const
const heads = ['county-admin', 'county-officer', 'township-officer'] as const

export const room = defineRoom({
  name: 'bulletins',
  title: { zh: '通报', en: 'Bulletins' },
  needs: ['units', 'evidence', 'ledger'],
  contract,
  problems,
  grants: {
    'bulletins.read': [...convenes, 'secretary', 'grid-worker', 'supervisor'],
    'bulletins.draft': convenes,
    'bulletins.sign': heads,
    'bulletins.publish': heads,
  },
  jobs: ['bulletins.drop'],
  menu: [{ face: 'desk', path: '/desk/bulletins', title: { zh: '通报', en: 'Bulletins' }, order: 70, permission: 'bulletins.read' }],
})
