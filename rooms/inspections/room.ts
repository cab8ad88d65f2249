// The name-plate of inspections.

import { defineRoom } from '#ground/http/room.ts'
import { contract } from './contract.ts'
import { problems } from './problems.ts'

const planners = ['county-admin', 'county-officer', 'township-officer'] as const
const inspectors = [...planners, 'star-office', 'department-officer'] as const

export const room = defineRoom({
  name: 'inspections',
  title: { zh: '督查', en: 'Inspections' },
  needs: ['units', 'facts', 'ledger', 'evidence'],
  contract,
  problems,
  grants: {
    'inspections.read': [...inspectors, 'supervisor'],
    'inspections.plan': planners,
    'inspections.inspect': inspectors,
  },
  menu: [
    { face: 'desk', path: '/desk/inspections', title: { zh: '督查', en: 'Inspections' }, order: 61, permission: 'inspections.read' },
    { face: 'pocket', path: '/pocket/inspections', title: { zh: '督查', en: 'Inspections' }, order: 61, permission: 'inspections.inspect' },
  ],
})
