import type { Handlers } from '#ground/http/handler.ts'
import type { contract } from '../contract.ts'
import { exportCases } from './export-cases.ts'
import { accept, answer, close, get, list, reveal } from './handling.ts'
import { about, file, rate, track } from './sending.ts'
import { transfer } from './transferring.ts'

export const handlers: Handlers<typeof contract> = {
  about,
  file,
  track,
  rate,
  list,
  export: exportCases,
  get,
  accept,
  answer,
  transfer,
  close,
  reveal,
}
