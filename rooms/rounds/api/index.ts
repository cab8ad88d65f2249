import type { Handlers } from '#ground/http/handler.ts'
import type { contract } from '../contract.ts'
import { committingHandlers } from './committing.ts'
import { countingHandlers } from './counting.ts'
import { drawingHandlers } from './drawing.ts'
import { exhibitsHandlers } from './exhibits.ts'
import { openingHandlers } from './opening.ts'
import { papersHandlers } from './papers.ts'
import { photosHandlers } from './photos.ts'
import { planningHandlers } from './planning.ts'
import { publishingHandlers } from './publishing.ts'
import { recountHandlers } from './recounting.ts'
import { awardHandlers, remarkHandlers } from './remarking.ts'
import { revealingHandlers } from './revealing.ts'
import { rulesHandlers } from './rules-change.ts'
import { scoringHandlers } from './scoring.ts'
import { seatingHandlers } from './seating.ts'
import { seatsHandlers } from './seats.ts'
import { sheetHandlers } from './sheet-keeping.ts'
import { stagingHandlers } from './staging.ts'
import { votingHandlers } from './voting.ts'

export const handlers: Handlers<typeof contract> = {
  ...publishingHandlers,
  ...planningHandlers,
  ...openingHandlers,
  ...rulesHandlers,
  ...seatsHandlers,
  ...seatingHandlers,
  ...scoringHandlers,
  ...drawingHandlers,
  ...stagingHandlers,
  ...exhibitsHandlers,
  ...sheetHandlers,
  ...countingHandlers,
  ...revealingHandlers,
  ...recountHandlers,
  ...committingHandlers,
  ...remarkHandlers,
  ...awardHandlers,
  ...votingHandlers,
  ...papersHandlers,
  ...photosHandlers,
}
