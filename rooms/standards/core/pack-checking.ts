// What the parts of an edition must be to each other: ids once, offices and case types known, measures of facts real, every
// rule readable and about things that are there (rule-checking.ts), and no star that depends on itself.

import { measureOf } from '#rooms/facts/core/measure.ts'
import { problems } from '../problems.ts'
import { at, fault } from './faults.ts'
import type { Place } from './faults.ts'
import { nearest } from './nearest.ts'
import { noteRepeated } from './pack-fields.ts'
import { checkLadders } from './pack-ladders.ts'
import { criteriaOf } from './pack-shapes.ts'
import type { Pack, Star } from './pack-shapes.ts'
import { checkRules } from './rule-checking.ts'

const listOf = <T>(place: Place, key: string, items: readonly T[], id: (item: T) => string, member: string) =>
  items.map((item, index) => ({ id: id(item), place: at(at(at(place, key), index), member) }))

function checkFacts(place: Place, pack: Pack): void {
  noteRepeated(listOf(place, 'facts', pack.facts, ({ id }) => id, 'id'))
  const names = pack.facts.flatMap(({ name, aliases }, index) => {
    const here = at(at(place, 'facts'), index)
    return [{ id: name, place: at(here, 'name') }, ...aliases.map((alias, nth) => ({ id: alias, place: at(at(here, 'aliases'), nth) }))]
  })
  noteRepeated(names)
  for (const [index, { type, measure, choices }] of pack.facts.entries()) {
    const here = at(at(place, 'facts'), index)
    const right = type === 'number' ? measure !== null && measureOf(measure) !== null : measure === null
    if (!right) fault(at(here, 'measure'), problems.badMeasure({ number: type === 'number' }))
    if ((type === 'choice') !== choices.length > 0) fault(at(here, 'choices'), problems.badChoices({ choice: type === 'choice' }))
    noteRepeated(choices.map((choice, nth) => ({ id: choice, place: at(at(here, 'choices'), nth) })))
  }
}

function checkStarIds(place: Place, star: Star): void {
  noteRepeated([
    ...listOf(place, 'bottomLines', star.bottomLines, ({ id }) => id, 'id'),
    ...star.tasks.flatMap(({ criteria }, index) => listOf(at(at(place, 'tasks'), index), 'criteria', criteria, ({ id }) => id, 'id')),
  ])
}

function checkIds(place: Place, { stars }: Pack): void {
  const starsAt = at(place, 'stars')
  noteRepeated(stars.map(({ code }, index) => ({ id: code, place: at(at(starsAt, index), 'code') })))
  noteRepeated(stars.flatMap((star, index) => listOf(at(starsAt, index), 'tasks', star.tasks, ({ id }) => id, 'id')))
  const firstStar = new Map<string, number>()
  for (const [index, star] of stars.entries()) {
    checkStarIds(at(starsAt, index), star)
    // Reviews name a criterion without its star: an id is one criterion's in the whole edition.
    for (const [nth, task] of star.tasks.entries()) {
      for (const [number, { id }] of task.criteria.entries()) {
        const first = firstStar.get(id)
        if (first === undefined) firstStar.set(id, index)
        else if (first !== index && id !== '') {
          fault(at(at(at(at(at(at(starsAt, index), 'tasks'), nth), 'criteria'), number), 'id'), problems.duplicateId({ id }))
        }
      }
    }
  }
}

function checkStar(place: Place, star: Star, pack: Pack): void {
  if (pack.scopes.length > 0 && !pack.scopes.includes(star.scope)) fault(at(place, 'scope'), problems.scopeNotListed({ scope: star.scope }))
  const offices = pack.offices.map(({ name }) => name)
  if (star.lead !== '' && !offices.includes(star.lead)) {
    fault(at(place, 'lead'), problems.unknownOffice({ name: star.lead, near: nearest(star.lead, offices) }))
  }
  if (star.bottomLines.length === 0 && criteriaOf(star).length === 0) fault(place, problems.emptyStar({ code: star.code }))
}

function checkMapping(place: Place, pack: Pack): void {
  const { replaces } = pack
  if (replaces === null) return
  if (replaces.edition === pack.id && pack.id !== '') fault(at(place, 'edition'), problems.replacesItself())
  const targets = {
    stars: pack.stars.map(({ code }) => code),
    criteria: pack.stars.flatMap((star) => criteriaOf(star).map(({ id }) => id)),
  }
  for (const key of ['stars', 'criteria'] as const) {
    const carried = replaces[key]
    noteRepeated(listOf(place, key, carried, ({ from }) => from, 'from'))
    noteRepeated(listOf(place, key, carried, ({ to }) => to ?? '', 'to'))
    for (const [index, { to }] of carried.entries()) {
      if (to === null || to === '' || targets[key].includes(to)) continue
      fault(at(at(at(place, key), index), 'to'), problems.unknownTarget({ id: to, near: nearest(to, targets[key]) }))
    }
  }
}

/** Checks an edition as a whole. */
export function checkPack(place: Place, pack: Pack): void {
  const unread = (key: string): boolean => place.faults.some(({ path }) => path === key)
  if (pack.scopes.length === 0 && !unread('scopes')) fault(at(place, 'scopes'), problems.noScope())
  if (pack.stars.length === 0 && !unread('stars')) fault(at(place, 'stars'), problems.noStars())
  noteRepeated(pack.scopes.map((scope, index) => ({ id: scope, place: at(at(place, 'scopes'), index) })))
  noteRepeated(pack.offices.map(({ name }, index) => ({ id: name, place: at(at(place, 'offices'), index) })))
  noteRepeated(listOf(place, 'certificates', pack.certificates, ({ name }) => name, 'name'))
  noteRepeated(listOf(place, 'caseTypes', pack.caseTypes, ({ id }) => id, 'id'))
  checkFacts(place, pack)
  checkIds(place, pack)
  for (const [index, star] of pack.stars.entries()) checkStar(at(at(place, 'stars'), index), star, pack)
  checkRules(place, pack)
  checkMapping(at(place, 'replaces'), pack)
  checkLadders(place, pack)
}
