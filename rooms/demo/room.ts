import { defineRoom } from '#ground/http/room.ts'
import { contract } from './contract.ts'
import { problems } from './problems.ts'

export const room = defineRoom({
  name: 'demo',
  title: { zh: '演示', en: 'Demo' },
  needs: ['units', 'people', 'ledger', 'bulletins', 'rounds'],
  contract,
  problems,
  grants: {},
  menu: [],
  commands: ['demo'],
})
