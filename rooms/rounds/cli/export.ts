// `liangxing rounds export ROUND`: what a round's result was counted from, as `liangxing tally -` reads it: the stored input
// of its last tally that stands, else its sheets as they lie there now. Judges stand under their labels. It is recorded.

import type { Command } from '#ground/cli/command.ts'
import { isId } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import { countedOf } from '../api/counting.ts'
import { tallyInputOf } from '../core/tally-input.ts'
import { findRoundAnywhere } from '../data/rounds.ts'
import { inputOf, talliesOf } from '../data/tallies.ts'
import { problems } from '../problems.ts'

const command: Command = {
  summary: { zh: '导出一轮亮赛比的计票输入，可交给 tally 复算', en: 'print what a round is counted from, for `tally` to count again' },
  args: ['ROUND'],
  options: [],
  run: (context, [id = '']) => {
    if (!isId(id)) return Promise.resolve(refuse(problems.noSuchRound()))
    return context.transaction(async ({ db, act }) => {
      const round = await findRoundAnywhere(db, id)
      if (round === undefined) return refuse(problems.noSuchRound())
      const standing = (await talliesOf(db, round)).findLast(({ state }) => state !== 'void')
      const input = standing === undefined ? tallyInputOf((await countedOf({ db }, round)).counted) : await inputOf(db, round, standing.id)
      if (input === undefined) return refuse(problems.noSuchTally())
      await act({ verb: 'tallyInput', unit: round.unit, subject: `round:${id}`, payload: { tally: standing?.id ?? null } })
      return ok(input)
    })
  },
}

export default command
