import type { Handlers } from '#ground/http/handler.ts'
import type { contract } from '../contract.ts'
import { board, boardExport } from './board.ts'
import { citable } from './exhibits.ts'
import { exportLists } from './exporting.ts'
import { assign, counts, get, list } from './listing.ts'
import { addPicture, onHand } from './phone.ts'
import { registers } from './registers.ts'
import { schedule } from './schedule.ts'
import {
  accept,
  arbitrate,
  askExtension,
  closeOut,
  decideExtension,
  lookBack,
  plan,
  rectify,
  refuseEntry,
  sendBack,
  withdraw,
} from './verbs.ts'

export const handlers: Handlers<typeof contract> = {
  list,
  counts,
  export: exportLists,
  get,
  assign,
  board,
  boardExport,
  registers,
  schedule,
  citable,
  onHand,
  addPicture,
  plan,
  accept,
  refuse: refuseEntry,
  arbitrate,
  rectify,
  return: sendBack,
  closeOut,
  askExtension,
  decideExtension,
  lookBack,
  withdraw,
}
