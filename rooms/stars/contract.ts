// Everything that can be done in this room, as data.

import { afterContract } from './contract-after.ts'
import { awardSheetContract } from './contract-award-sheets.ts'
import { certificateContract } from './contract-certificates.ts'
import { checkContract } from './contract-checks.ts'
import { citingContract } from './contract-citing.ts'
import { cycleContract } from './contract-cycles.ts'
import { exportContract } from './contract-exports.ts'
import { formatContract } from './contract-formats.ts'
import { honourAppealContract } from './contract-honour-appeals.ts'
import { listExportContract } from './contract-list-exports.ts'
import { openContract } from './contract-open.ts'
import { pocketContract } from './contract-pocket.ts'
import { publicStarsContract } from './contract-public.ts'
import { reviewContract } from './contract-reviews.ts'

export const contract = {
  ...cycleContract,
  ...checkContract,
  ...certificateContract,
  ...citingContract,
  ...reviewContract,
  ...exportContract,
  ...listExportContract,
  ...formatContract,
  ...publicStarsContract,
  ...openContract,
  ...afterContract,
  ...honourAppealContract,
  ...awardSheetContract,
  ...pocketContract,
} as const
