// The name-plate of the stars room.

import { defineRoom } from '#ground/http/room.ts'
import { contract } from './contract.ts'
import { problems } from './problems.ts'

const county = ['county-admin', 'county-officer'] as const
const readers = [
  ...county,
  'prefecture-officer',
  'star-office',
  'department-officer',
  'township-officer',
  'secretary',
  'supervisor',
] as const

export const room = defineRoom({
  name: 'stars',
  title: { zh: '星级创建', en: 'Stars' },
  needs: ['units', 'people', 'facts', 'standards', 'evidence', 'feedback', 'rounds', 'notices'],
  contract,
  problems,
  grants: {
    'stars.read': readers,
    'stars.convene': [...county, 'prefecture-officer'],
    'stars.declare': ['secretary'],
    'stars.reviewFirst': ['township-officer'],
    'stars.reviewOffice': ['star-office'],
    'stars.reviewJoint': county,
    'stars.sample': ['prefecture-officer'],
    'stars.decide': [...county, 'prefecture-officer'],
    'stars.award': [...county, 'prefecture-officer', 'township-officer'],
    // The house's own task only.
    'stars.total': [],
  },
  jobs: ['stars.total'],
  menu: [
    { face: 'desk', path: '/desk/stars', title: { zh: '星级创建', en: 'Stars' }, order: 10, permission: 'stars.read' },
    { face: 'pocket', path: '/pocket/stars', title: { zh: '星级创建', en: 'Stars' }, order: 10, permission: 'stars.read' },
  ],
})
