// What the stage shows of a place: its map (a village stands among its neighbours, as far as the post reaches them), its card,
// above a county the sums behind it, and the spots that may be turned through.

import { levelOf, parentOf } from '#ground/kernel/code.ts'
import { useAnswer } from '#ground/ui/answers.ts'
import { isWithinCounty, partLevel } from '../../core/levels.ts'
import { withSums } from '../../core/with-sums.ts'
import type { Screen } from './screen.ts'
import { sandtable } from './sandtable.ts'

const village = 5

export function useShown({ unit, quarter }: Pick<Screen, 'unit' | 'quarter'>) {
  const time = quarter === null ? {} : { quarter }
  const asked = unit === '' ? null : { query: { unit, ...time } }
  const own = useAnswer(sandtable, 'layer', asked, { keep: true })
  const card = useAnswer(sandtable, 'card', asked, { keep: true })
  const parent = levelOf(unit) === village ? parentOf(unit) : null
  const reached = own.data?.path.some(({ code }) => code === parent) === true ? parent : null
  const around = useAnswer(sandtable, 'layer', reached === null ? null : { query: { unit: reached, ...time } }, { keep: true })
  const current = card.data?.unit === unit ? card.data : undefined
  const wide = current !== undefined && !isWithinCounty(unit)
  const sums = useAnswer(sandtable, 'sums', wide ? asked : null)
  const parts = current === undefined ? undefined : withSums(current, sums.data)
  return {
    own: own.data,
    layer: partLevel(unit) === null ? around.data : own.data,
    current,
    parts,
    spots: parts?.spots?.rows ?? [],
    trouble: own.isError || card.isError,
  }
}
