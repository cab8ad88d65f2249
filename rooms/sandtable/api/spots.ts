// Spots as a card shows them: with the name of their unit, and pictures by id alone.

import type { AnswerOf } from '#ground/http/contract.ts'
import type { RoomRequest } from '#ground/http/handler.ts'
import type { SpotShown } from '#rooms/evidence/offers.ts'
import { namesOf } from '#rooms/units/offers.ts'
import type { contract } from '../contract.ts'

type SpotRows = NonNullable<AnswerOf<(typeof contract)['card']>['spots']>['rows']

export async function spotsShown(db: RoomRequest['db'], spots: readonly SpotShown[]): Promise<SpotRows> {
  const names = await namesOf(
    db,
    spots.map(({ subject }) => subject),
  )
  return spots.map(({ subject, spot, pictures }) => ({
    subject,
    subjectName: names.get(subject) ?? subject,
    spot,
    pictures: pictures.map(({ unit: keeper, id, phase, effectiveOn, shows }) => ({ unit: keeper, id, phase, on: effectiveOn, shows })),
  }))
}
