// The name-plate of the room of facts.

import { defineRoom } from '#ground/http/room.ts'
import { contract } from './contract.ts'
import { problems } from './problems.ts'

const county = ['county-admin', 'county-officer', 'star-office'] as const
const offices = [...county, 'department-officer', 'prefecture-officer'] as const

export const room = defineRoom({
  name: 'facts',
  title: { zh: '事实数据', en: 'Facts' },
  needs: ['units', 'people', 'evidence'],
  contract,
  problems,
  grants: {
    'facts.read': [...offices, 'township-officer', 'secretary', 'grid-worker', 'supervisor'],
    'facts.define': ['operator', 'county-admin', 'county-officer', 'prefecture-officer'],
    'facts.state': offices,
    /** To state at all; without `facts.state` only what a definition leaves to the unit. */
    'facts.stateOwn': [...offices, 'township-officer', 'secretary'],
    /** Of the county or above: row policies leave a township's departments out. */
    'facts.recordCases': offices,
    'facts.review': [...offices, 'township-officer'],
    /** Results given on paper; an office enters its own. */
    'facts.recordReviews': offices,
    'facts.demand': [...offices, 'township-officer'],
    'facts.doubt': ['secretary'],
    'facts.answer': [...offices, 'township-officer'],
  },
  menu: [
    { face: 'desk', path: '/desk/facts', title: { zh: '事实数据', en: 'Facts' }, order: 62, permission: 'facts.read' },
    { face: 'desk', path: '/desk/form-demands', title: { zh: '填报事项登记', en: 'Form demands' }, order: 64, permission: 'facts.read' },
  ],
})
