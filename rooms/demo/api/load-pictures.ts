// Pictures of the demo's spots before, during and after: drawn here, sent by the communities' secretaries as a phone sends
// photos. What is there already is not sent again.

import { createHash } from 'node:crypto'
import type { Day } from '#ground/kernel/clock.ts'
import type { Text } from '#ground/kernel/problem.ts'
import type { Result } from '#ground/kernel/result.ts'
import { pictureOf } from '#ground/pictures/drawing.ts'
import type { DemoPack } from '../core/pack.ts'
import { sceneOf } from '../core/scenery.ts'
import { picturesOf } from '../core/spots.ts'
import type { DemoPicture } from '../core/spots.ts'
import { assemble } from './company.ts'
import type { Session } from './session.ts'
import { each, must, untilRefused } from './steps.ts'

async function send(secretary: Session, picture: DemoPicture): Promise<number> {
  const { unit, id, upload, spot, phase, shows, effectiveOn } = picture
  if ((await secretary.get(`/evidence/${unit}/${id}`)).ok) return 0
  const bytes = await pictureOf(sceneOf(picture.kind, phase, picture.seed))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const begun = await must(
    secretary.post<{ state: string; offset: number }>('/evidence/uploads', {
      id: upload,
      unit,
      sha256,
      bytes: bytes.length,
      media: 'image/png',
    }),
  )
  if (begun.state !== 'arrived') {
    await must(secretary.bytes(`/evidence/uploads/${upload}/chunks?offset=${begun.offset}`, bytes.slice(begun.offset)))
    await must(secretary.post(`/evidence/uploads/${upload}/finish`, {}))
  }
  await must(secretary.post('/evidence', { id, upload, shows, spot, phase, effectiveOn }))
  return 1
}

/** Loads the pictures that are missing; how many it sent. */
export async function loadPictures(request: {
  readonly baseUrl: string
  readonly pack: DemoPack
  readonly today: Day
  say(text: Text): void
}): Promise<Result<number>> {
  const { baseUrl, pack, today, say } = request
  return untilRefused(async () => {
    const { secretaries } = await must(assemble(baseUrl, pack))
    const wanted = picturesOf([...secretaries.keys()].toSorted(), today)
    const last = wanted.at(-1)
    if (last !== undefined && (await secretaries.get(last.unit)?.get(`/evidence/${last.unit}/${last.id}`))?.ok === true) return 0
    say({ zh: '上传演示的前后对照图', en: "sending the demo's pictures before and after" })
    // One after another for each secretary; the last picture of all says that every one is there.
    const { unit: lastUnit } = last ?? { unit: '' }
    const of = (unit: string) => wanted.filter((one) => one.unit === unit)
    const sendAll = async (unit: string): Promise<number> => {
      const secretary = secretaries.get(unit)
      let sent = 0
      if (secretary !== undefined) for (const picture of of(unit)) sent += await send(secretary, picture)
      return sent
    }
    const sent = await each(
      [...secretaries.keys()].filter((unit) => unit !== lastUnit),
      sendAll,
    )
    return sent.reduce((sum, one) => sum + one, await sendAll(lastUnit))
  })
}
