// How accounts and posts are shown: titles and names of units in the reader's language, phone numbers masked.

import type { AnswerOf, Contract } from '#ground/http/contract.ts'
import type { RoomRequest } from '#ground/http/handler.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Language } from '#ground/kernel/problem.ts'
import { namesOf } from '#rooms/units/offers.ts'
import type { contract } from '../contract.ts'
import { shownState } from '../core/account.ts'
import { findRole } from '../core/roles.ts'
import type { PostRow } from '../data/door.ts'
import type { PersonRow } from '../data/queries.ts'
import { maskedPhone } from './phones.ts'

type Answer<K extends keyof typeof contract> = AnswerOf<(typeof contract)[K] & Contract[string]>
export type ShownPost = Answer<'me'>['posts'][number]
export type ShownPerson = Answer<'list'>['people'][number]

export type Shower = Pick<RoomRequest, 'db' | 'today' | 'language' | 'vault' | 'may'>

/** The last names of units; the code itself where there is none. */
export async function unitNames(request: Pick<RoomRequest, 'db'>, codes: Iterable<Code>): Promise<(code: Code) => string> {
  const names = await namesOf(request.db, [...new Set(codes)])
  return (code) => names.get(code) ?? code
}

/** A role's title; the id where it is no longer known. */
export function roleTitle(role: string, language: Language): string {
  return findRole(role)?.title[language] ?? role
}

export function showPost(post: PostRow, name: (code: Code) => string, language: Language): ShownPost {
  const { id, role, unit, star, round, department, from, to } = post
  return { id, role, roleTitle: roleTitle(role, language), unit, unitName: name(unit), star, round, department, from, to }
}

export function showPerson(request: Shower, person: PersonRow, posts: readonly PostRow[], name: (code: Code) => string): ShownPerson {
  return {
    id: person.id,
    name: person.name,
    unit: person.unit,
    unitName: name(person.unit),
    state: shownState(person.state, person.can_enter ?? true),
    phone: maskedPhone(request.vault, person.id, person.phone),
    login: person.login,
    posts: posts.map((post) => showPost(post, name, request.language)),
  }
}
