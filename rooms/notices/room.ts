// The name-plate of the notices.

import { defineRoom } from '#ground/http/room.ts'
import { contract } from './contract.ts'
import { problems } from './problems.ts'

const sends = ['prefecture-officer', 'county-admin', 'county-officer', 'star-office', 'department-officer', 'township-officer'] as const

export const room = defineRoom({
  name: 'notices',
  title: { zh: '通知', en: 'Notices' },
  needs: ['units', 'people'],
  contract,
  problems,
  grants: {
    'notices.read': [...sends, 'operator', 'secretary', 'grid-worker', 'supervisor', 'judge'],
    'notices.send': sends,
    // The house's own tasks only.
    'notices.forget': [],
  },
  menu: [
    { face: 'desk', path: '/desk/notices', title: { zh: '通知', en: 'Notices' }, order: 75, permission: 'notices.read' },
    { face: 'pocket', path: '/pocket/notices', title: { zh: '通知', en: 'Notices' }, order: 75, permission: 'notices.read' },
  ],
  jobs: ['notices.daily', 'notices.urgent', 'notices.forget'],
})
