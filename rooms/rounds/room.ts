import { defineRoom } from '#ground/http/room.ts'
import { contract } from './contract.ts'
import { problems } from './problems.ts'

const readers = [
  'county-admin',
  'county-officer',
  'star-office',
  'department-officer',
  'township-officer',
  'prefecture-officer',
  'supervisor',
]
const conveners = ['county-admin', 'county-officer', 'township-officer']

export const room = defineRoom({
  name: 'rounds',
  title: { zh: '亮赛比', en: 'Rounds' },
  needs: ['units', 'evidence', 'ledger', 'bulletins'],
  contract,
  problems,
  grants: {
    'rounds.read': readers,
    'rounds.convene': conveners,
    'rounds.confirm': conveners,
    'rounds.promise': ['secretary'],
    // The house's own task only.
    'rounds.open-input': [],
  },
  jobs: ['rounds.open-input'],
  commands: ['tally', 'draw'],
  menu: [
    { face: 'desk', path: '/desk/rounds', title: { zh: '亮赛比', en: 'Rounds' }, order: 20, permission: 'rounds.read' },
    {
      face: 'desk',
      path: '/desk/own-rounds',
      title: { zh: '承诺与结果', en: 'Pledges and results' },
      order: 22,
      permission: 'rounds.promise',
    },
  ],
})
