import { defineRoom } from '#ground/http/room.ts'
import { contract } from './contract.ts'
import { problems } from './problems.ts'

export const room = defineRoom({
  name: 'rounds',
  title: { zh: '亮赛比', en: 'Rounds' },
  needs: [],
  contract,
  problems,
  grants: {},
  menu: [],
  commands: ['tally', 'draw'],
})
