// The name-plate of plans of many tasks.

import { defineRoom } from '#ground/http/room.ts'
import { contract } from './contract.ts'
import { problems } from './problems.ts'

const conveners = ['county-admin', 'county-officer', 'township-officer'] as const

export const room = defineRoom({
  name: 'plans',
  title: { zh: '行动计划', en: 'Plans' },
  needs: ['units', 'ledger'],
  contract,
  problems,
  grants: {
    'plans.read': [...conveners, 'star-office', 'department-officer', 'secretary', 'supervisor'],
    'plans.convene': conveners,
    'plans.report': [...conveners, 'secretary'],
  },
  menu: [{ face: 'desk', path: '/desk/plans', title: { zh: '行动计划', en: 'Plans' }, order: 58, permission: 'plans.read' }],
})
