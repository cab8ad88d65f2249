import type { Handlers } from '#ground/http/handler.ts'
import type { contract } from '../contract.ts'
import { mail, setMail } from './mail.ts'
import { get, inbox, mark, sent } from './reading.ts'
import { announce, withdraw } from './sending.ts'

export const handlers: Handlers<typeof contract> = { inbox, sent, get, mark, announce, withdraw, mail, setMail }
