// All that can be done in a round, as data; each part stands in a file of its own.

import { countContract } from './contract-count.ts'
import { drawsContract } from './contract-draws.ts'
import { exhibitsContract } from './contract-exhibits.ts'
import { liveContract } from './contract-live.ts'
import { papersContract } from './contract-papers.ts'
import { photosContract } from './contract-photos.ts'
import { planContract } from './contract-plan.ts'
import { publicContract } from './contract-public.ts'
import { resultContract } from './contract-result.ts'
import { seatsContract } from './contract-seats.ts'
import { votesContract } from './contract-votes.ts'
import { workContract } from './contract-work.ts'

export const contract = {
  ...publicContract,
  ...planContract,
  ...seatsContract,
  ...liveContract,
  ...exhibitsContract,
  ...drawsContract,
  ...countContract,
  ...resultContract,
  ...workContract,
  ...papersContract,
  ...photosContract,
  ...votesContract,
} as const
