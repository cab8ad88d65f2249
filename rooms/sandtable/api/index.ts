import type { Handlers } from '#ground/http/handler.ts'
import type { contract } from '../contract.ts'
import { card } from './card.ts'
import { layer } from './layer.ts'
import { presented } from './presented.ts'
import { showingHandlers } from './showing.ts'
import { sums } from './sums.ts'

export const handlers: Handlers<typeof contract> = { layer, card, presented, sums, ...showingHandlers }
