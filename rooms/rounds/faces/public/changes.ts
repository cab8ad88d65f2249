// What a later publication changed against the one before it, as sentences: names that came or went, ranks and totals that
// moved. With bands nothing is compared that was not published.

import type { Publication } from './words.ts'
import type { Words } from './zh.ts'

type Place = Publication['places'][number]

const missingFrom = (places: readonly Place[], there: readonly Place[]): readonly Place[] =>
  places.filter(({ subject }) => !there.some((one) => one.subject === subject))

function ofBands({ result: text }: Words, before: readonly Place[], now: readonly Place[]): string[] {
  const names = (places: readonly Place[]): string => places.map(({ name }) => name).join(text.between)
  const gained = missingFrom(now, before)
  const lost = missingFrom(before, now)
  return [...(gained.length === 0 ? [] : [text.gained(names(gained))]), ...(lost.length === 0 ? [] : [text.lost(names(lost))])]
}

function ofRanks({ result: text }: Words, before: readonly Place[], now: readonly Place[]): string[] {
  const shown = ({ rank, total }: Place): string => text.place(rank, total)
  const moved = now.flatMap((place) => {
    const old = before.find(({ subject }) => subject === place.subject)
    if (old === undefined) return [text.added(place.name, shown(place))]
    return shown(old) === shown(place) ? [] : [text.moved(place.name, shown(old), shown(place))]
  })
  return [...moved, ...missingFrom(before, now).map(({ name }) => text.left(name))]
}

/** One sentence a change; never empty. */
export function changesBetween(words: Words, before: Publication, now: Publication): string[] {
  const { result: text } = words
  const causes = [
    ...(before.form === now.form ? [] : [text.otherForm]),
    ...(before.methodDigest === now.methodDigest ? [] : [text.otherMethod]),
    ...(before.inputDigest === now.inputDigest || before.methodDigest !== now.methodDigest ? [] : [text.otherInput]),
  ]
  if (before.form !== now.form) return causes
  const moved = (now.form === 'bands' ? ofBands : ofRanks)(words, before.places, now.places)
  return [...causes, ...(moved.length === 0 ? [text.same] : moved)]
}
