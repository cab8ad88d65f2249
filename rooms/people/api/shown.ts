// How accounts and posts are shown: titles and names of units in the reader's language, phone numbers masked.

import type { AnswerOf, Contract } from '#ground/http/contract.ts'
import type { RoomRequest } from '#ground/http/handler.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Language } from '#ground/kernel/problem.ts'
import { findUnit } from '#rooms/units/offers.ts'
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

/** The names of units today; the code itself where there is none. */
export async function unitNames(request: Pick<RoomRequest, 'db' | 'today'>, codes: Iterable<Code>): Promise<(code: Code) => string> {
  const names = new Map<Code, string>()
  for (const code of new Set(codes)) {
    const unit = await findUnit(request.db, code, request.today)
    names.set(code, unit?.name ?? code)
  }
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
