// The typed client of the room, and what the table's screens share.

import { addressOf, client, type Given } from '#ground/ui/client.ts'
import type { contract } from '../../contract.ts'
import type { CardParts } from '../../core/with-sums.ts'

type C = typeof contract

export const sandtable = client<C>('sandtable')
const evidence = client('evidence')

export type Layer = Given<C['layer']>
export type Part = Layer['parts'][number]
export type Showing = Given<C['showing']>
export type Card = Given<C['card']>
export type Sums = Given<C['sums']>
type CommitmentRow = NonNullable<Card['commitments']>['rows'][number]
type EntryRow = NonNullable<Card['entries']>['rows'][number]
export type SpotRow = NonNullable<Card['spots']>['rows'][number]
export type Parts = CardParts<CommitmentRow, EntryRow, SpotRow>
export type Picture = SpotRow['pictures'][number]

/** Where the view of a picture is; it is served to who may see it there. */
export const viewOf = ({ unit, id }: Picture, size: 'small' | 'large'): string =>
  addressOf(evidence, 'view', { params: { unit, id }, query: { size } } as never)
