// The name-plate of the standards.

import { defineRoom } from '#ground/http/room.ts'
import { contract } from './contract.ts'
import { problems } from './problems.ts'

export const room = defineRoom({
  name: 'standards',
  title: { zh: '标准', en: 'Standards' },
  needs: ['units', 'facts'],
  contract,
  problems,
  grants: {},
  menu: [],
})
