// The name-plate of the room of facts.

import { defineRoom } from '#ground/http/room.ts'
import { contract } from './contract.ts'
import { problems } from './problems.ts'

export const room = defineRoom({
  name: 'facts',
  title: { zh: '事实数据', en: 'Facts' },
  needs: ['units', 'people'],
  contract,
  problems,
  grants: {},
  menu: [],
})
