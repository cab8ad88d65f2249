// Pictures of a step on the phone: taken in by the house's camera, sent when no step waits, recorded as evidence and cited for the
// entry. None is ever required.

import { chinaDay } from '#ground/kernel/clock.ts'
import { openCamera } from '#ground/sync/camera.ts'
import type { Kept } from '#ground/sync/kept.ts'
import type { Outcome } from '#ground/sync/sender.ts'
import { sourceOf } from '#ground/ui/blob-source.ts'
import { callByName, newKey } from '#ground/ui/client.ts'
import { patience as lasting } from '#ground/ui/patience.ts'
import { isFinal } from '#ground/ui/patience.ts'
import type { Download } from '#ground/ui/wire.ts'
import { beginsAgain, readPicture, recordPicture, upload } from '#rooms/evidence/core/take-in.ts'
import type { EvidenceCall, Unfit } from '#rooms/evidence/core/take-in.ts'
import { mostPictures, nextPicture } from '#rooms/evidence/core/device-pictures.ts'
import { dayOfPicture, picturesOf } from '../../core/pocket-pictures.ts'
import type { LocalPicture, PicturePhase } from '../../core/pocket-pictures.ts'
import type { LocalStep } from '../../core/pocket-steps.ts'
import { ledger, patience } from './calls.ts'
import type { Exhibit, HandRow, LedgerRecord } from './calls.ts'
import { forgetLeft } from './forget.ts'
import type { State } from './state.ts'

/** Why a picture was not taken in; nothing else is touched by it. */
export type PictureTrouble = Unfit | 'full' | 'enough' | 'twice'

/** What the store lends. */
export interface Lent {
  readonly kept: Kept
  get(): State
  become(next: Partial<State>): void
  take(next: LocalPicture): Promise<void>
  busy(): boolean
  took(record: LedgerRecord): Promise<void>
  failed(error: unknown): Outcome
  wake(): void
}

export interface Pictures {
  /** Takes a picture in for a step; null, or why not. */
  add(row: HandRow, step: LocalStep, phase: PicturePhase, file: Blob): Promise<PictureTrouble | null>
  takeOff(picture: LocalPicture): Promise<void>
  /** Takes entries that have left the list off the phone, but for these. */
  forgetLeft(stays: ReadonlySet<string>): Promise<void>
  /** Sends one; null when none waits. */
  attempt(): Promise<Outcome | null>
  /** Address of a small picture that was taken here; null when there is none. */
  small(id: string): Promise<string | null>
  /** The same of what the server has: fetched once, kept on the phone. */
  view(item: Pick<Exhibit, 'unit' | 'id'>): Promise<string | null>
}

const pieceMs = 60_000

const evidence: EvidenceCall = (key, call) => callByName('evidence', key, { signal: lasting(pieceMs), ...call })

/** Opens the pictures of this page's store. */
export async function openPictures(lent: Lent): Promise<Pictures> {
  const post = (): string => lent.get().hand?.post ?? ''
  const camera = await openCamera<LocalPicture, PictureTrouble>({
    store: 'lx-ledger-pictures',
    owner: post,
    all: () => lent.get().pictures,
    bytesOf: ({ bytes }) => bytes,
    take: (next) => lent.take(next),
    read: (file) => readPicture(sourceOf(file)),
    deliver: async (one, bytes, sent) => {
      const { id, item, unit, subject, phase } = one
      await upload(evidence, one, bytes === undefined ? null : sourceOf(bytes), { sent })
      const effectiveOn = dayOfPicture(one, lent.get().hand?.today ?? one.opened)
      await recordPicture(evidence, one, { subject, shows: one.shows, phase, effectiveOn })
      const params = { unit: one.owner, id: one.entry }
      await lent.took(await ledger.addPicture({ params, body: { id, item: { unit, id: item } }, key: id, signal: patience() }))
      return { ...one, state: 'arrived' }
    },
    refusal: (error) => (isFinal(error) ? error.code : null),
    beginsAgain,
    failed: (error) => lent.failed(error),
    busy: () => lent.busy(),
    onWay: (onWay) => lent.become(onWay === null ? { onWay } : { onWay, line: 'open' }),
  })
  await camera.settle()

  return {
    add: async (row, step, phase, file) => {
      const there = (): LocalPicture[] => picturesOf(lent.get().pictures, step.id)
      if (there().length >= mostPictures) return 'enough'
      const { hand } = lent.get()
      const trouble = await camera.add(file, ({ media, bytes, sha256 }) => {
        if (there().some((one) => one.sha256 === sha256)) return 'twice'
        return {
          id: newKey(),
          item: newKey(),
          step: step.id,
          entry: row.id,
          owner: row.unit,
          unit: hand?.unit?.code ?? '',
          subject: row.subject.code,
          shows: row.problem.slice(0, 60),
          phase,
          media,
          bytes: bytes.length,
          sha256,
          on: chinaDay(Date.now()),
          opened: hand?.today ?? '',
          made: Date.now(),
          state: 'storing',
          refused: null,
        }
      })
      if (trouble === null) lent.wake()
      return trouble
    },
    takeOff: (one) => camera.move({ ...one, state: 'gone' }),
    forgetLeft: async (stays) => camera.forget(forgetLeft(lent.kept, lent.get(), lent.become, stays)),
    attempt: async () => {
      await camera.settle()
      const { steps, pictures } = lent.get()
      const next = nextPicture(pictures, ({ step }) => steps[step]?.state === 'arrived')
      return next === undefined ? null : camera.send(next)
    },
    small: (id) => camera.small(id),
    view: ({ unit, id }) =>
      camera.view(id, async () => {
        const view = (await evidence('view', { params: { unit, id }, query: { size: 'small' } }).catch(() => null)) as Download | null
        return view === null ? null : new Response(view.blob).arrayBuffer()
      }),
  }
}
