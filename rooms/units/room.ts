// The name-plate of the units room.

import { defineRoom } from '#ground/http/room.ts'
import { contract } from './contract.ts'
import { problems } from './problems.ts'

const keepers = ['operator', 'county-admin'] as const
const county = [...keepers, 'county-officer', 'star-office'] as const
const officials = [
  ...county,
  'prefecture-officer',
  'department-officer',
  'township-officer',
  'secretary',
  'grid-worker',
  'supervisor',
  'judge',
] as const

export const room = defineRoom({
  name: 'units',
  title: { zh: '单位', en: 'Units' },
  needs: [],
  contract,
  problems,
  grants: {
    'units.import': keepers,
    'units.change': keepers,
    'units.overrideKind': [...keepers, 'county-officer'],
    'units.readOrganisations': officials,
    'units.keepOrganisations': [...keepers, 'county-officer', 'township-officer'],
    'units.readLinks': officials,
    'units.linkOfficers': [...keepers, 'county-officer', 'township-officer'],
  },
  menu: [{ face: 'desk', path: '/desk/units', title: { zh: '单位', en: 'Units' }, order: 20 }],
  commands: ['import', 'export'],
})
