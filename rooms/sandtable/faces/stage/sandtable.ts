// The typed client of the room and the shapes that the stage shows.

import { addressOf, client, type Given } from '#ground/ui/client.ts'
import type { contract } from '../../contract.ts'
import type { CardParts } from '../../core/with-sums.ts'

type C = typeof contract

export const sandtable = client<C>('sandtable')
const evidence = client('evidence')

export type Layer = Given<C['layer']>
export type Showing = Given<C['showing']>
export type Card = Given<C['card']>
type CommitmentRow = NonNullable<Card['commitments']>['rows'][number]
type EntryRow = NonNullable<Card['entries']>['rows'][number]
export type SpotRow = NonNullable<Card['spots']>['rows'][number]
export type Parts = CardParts<CommitmentRow, EntryRow, SpotRow>
export type Picture = SpotRow['pictures'][number]

/** The large view of a picture, for whoever is signed in on this screen. */
export const viewOf = ({ unit, id }: Picture): string =>
  addressOf(evidence, 'view', { params: { unit, id }, query: { size: 'large' } } as never)
