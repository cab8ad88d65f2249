// The tally in `core` in a process of its own, beside what nothing can do without: parsing the same input, and one plain pass
// over the same scores in floating point.

import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { tally } from '#rooms/rounds/core/tally.ts'
import type { TallyInput } from '#rooms/rounds/core/tally-shapes.ts'
import { peakMegabytes } from '../peak-memory.ts'
import { roundText } from '../rounds.ts'
import type { RoundSize } from '../rounds.ts'

let text = ''

export interface Timed {
  readonly parse: number
  readonly float: number
  readonly tally: number
  /** CPU of the thread that tallied, which what else the machine does disturbs less. */
  readonly tallyCpu: number
  /** The same with Node's own SHA-256, as the command uses it. */
  readonly host: number
}

/** Makes the input; megabytes of its JSON. */
export async function prepare(size: RoundSize): Promise<number> {
  text = roundText(size)
  return text.length / 1e6
}

/** Writes the input to a file. */
export async function write(file: string): Promise<void> {
  writeFileSync(file, text)
}

// What a tally without refusals, exactness, ranks and digests would do: find each unit and add.
function floatPass({ scores }: TallyInput): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { unit, points } of scores) sums.set(unit, (sums.get(unit) ?? 0) + Number(points))
  return sums
}

const timed = (work: () => unknown): { value: unknown; wall: number; cpu: number } => {
  const [wall, cpu] = [performance.now(), process.threadCpuUsage()]
  const value = work()
  const used = process.threadCpuUsage(cpu)
  return { value, wall: performance.now() - wall, cpu: (used.user + used.system) / 1000 }
}

function must(value: unknown): void {
  const result = value as ReturnType<typeof tally>
  if (!result.ok) throw new Error(`the round was refused: ${JSON.stringify(result.problem).slice(0, 500)}`)
}

/** One round of everything, in turns. */
export async function once(): Promise<Timed> {
  const parse = timed(() => JSON.parse(text))
  const input = parse.value as TallyInput
  const float = timed(() => floatPass(input))
  const own = timed(() => tally(input))
  must(own.value)
  const host = timed(() => tally(input, () => createHash('sha256')))
  must(host.value)
  return { parse: parse.wall, float: float.wall, tally: own.wall, tallyCpu: own.cpu, host: host.wall }
}

export interface Weighed {
  /** Heap and buffers that the parsed input takes, in megabytes. */
  readonly input: number
  /** What stays with the result. */
  readonly result: number
  /** The most this process has held. */
  readonly peak: number
}

/** Parses and tallies once and weighs both; the text is given up before. */
export async function weigh(): Promise<Weighed> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const held = (): number => {
    collect()
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return (heapUsed + arrayBuffers) / 1e6
  }
  const empty = held()
  const input: unknown = JSON.parse(text)
  text = ''
  // The text itself was part of `empty`.
  const parsed = held()
  const result = tally(input)
  must(result)
  const after = held()
  // Named once more, so that neither is collected before it is weighed.
  if (result.ok && (input as TallyInput).units.length !== result.value.results.length) throw new Error('units are missing')
  return { input: parsed - empty, result: after - parsed, peak: peakMegabytes() }
}
