// Spots of the presented unit on the stage. The convener, who may see the pictures, shows them to the hall; the seats get
// those that are on and no others, because the round keeps just their files. What is on is part of the scene: every turn is
// an act under the next version.

import type { FileAnswer, Handler, Handlers, RoomRequest } from '#ground/http/handler.ts'
import type { Code } from '#ground/kernel/code.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import { spotsBy } from '#rooms/evidence/offers.ts'
import type { SpotShown } from '#rooms/evidence/offers.ts'
import { namesOf } from '#rooms/units/offers.ts'
import type { exhibitsContract } from '../contract-exhibits.ts'
import { placeOf } from '../core/exhibit.ts'
import type { Exhibit } from '../core/exhibit.ts'
import { partsOf, shownFile } from '../data/rounds.ts'
import { problems } from '../problems.ts'
import { moved, roundFor, roundSeen } from './convening.ts'
import { seated } from './seated.ts'

type C = typeof exhibitsContract
type Asking = Pick<RoomRequest, 'db' | 'today'>

/** More spots than a unit shows in its minutes. */
const mostSpots = 60

const spotsOf = async ({ db, today }: Asking, subject: Code): Promise<readonly SpotShown[]> =>
  (await spotsBy(db, subject, today, mostSpots)).spots

/** A spot as the scene has it, with the files of its pictures. */
interface Shown {
  readonly exhibit: Exhibit
  readonly files: Readonly<Record<string, string>>
}

function exhibitAt(spots: readonly SpotShown[], place: number): Shown | null {
  const found = spots[place]
  if (found === undefined) return null
  const { subject, spot, pictures } = found
  const shown = pictures.map(({ id, phase, effectiveOn, shows }) => ({ id, phase, on: effectiveOn, shows }))
  return {
    exhibit: { number: place + 1, all: spots.length, subject, spot, pictures: shown },
    files: Object.fromEntries(pictures.map(({ id, large }) => [id, large])),
  }
}

/** What a unit comes on with; null when it has no pictures of two phases. */
export const firstExhibit = async (request: Asking, subject: Code): Promise<Shown | null> => exhibitAt(await spotsOf(request, subject), 0)

const exhibits: Handler<C['exhibits']> = async (request) => {
  const { db, params, query } = request
  const round = await roundSeen(request, params)
  if (!round.ok) return round
  const parts = await partsOf(db, params.unit, params.id)
  if (!parts.some(({ subject }) => subject === query.subject)) return refuse(problems.notTakingPart())
  const spots = await spotsOf(request, query.subject)
  const names = await namesOf(
    db,
    spots.map(({ subject }) => subject),
  )
  return ok({
    spots: spots.map(({ subject, spot, pictures }) => ({
      subject,
      subjectName: names.get(subject) ?? subject,
      spot,
      pictures: pictures.map(({ unit, id, phase, effectiveOn, shows }) => ({ unit, id, phase, on: effectiveOn, shows })),
    })),
  })
}

const showExhibit: Handler<C['showExhibit']> = async (request) => {
  const { params, body } = request
  const round = await roundFor(request, params, 'showExhibit')
  if (!round.ok) return round
  const { mode, scene } = round.value
  if (mode !== 'sandtable') return refuse(problems.notSandtable())
  if (scene.kind !== 'unit' || scene.subject === null) return refuse(problems.notPresentedNow())
  if (body.at !== null && !body.at.subject.startsWith(scene.subject)) return refuse(problems.notPresentedNow())
  const spots = body.at === null ? [] : await spotsOf(request, scene.subject)
  const shown = exhibitAt(spots, placeOf(spots, body.at))
  if (body.at !== null && shown === null) return refuse(problems.noSuchSpot())
  const changes = {
    scene: { ...scene, exhibit: shown?.exhibit ?? null },
    ...(shown === null ? {} : { shownFiles: shown.files }),
  }
  const payload = { subject: scene.subject, at: body.at, pictures: shown?.exhibit.pictures.map(({ id }) => id) ?? [] }
  return ok({ version: await moved(request, round.value, 'showExhibit', { changes, payload }) })
}

const picture: Handler<C['picture']> = async (request) => {
  const { db, files, params } = request
  const found = await seated(request)
  if (!found.ok) return found
  const hash = await shownFile(db, found.value.round, params.picture)
  // Erased while it was on: the bytes are gone, and so is the picture.
  if (hash === null || (await files.size(hash)) === null) return refuse(problems.noSuchPicture())
  return ok<FileAnswer>({ file: { name: `${params.picture}.jpg`, type: 'image/jpeg', body: files.read(hash), shown: true, apart: true } })
}

export const exhibitsHandlers = { exhibits, showExhibit, picture } satisfies Handlers<C>
