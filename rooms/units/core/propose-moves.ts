// Where the units below go when their parents merge or are recoded: they keep their last digits where these are free,
// and otherwise take the next free number of the same hundred, round and round (0xx streets and communities, 1xx towns, 2xx townships and villages).

import { levelOf, parentOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { problems } from '../problems.ts'
import type { Move } from './transfer.ts'

function nextFree(parent: Code, suffix: string, taken: ReadonlySet<Code>): Code | null {
  const own = Number(suffix)
  const start = suffix.length === 3 ? Math.floor(own / 100) * 100 : 0
  for (let step = 0; step < 100; step += 1) {
    const number = start + ((own - start + step) % 100)
    const code = parent + String(number).padStart(suffix.length, '0')
    if (number !== 0 && !taken.has(code)) return code
  }
  return null
}

/**
 * Completes the moves of some units by moves of all units below them.
 * `given` are decided moves (the roots, and any others that the asker fixed); `below` are the living codes under the roots;
 * `taken` are all codes ever used under the receiving units.
 */
export function proposeMoves(given: readonly Move[], below: readonly Code[], taken: ReadonlySet<Code>): Result<Move[]> {
  const moves = [...given]
  const goesTo = new Map(given.map((move) => [move.from, move.to]))
  const decided = new Set(goesTo.keys())
  // Of a unit that stays or goes to several, nobody but the asker can say where the units below go.
  const open = new Set(given.filter((move) => move.from === move.to || goesTo.get(move.from) !== move.to).map((move) => move.from))
  const used = new Set([...taken, ...given.map((move) => move.to)])
  for (const code of [...below].sort()) {
    if (decided.has(code)) continue
    const parent = parentOf(code)
    const target = parent === null ? undefined : goesTo.get(parent)
    if (parent === null || target === undefined || open.has(parent)) continue
    const to = nextFree(target, code.slice(parent.length), used)
    if (to === null) return refuse(problems.numbersExhausted({ parent: target, level: levelOf(code) }))
    used.add(to)
    goesTo.set(code, to)
    moves.push({ from: code, to })
  }
  return ok(moves)
}
