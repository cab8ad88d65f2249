import type { Handlers } from '#ground/http/handler.ts'
import type { contract } from '../contract.ts'
import { add, additions, end } from './additions.ts'
import { drop, sendBack } from './draft-verbs.ts'
import { exportAdditions, exportCompare, exportList } from './list-exporting.ts'
import { compare, exportEdition, get, list, shelf } from './reading.ts'
import { tryOut } from './trying.ts'
import { copy, importBook, install, issue, retire, revise } from './verbs.ts'

export const handlers: Handlers<typeof contract> = {
  list,
  shelf,
  get,
  export: exportEdition,
  compare,
  exportList,
  exportCompare,
  exportAdditions,
  tryOut,
  install,
  copy,
  import: importBook,
  revise,
  issue,
  retire,
  return: sendBack,
  drop,
  additions,
  add,
  endAddition: end,
}
