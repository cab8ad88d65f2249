import type { Handlers } from '#ground/http/handler.ts'
import type { contract } from '../contract.ts'
import { docx, draft, exportList, get, list } from './reading.ts'
import { correct, publish, revise, sendBack, signOff } from './verbs.ts'

export const handlers: Handlers<typeof contract> = {
  list,
  export: exportList,
  get,
  docx,
  draft,
  revise,
  signOff,
  return: sendBack,
  publish,
  correct,
}
