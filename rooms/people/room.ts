// The name-plate of the people room.

import { defineRoom } from '#ground/http/room.ts'
import { contract } from './contract.ts'
import { problems } from './problems.ts'

const desk = [
  'operator',
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
  name: 'people',
  title: { zh: '人员与岗位', en: 'People and posts' },
  needs: ['units'],
  contract,
  problems,
  grants: {
    'people.read': desk,
    'people.manage': ['operator', 'county-admin', 'township-officer'],
    'people.reveal': ['county-admin', 'county-officer', 'star-office', 'township-officer', 'secretary'],
    'people.erase': ['operator', 'county-admin'],
    'people.export': ['operator', 'county-admin', 'township-officer'],
    // Acts are the ground's; who may read those of others is decided where the roles are.
    'people.giveOperator': ['operator'],
    'acts.read': ['operator', 'county-admin', 'supervisor'],
  },
  menu: [
    { face: 'desk', path: '/desk/people', title: { zh: '人员', en: 'People' }, order: 40, permission: 'people.read' },
    { face: 'desk', path: '/desk/me', title: { zh: '我的账号', en: 'My account' }, order: 900 },
  ],
  jobs: ['people.forget'],
  commands: ['operator'],
})
