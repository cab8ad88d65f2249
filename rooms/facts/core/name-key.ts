// When two names mean the same datum. Offices write 村集体经济收入, 本村集体经济收入（万元） and 本村 集体 经济收入 for one thing;
// a form that asks under another spelling is still asking again.

import { measureOf } from './measure.ts'

const own = /^(?:本|全|我|所在)(?:村社区|村居|社区|村|单位|辖区)/u
const place = /^(?:村社区|村居|社区|村)/u
const bracket = /\((?:单位:?)?([^()]*)\)$/u

/** Measures of the table and single counting words, not every short Chinese word: （经营性） is part of a name. */
function isMeasure(text: string): boolean {
  const measure = measureOf(text)
  return measure !== null && (measure.dimension !== text || text.length === 1)
}

/** One spelling of a name: half width, lower case, without blanks, marks, own-village prefixes and a measure in brackets. */
export function nameKey(name: string): string {
  const plain = name.normalize('NFKC').toLowerCase().replace(/\s+/gu, '')
  const inside = bracket.exec(plain)?.[1]
  const unmeasured = inside !== undefined && isMeasure(inside) ? plain.replace(bracket, '') : plain
  const bare = unmeasured.replace(/[\p{P}\p{S}]+/gu, '') || unmeasured
  return bare.replace(own, '') || bare
}

/** Coarser than `nameKey`: 村集体经济收入 and 集体经济收入 asked of one village are one datum. */
export function datumKey(name: string): string {
  const key = nameKey(name)
  const rest = key.replace(place, '')
  return rest.length >= 2 ? rest : key
}
