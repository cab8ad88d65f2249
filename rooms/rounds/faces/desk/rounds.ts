// The typed client of the room and the shapes its screens share.

import { client, type Given } from '#ground/ui/client.ts'
import type { contract } from '../../contract.ts'
import type { Verb } from '../../core/state.ts'

type C = typeof contract

export const rounds = client<C>('rounds')

export type Row = Given<C['list']>['rows'][number]
export type Round = Given<C['get']>
export type Part = Round['parts'][number]
export type Rules = Round['rules']
export type Seat = Given<C['seats']>['seats'][number]
export type Draw = Given<C['draws']>['draws'][number]
export type Place = Given<C['standing']>['places'][number]
export type SheetLine = Given<C['progress']>['sheets'][number]
export type Commitment = Given<C['commitments']>['commitments'][number]
export type Template = Given<C['templates']>['templates'][number]
export type Remark = Given<C['remarks']>['remarks'][number]
export type Exhibited = Given<C['exhibits']>['spots'][number]
export type Photo = Given<C['photos']>['photos'][number]
export type OwnPlace = Given<C['ownPlaces']>['places'][number]

/** Where a round is found, as its endpoints take it. */
export const at = ({ unit, id }: Pick<Round, 'unit' | 'id'>) => ({ unit, id })

/** The address of a round's page, at one of its steps. */
export const addressOfRound = ({ unit, id }: Pick<Round, 'unit' | 'id'>, step?: string): string =>
  `/desk/rounds/${unit}/${id}${step === undefined ? '' : `?step=${step}`}`

/** What a section of a round's page is given: the round, and whether the reader may use a verb on it now. */
export interface OfRound {
  readonly round: Round
  readonly can: (verb: Verb) => boolean
}

/** Units in the order in which they are presented: the speaking order, else the route, else as listed. */
export function inOrder(parts: readonly Part[]): readonly Part[] {
  const place = (part: Part): number => part.speaking ?? part.stop ?? part.number
  return parts.filter(({ drawn }) => drawn !== false).toSorted((a, b) => place(a) - place(b) || a.number - b.number)
}
