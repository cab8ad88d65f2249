// What an edition lacks in English. Nothing asks for a second language; an edition that has begun with it is told where readers of
// English will meet Chinese.

import type { FactDefinition } from '#rooms/facts/core/definition.ts'
import { everyPart } from './expression.ts'
import { readExpression } from './expression-reading.ts'
import { at } from './faults.ts'
import type { Fault, Place } from './faults.ts'
import { criteriaOf } from './pack-shapes.ts'
import type { Criterion, Pack, Star } from './pack-shapes.ts'
import { problems } from '../problems.ts'

interface Pair {
  readonly path: string
  readonly text: string
  readonly english: string | undefined
}

const chinese = /\p{Script=Han}/u

/** Members of a thing that have an English one beside them, by the convention of `…En`. */
function pairsOf<T extends object>(place: Place, thing: T, ...keys: readonly (keyof T & string)[]): Pair[] {
  const texts = thing as Readonly<Record<string, unknown>>
  return keys.map((key) => {
    const [text, english] = [texts[key], texts[`${key}En`]]
    return {
      path: at(place, `${key}En`).path,
      text: typeof text === 'string' ? text : '',
      english: typeof english === 'string' ? english : undefined,
    }
  })
}

const eachOf = <T extends object>(place: Place, things: readonly T[], ...keys: readonly (keyof T & string)[]): Pair[] =>
  things.flatMap((thing, index) => pairsOf(at(place, index), thing, ...keys))

/** Named as a whole where none of it has English. */
const pairsOfEvidence = (place: Place, { evidence, evidenceEn }: Criterion): Pair[] =>
  evidence.length === 0 ? [] : [{ path: at(place, 'evidenceEn').path, text: evidence.join('、'), english: evidenceEn?.join(', ') }]

const pairsOfChoices = (place: Place, { choices, choicesEn }: FactDefinition): Pair[] =>
  choices.length === 0 ? [] : [{ path: at(place, 'choicesEn').path, text: choices.join('、'), english: choicesEn?.join(', ') }]

function pairsOfStar(place: Place, star: Star): Pair[] {
  const tasks = at(place, 'tasks')
  return [
    ...pairsOf(place, star, 'name', 'taskForce'),
    ...eachOf(at(place, 'bottomLines'), star.bottomLines, 'text'),
    ...star.tasks.flatMap((task, index) => [
      ...pairsOf(at(tasks, index), task, 'name'),
      ...eachOf(at(at(tasks, index), 'criteria'), task.criteria, 'text', 'standard', 'requirement', 'role'),
      ...task.criteria.flatMap((one, nth) => pairsOfEvidence(at(at(at(tasks, index), 'criteria'), nth), one)),
    ]),
    ...eachOf(at(place, 'flow'), star.flow, 'name', 'by'),
  ]
}

/** Names of certificates that rules read. */
function certificatesRead({ stars }: Pack): string[] {
  const rules = stars.flatMap((star) => [star, ...star.bottomLines, ...criteriaOf(star)].map(({ rule }) => rule))
  const parts = rules.flatMap((rule) => {
    const read = rule === null ? null : readExpression(rule)
    return read !== null && 'expression' in read ? everyPart(read.expression) : []
  })
  return [...new Set(parts.flatMap((part) => (part.op === 'certificate' ? [part.name] : [])))]
}

function pairsOfPack(pack: Pack): Pair[] {
  const whole: Place = { faults: [], path: '$' }
  const unlisted = certificatesRead(pack).filter((name) => !pack.certificates.some((one) => one.name === name))
  return [
    ...pairsOf(whole, pack, 'title', 'notice'),
    ...eachOf(at(whole, 'offices'), pack.offices, 'name'),
    ...eachOf(at(whole, 'certificates'), pack.certificates, 'name'),
    ...unlisted.map((text) => ({ path: 'certificates', text, english: undefined })),
    ...eachOf(at(whole, 'caseTypes'), pack.caseTypes, 'name'),
    ...eachOf(at(whole, 'facts'), pack.facts, 'name'),
    ...pack.facts.flatMap((fact, index) => pairsOfChoices(at(at(whole, 'facts'), index), fact)),
    ...pack.stars.flatMap((star, index) => pairsOfStar(at(at(whole, 'stars'), index), star)),
    ...eachOf(at(whole, 'stages'), pack.stages, 'name', 'work'),
    ...eachOf(at(whole, 'ladders'), pack.ladders, 'name'),
  ]
}

/** Where English is missing; one word for all of an edition that has none, nothing where all of it has. */
export function missingEnglish(pack: Pack): Fault[] {
  // Names that came without English stand as their own: the Chinese once more is no English.
  const asked = pairsOfPack(pack).filter(({ text }) => chinese.test(text))
  const missing = asked.filter(({ text, english }) => english === undefined || english === text)
  if (missing.length > 0 && missing.length === asked.length) return [{ path: '$', problem: problems.noEnglish() }]
  return missing.map(({ path, text }) => ({ path, problem: problems.englishMissing({ text }) }))
}
