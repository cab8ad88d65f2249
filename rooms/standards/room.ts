// The name-plate of the standards.

import { defineRoom } from '#ground/http/room.ts'
import { contract } from './contract.ts'
import { problems } from './problems.ts'

const drafts = ['county-admin', 'county-officer', 'prefecture-officer'] as const

export const room = defineRoom({
  name: 'standards',
  title: { zh: '标准', en: 'Standards' },
  needs: ['units', 'facts'],
  contract,
  problems,
  grants: {
    'standards.read': [...drafts, 'star-office', 'department-officer', 'township-officer', 'secretary', 'grid-worker', 'supervisor'],
    'standards.draft': drafts,
    'standards.issue': ['county-admin', 'prefecture-officer'],
    'standards.add': ['township-officer'],
  },
  menu: [{ face: 'desk', path: '/desk/standards', title: { zh: '创建标准', en: 'Standards' }, order: 45, permission: 'standards.read' }],
})
