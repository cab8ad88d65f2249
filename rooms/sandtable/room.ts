// The name-plate of the sand table.

import { defineRoom } from '#ground/http/room.ts'
import { contract } from './contract.ts'
import { problems } from './problems.ts'

const readers = [
  'county-admin',
  'county-officer',
  'prefecture-officer',
  'star-office',
  'department-officer',
  'township-officer',
  'secretary',
  'supervisor',
] as const

export const room = defineRoom({
  name: 'sandtable',
  title: { zh: '沙盘', en: 'Sand table' },
  needs: ['units', 'evidence', 'ledger', 'stars', 'rounds'],
  contract,
  problems,
  grants: {
    'sandtable.read': readers,
    'sandtable.lead': readers,
  },
  menu: [{ face: 'desk', path: '/desk/sandtable', title: { zh: '沙盘', en: 'Sand table' }, order: 15, permission: 'sandtable.read' }],
})
