// Reading and checking the ladders above (三级争创) of an edition.

import { problems } from '../problems.ts'
import { at, fault } from './faults.ts'
import type { Place } from './faults.ts'
import { readFields, readId, readPerhaps, readText, readWord } from './pack-fields.ts'
import { ladderLevels, ladderSubjects } from './pack-shapes.ts'
import type { LadderCondition, Pack } from './pack-shapes.ts'

const leastPattern = /^(?:(?:100|[1-9]?\d)%|[1-9]\d{0,4})$/

/** Reads one condition. */
export function readLadder(place: Place, value: unknown): LadderCondition {
  const fields = readFields(place, value, ['code', 'name', 'level', 'of', 'value', 'least'], ['nameEn'])
  const name = readText(at(place, 'name'), fields['name'])
  const least = readText(at(place, 'least'), fields['least'])
  if (least !== '' && !leastPattern.test(least)) fault(at(place, 'least'), problems.badLeast())
  return {
    code: readId(at(place, 'code'), fields['code']),
    name,
    nameEn: readPerhaps(at(place, 'nameEn'), fields['nameEn']) ?? name,
    level: readWord(at(place, 'level'), fields['level'], [...ladderLevels]),
    of: readWord(at(place, 'of'), fields['of'], [...ladderSubjects]),
    value: readText(at(place, 'value'), fields['value']),
    least,
  }
}

/** What a condition's value may be. */
function allowed({ of, level }: LadderCondition, pack: Pack): readonly string[] {
  const stars = pack.stars.map(({ code }) => code)
  if (of === 'star') return stars
  if (of === 'stars') return stars.map((_star, index) => String(index + 1))
  // Only a county looks at what its townships reached.
  return level === 'county' ? [...new Set(pack.ladders.filter((one) => one.level === 'township').map(({ code }) => code))] : []
}

/** Checks the ladders of an edition. */
export function checkLadders(place: Place, pack: Pack): void {
  for (const [index, condition] of pack.ladders.entries()) {
    const here = at(at(place, 'ladders'), index)
    const values = allowed(condition, pack)
    if (condition.value !== '' && !values.includes(condition.value))
      fault(at(here, 'value'), problems.ladderValue({ value: condition.value, values }))
    const first = pack.ladders.find(({ code }) => code === condition.code)
    if (first !== undefined && (first.name !== condition.name || first.level !== condition.level))
      fault(at(here, 'name'), problems.ladderDiffers({ code: condition.code }))
  }
}
