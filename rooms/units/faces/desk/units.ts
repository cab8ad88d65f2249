// The room's client and the shapes its screens speak of.

import { client, type Given } from '#ground/ui/client.ts'
import type { contract } from '../../contract.ts'

export const units = client<typeof contract>('units')

export type Unit = Given<(typeof contract)['get']>
export type Row = Given<(typeof contract)['children']>['units'][number]
export type Found = Given<(typeof contract)['search']>['units'][number]
export type Planned = Given<(typeof contract)['merge']>
export type Organisation = Given<(typeof contract)['organisations']>['organisations'][number]
export type Link = Given<(typeof contract)['linkedOfficers']>['links'][number]
