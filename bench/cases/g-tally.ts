// (g) The tally in core, in a warm process, beside JSON.parse of the same input and a plain float pass over the same scores;
// the command beside a bare process that reads and parses the same file; and a round of all-province size with its memory.

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { houseRoot } from '#ground/http/house.ts'
import { openAside } from '../aside.ts'
import type { Case, Figure, Setting } from '../case.ts'
import { atMost } from '../case.ts'
import { median } from '../figures.ts'
import type * as TallyCore from '../parts/tally-core.ts'
import type { Timed } from '../parts/tally-core.ts'
import { productEnv } from '../server.ts'

const county = { units: 1_000, judges: 15, criteria: 10 }
const province = { units: 50_000, judges: 7, criteria: 6 }
const named = ({ units, judges, criteria }: typeof county): string =>
  `${units.toLocaleString('en-US')} units × ${judges} judges × ${criteria} criteria`

async function seconds(line: readonly string[], dataDir: string): Promise<number> {
  const started = performance.now()
  const child = spawn(process.execPath, [...line], { cwd: houseRoot, stdio: ['ignore', 'pipe', 'inherit'], env: productEnv(dataDir) })
  child.stdout.resume()
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
  if (code !== 0) throw new Error(`${line.slice(0, 3).join(' ')} ended with ${String(code)}`)
  return (performance.now() - started) / 1000
}

const bare = 'process.stdout.write(String(JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8")).scores.length))'

function coreFigures(rounds: readonly Timed[], first: Timed): Figure[] {
  const middle = (pick: (round: Timed) => number): number => median(rounds.map(pick))
  const [parse, float, value] = [middle((one) => one.parse), middle((one) => one.float), middle((one) => one.tally)]
  const ratio = middle((one) => one.tally / one.parse)
  const cpu = middle((one) => one.tallyCpu)
  const host = middle((one) => one.host)
  return [
    {
      what: `tally in core, ${named(county)}`,
      value,
      unit: 'ms',
      limit: { what: 'JSON.parse of the same input', value: parse },
      ratio,
      aim: atMost(value, 150, 'ms'),
      note: `digests by the portable SHA-256 included; CPU ${cpu.toFixed(0)} ms, with Node's SHA-256 ${host.toFixed(0)} ms; median of ${rounds.length}`,
    },
    {
      what: '… beside sums in floating point',
      value,
      unit: 'ms',
      limit: { what: 'one float pass over the same scores', value: float },
      ratio: middle((one) => one.tally / one.float),
    },
    {
      what: '… the first in a new process',
      value: first.tally,
      unit: 'ms',
      limit: { what: 'JSON.parse of the same input', value: first.parse },
      ratio: first.tally / first.parse,
    },
  ]
}

async function run({ quick, places, say }: Setting): Promise<Figure[]> {
  const core = openAside<typeof TallyCore>('tally-core')
  const file = join(places.folder(), 'round.json')
  const megabytes = await core.ask('prepare', county)
  await core.ask('write', file)
  const first = await core.ask('once')
  say('warming up')
  for (let nth = 0; nth < 8; nth += 1) await core.ask('once')
  const rounds: Timed[] = []
  for (let nth = 0; nth < (quick ? 9 : 25); nth += 1) rounds.push(await core.ask('once'))
  await core.close()
  say('the command')
  const dataDir = places.dataDir()
  const runs: { readonly command: number; readonly bare: number }[] = []
  for (let nth = 0; nth < (quick ? 3 : 7); nth += 1) {
    const command = await seconds([join(houseRoot, 'doors', 'cli', 'main.ts'), 'tally', file], dataDir)
    runs.push({ command, bare: await seconds(['-e', bare, file], dataDir) })
  }
  say(named(province))
  const large = openAside<typeof TallyCore>('tally-core')
  const largeMegabytes = await large.ask('prepare', province)
  const largeRounds: Timed[] = []
  for (let nth = 0; nth < (quick ? 2 : 5); nth += 1) largeRounds.push(await large.ask('once'))
  await large.close()
  const scale = openAside<typeof TallyCore>('tally-core')
  await scale.ask('prepare', province)
  const weighed = await scale.ask('weigh')
  await scale.close()
  const command = median(runs.map((one) => one.command))
  const largeTally = median(largeRounds.map((one) => one.tally)) / 1000
  return [
    ...coreFigures(rounds, first),
    {
      what: 'command `tally FILE`, the same round',
      value: command,
      unit: 's',
      limit: { what: 'a bare process that reads and parses the file', value: median(runs.map((one) => one.bare)) },
      ratio: median(runs.map((one) => one.command / one.bare)),
      aim: atMost(command, 2.5, 's'),
      note: `${megabytes.toFixed(1)} MB of JSON, whole command in a process of its own, median of ${runs.length}`,
    },
    {
      what: `tally in core, ${named(province)}`,
      value: largeTally,
      unit: 's',
      limit: { what: 'JSON.parse of the same input', value: median(largeRounds.map((one) => one.parse)) / 1000 },
      ratio: median(largeRounds.map((one) => one.tally / one.parse)),
      note: `${largeMegabytes.toFixed(0)} MB of JSON; with Node's SHA-256 ${(median(largeRounds.map((one) => one.host)) / 1000).toFixed(2)} s`,
    },
    {
      what: '… what its result holds',
      value: weighed.result,
      unit: 'MB',
      limit: { what: 'the parsed input', value: weighed.input },
      note: `peak of the process ${weighed.peak.toFixed(0)} MB, its input as text included`,
    },
  ]
}

export const tallying: Case = { letter: 'g', title: 'Tally', run }
