import type { Handlers } from '#ground/http/handler.ts'
import type { contract } from '../contract.ts'
import { cite, withdraw } from './citations.ts'
import { original, play, view } from './files.ts'
import { keepingHandlers } from './keeping.ts'
import { get, list, record } from './items.ts'
import { append, begin, finish, status } from './uploads.ts'

export const handlers: Handlers<typeof contract> = {
  begin,
  append,
  status,
  finish,
  record,
  list,
  get,
  view,
  play,
  original,
  cite,
  withdraw,
  ...keepingHandlers,
}
