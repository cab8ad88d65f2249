import type { Handlers } from '#ground/http/handler.ts'
import type { contract } from '../contract.ts'
import { certifyingHandlers } from './certifying.ts'
import { checkHandlers } from './checks.ts'
import { cycleHandlers } from './cycles.ts'
import { decidingHandlers } from './deciding.ts'
import { openHandlers } from './open-to-all.ts'
import { pocketHandlers } from './pocket.ts'
import { reviewHandlers } from './reviews.ts'
import { sampleHandlers } from './samples.ts'
import { targetHandlers } from './targets.ts'

export const handlers: Handlers<typeof contract> = {
  ...cycleHandlers,
  ...targetHandlers,
  ...checkHandlers,
  ...reviewHandlers,
  ...certifyingHandlers,
  ...sampleHandlers,
  ...openHandlers,
  ...decidingHandlers,
  ...pocketHandlers,
}
