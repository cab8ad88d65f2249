// Pictures on an inspector's phone: taken in by the house's camera, sent when no finding waits, recorded as evidence and cited for
// what was seen. None is ever required.

import { openCamera } from '#ground/sync/camera.ts'
import type { Outcome } from '#ground/sync/sender.ts'
import { sourceOf } from '#ground/ui/blob-source.ts'
import { callByName, newKey } from '#ground/ui/client.ts'
import { beginsAgain, readPicture, recordPicture, upload } from '#rooms/evidence/core/take-in.ts'
import type { EvidenceCall, Unfit } from '#rooms/evidence/core/take-in.ts'
import type { LocalFinding } from '../../core/pocket.ts'
import { mostPictures, nextPicture } from '#rooms/evidence/core/device-pictures.ts'
import { picturesOf } from '../../core/pocket-pictures.ts'
import type { LocalPicture, LocalPictures } from '../../core/pocket-pictures.ts'
import { inspections, isFinal, patience } from './calls.ts'

/** Why a picture was not taken in; nothing else is touched by it. */
export type PictureTrouble = Unfit | 'full' | 'enough' | 'twice'

/** What the store lends. */
export interface Lent {
  pictures(): LocalPictures
  post(): string
  findingOf(id: string): LocalFinding | undefined
  itemText(finding: LocalFinding): string
  take(next: LocalPicture): Promise<void>
  heard(): void
  failed(error: unknown): Outcome
  wake(): void
}

export interface Pictures {
  /** Takes a picture in for a finding; null, or why not. */
  add(finding: LocalFinding, file: Blob): Promise<PictureTrouble | null>
  /** Takes one off that was not sent yet. */
  takeOff(picture: LocalPicture): Promise<void>
  /** Sends one; null when none waits. */
  attempt(): Promise<Outcome | null>
  /** Address of the small picture; null when there is none. */
  smallOf(id: string): Promise<string | null>
}

const pieceMs = 60_000

const evidence: EvidenceCall = (key, call) => callByName('evidence', key, { signal: patience(pieceMs), ...call })

/** Opens the pictures of this page's store. */
export async function openPictures(lent: Lent): Promise<Pictures> {
  const camera = await openCamera<LocalPicture, PictureTrouble>({
    store: 'lx-inspections-pictures',
    owner: () => lent.post(),
    all: () => lent.pictures(),
    bytesOf: ({ bytes }) => bytes,
    take: (next) => lent.take(next),
    read: (file) => readPicture(sourceOf(file)),
    deliver: async (one, bytes, told) => {
      const { id, item, unit, inspection, subject } = one
      const finding = lent.findingOf(one.finding)
      await upload(evidence, one, bytes === undefined ? null : sourceOf(bytes), {
        sent: (done, of) => {
          lent.heard()
          told(done, of)
        },
      })
      const note = finding === undefined || finding.note === '' ? '' : `：${finding.note}`
      const shows = `${finding === undefined ? '' : lent.itemText(finding)}${note}`.slice(0, 200)
      const phase = finding?.outcome === 'fault' ? { phase: 'before' as const } : {}
      await recordPicture(evidence, one, { subject, shows, effectiveOn: finding?.on ?? '', ...phase })
      const body = { id, item: { unit, id: item } }
      await inspections.addPicture({ params: { unit, id: inspection, finding: one.finding }, body, key: id, signal: patience() })
      lent.heard()
      return { ...one, state: 'arrived' }
    },
    refusal: (error) => (isFinal(error) ? error.code : null),
    beginsAgain,
    failed: (error) => lent.failed(error),
  })
  await camera.settle()

  return {
    add: async (finding, file) => {
      const there = picturesOf(lent.pictures(), finding.id)
      if (there.length >= mostPictures) return 'enough'
      const { unit, inspection, subject } = finding
      const trouble = await camera.add(file, ({ media, bytes, sha256 }) =>
        picturesOf(lent.pictures(), finding.id).some((one) => one.sha256 === sha256)
          ? 'twice'
          : {
              id: newKey(),
              item: newKey(),
              finding: finding.id,
              unit,
              inspection,
              subject,
              media,
              sha256,
              bytes: bytes.length,
              made: Date.now(),
              state: 'storing',
              refused: null,
            },
      )
      if (trouble === null) lent.wake()
      return trouble
    },
    takeOff: (one) => camera.move({ ...one, state: 'gone' }),
    attempt: async () => {
      await camera.settle()
      const next = nextPicture(lent.pictures(), ({ finding }) => lent.findingOf(finding)?.state === 'arrived')
      return next === undefined ? null : camera.send(next)
    },
    smallOf: (id) => camera.small(id),
  }
}
