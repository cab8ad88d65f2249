// Everything that can be done in this room, as data.

import { checkContract } from './contract-checks.ts'
import { cycleContract } from './contract-cycles.ts'
import { pocketContract } from './contract-pocket.ts'
import { publicStarsContract } from './contract-public.ts'
import { reviewContract } from './contract-reviews.ts'

export const contract = { ...cycleContract, ...checkContract, ...reviewContract, ...publicStarsContract, ...pocketContract } as const
