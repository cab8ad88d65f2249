// Everything that can be done in this room, as data.

import { afterContract } from './contract-after.ts'
import { checkContract } from './contract-checks.ts'
import { cycleContract } from './contract-cycles.ts'
import { publicStarsContract } from './contract-public.ts'
import { reviewContract } from './contract-reviews.ts'

export const contract = { ...cycleContract, ...checkContract, ...reviewContract, ...publicStarsContract, ...afterContract } as const
