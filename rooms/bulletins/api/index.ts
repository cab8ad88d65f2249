import type { Handlers } from '#ground/http/handler.ts'
import type { contract } from '../contract.ts'
import { draft, exportList, get, list } from './reading.ts'
import { docx, pdf } from './papers.ts'
import { correct, publish, revise, sendBack, signOff } from './verbs.ts'

export const handlers: Handlers<typeof contract> = {
  list,
  export: exportList,
  get,
  docx,
  pdf,
  draft,
  revise,
  signOff,
  return: sendBack,
  publish,
  correct,
}
