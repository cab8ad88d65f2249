import type { Handlers } from '#ground/http/handler.ts'
import type { contract } from '../contract.ts'
import { afterHandlers } from './after.ts'
import { awardSheetHandlers } from './award-sheets.ts'
import { boardHandlers } from './board.ts'
import { certificateHandlers } from './certificates.ts'
import { certifyingHandlers } from './certifying.ts'
import { checkHandlers } from './checks.ts'
import { citingHandlers } from './citing.ts'
import { cycleHandlers } from './cycles.ts'
import { decidingHandlers } from './deciding.ts'
import { exportHandlers } from './exporting.ts'
import { formatHandlers } from './formats.ts'
import { honourAppealHandlers } from './honour-appeals.ts'
import { honourReportHandlers } from './honour-reports.ts'
import { ladderHandlers } from './ladders.ts'
import { listExportHandlers } from './list-exporting.ts'
import { openHandlers } from './open-to-all.ts'
import { pocketHandlers } from './pocket.ts'
import { publicisingHandlers } from './publicising.ts'
import { quotaHandlers } from './quotas.ts'
import { reviewHandlers } from './reviews.ts'
import { sampleHandlers } from './samples.ts'
import { targetHandlers } from './targets.ts'

export const handlers: Handlers<typeof contract> = {
  ...cycleHandlers,
  ...quotaHandlers,
  ...targetHandlers,
  ...boardHandlers,
  ...ladderHandlers,
  ...checkHandlers,
  ...certificateHandlers,
  ...citingHandlers,
  ...exportHandlers,
  ...listExportHandlers,
  ...formatHandlers,
  ...reviewHandlers,
  ...publicisingHandlers,
  ...certifyingHandlers,
  ...sampleHandlers,
  ...openHandlers,
  ...decidingHandlers,
  ...afterHandlers,
  ...honourAppealHandlers,
  ...honourReportHandlers,
  ...awardSheetHandlers,
  ...pocketHandlers,
}
