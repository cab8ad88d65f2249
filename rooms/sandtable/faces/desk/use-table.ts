// What the table asks: map and card of the chosen unit, sums above a county behind them, and, while nobody waits for anything,
// the quarters beside the one that is shown, so that the slider finds them there.

import { useAhead, useAnswer } from '#ground/ui/answers.ts'
import { isWithinCounty } from '../../core/levels.ts'
import { beside } from '../../core/time.ts'
import { sandtable } from './sandtable.ts'

const freshMs = 30_000
const options = { keep: true, fresh: freshMs }

/** `drawn` is the unit whose parts are drawn; null when the post reaches none. Without a quarter: the running one. */
export function useTable(code: string, drawn: string | null, quarter: string | undefined) {
  const time = quarter === undefined ? {} : { quarter }
  const layer = useAnswer(sandtable, 'layer', drawn === null ? null : { query: { unit: drawn, ...time } }, options)
  const card = useAnswer(sandtable, 'card', code === '' ? null : { query: { unit: code, ...time } }, options)
  const there =
    card.data !== undefined && !card.isPlaceholderData && (drawn === null || (layer.data !== undefined && !layer.isPlaceholderData))
  const wide = there && !isWithinCounty(code)
  const sums = useAnswer(sandtable, 'sums', wide ? { query: { unit: code, ...time } } : null, { fresh: freshMs })
  const settled = there && (!wide || !sums.isPending)
  const near = settled ? beside(card.data.quarters, card.data.quarter) : []
  // As they are asked when the slider goes there.
  const asked = (unit: string) => near.map((one) => ({ query: { unit, quarter: one } }))
  useAhead(sandtable, 'layer', drawn === null ? [] : asked(drawn), freshMs)
  useAhead(sandtable, 'card', asked(code), freshMs)
  return { layer, card, sums: sums.data, adding: wide && sums.isPending }
}
