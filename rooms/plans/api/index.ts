import type { Handlers } from '#ground/http/handler.ts'
import type { contract } from '../contract.ts'
import { doing } from './doing.ts'
import { planning } from './planning.ts'

export const handlers: Handlers<typeof contract> = { ...planning, ...doing }
