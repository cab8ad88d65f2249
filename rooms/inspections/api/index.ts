import type { Handlers } from '#ground/http/handler.ts'
import type { contract } from '../contract.ts'
import { checklists } from './checklists.ts'
import { planning } from './planning.ts'
import { recording } from './recording.ts'
import { reporting } from './reporting.ts'

export const handlers: Handlers<typeof contract> = { checklists, ...planning, ...recording, ...reporting }
