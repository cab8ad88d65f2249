// The phone's calls, and what kind of failure an error is.

import type { AnswerOf } from '#ground/http/contract.ts'
import { client } from '#ground/ui/client.ts'
import { patience as lasting } from '#ground/ui/patience.ts'
import { ProblemError } from '#ground/ui/problem.ts'
import type { contract } from '#rooms/evidence/contract.ts'
import type { UploadDoor } from '../../core/send-file.ts'

export const evidence = client<typeof contract>('evidence')

export type Hand = AnswerOf<(typeof contract)['onHand']>

const patienceMs = 45_000

/** For one question over a poor line. */
export const patience = (): AbortSignal => lasting(patienceMs)

/** An answer of the server itself; a proxy's or a hotel's page is none. */
export const isAnswer = (error: unknown): error is ProblemError => error instanceof ProblemError && error.code !== 0

const asksAgain = new Set([401, 403, 408, 429])

/** A refusal of this one photo, not of who asks or when. */
export const isRefusal = (error: unknown): error is ProblemError =>
  isAnswer(error) && error.status >= 400 && error.status < 500 && !asksAgain.has(error.status)

export const door: UploadDoor = {
  begin: (body) => evidence.begin({ body, signal: patience() }),
  append: (id, offset, bytes) => evidence.append({ params: { id }, query: { offset }, bytes, signal: patience() }),
  finish: (id) => evidence.finish({ params: { id }, signal: patience() }),
}
