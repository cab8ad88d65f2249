// The typed client of the room and the shapes its screens share.

import type { AnswerOf } from '#ground/http/contract.ts'
import { client } from '#ground/ui/client.ts'
import type { contract } from '#rooms/people/contract.ts'

export const people = client<typeof contract>('people')

export type Row = AnswerOf<(typeof contract)['list']>['people'][number]
export type Person = AnswerOf<(typeof contract)['find']>
export type Post = Person['posts'][number]
export type Link = AnswerOf<(typeof contract)['invite']>

/** The whole address of an invitation, to be sent or printed. */
export const addressOfLink = (link: { readonly path: string }): string => `${location.origin}${link.path}`
