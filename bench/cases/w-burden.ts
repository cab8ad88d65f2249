// (w) The burden: what a secretary types for a full self-check of five stars, before the house knows anything of the community
// and after the offices have stated, once, the data that the register of definitions leaves to offices; what it leaves to units
// remains theirs. Counted over HTTP from what the sheets really show: data that no row has, and rows that data decide and that
// are not decided yet. A definition that is left to units, or a row that shows no value, makes the figure fail.

import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { houseRoot } from '#ground/http/house.ts'
import { chinaDay } from '#ground/kernel/clock.ts'
import { ownerClient } from '#ground/postgres/database.ts'
import { periodAt, writePeriod } from '#rooms/facts/core/period.ts'
import { compilePack } from '#rooms/standards/core/compile.ts'
import type { CompiledStar } from '#rooms/standards/core/compile.ts'
import { everyPart } from '#rooms/standards/core/expression.ts'
import type { Pack } from '#rooms/standards/core/pack-shapes.ts'
import { readPack } from '#rooms/standards/core/read-pack.ts'
import { seatRole } from '../officials.ts'
import type { Case, Figure, Setting } from '../case.ts'
import { atMost } from '../case.ts'

const county = '990101'
const community = '990101001011'
const edition = 'sample/five-star/2022-community'

interface Sheet {
  readonly rows: readonly { readonly row: string; readonly known: readonly string[]; readonly met: boolean | null }[]
}

function asking(port: number, token: string) {
  return async <T>(method: 'GET' | 'POST', path: string, body?: unknown, alsoFine: readonly number[] = []): Promise<T> => {
    const headers = { cookie: `lx-session=${token}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() }
    const ask = () =>
      fetch(`http://127.0.0.1:${port}/api/v1${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
    let answer = await ask()
    // A busy machine says so and is asked again, as the screens do.
    for (let tries = 0; answer.status === 503 && tries < 30; tries += 1) {
      await setTimeout(1000)
      answer = await ask()
    }
    if (answer.status !== 200 && !alsoFine.includes(answer.status)) throw new Error(`${path} ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as T
  }
}

/** Data that the rules of a star ask of a unit: facts by id, and lists (certificates of a name, cases of a type). */
function asked({ bottomLines, criteria }: CompiledStar): { facts: Set<string>; lists: Set<string> } {
  const parts = [...bottomLines, ...criteria].flatMap(({ rule }) => everyPart(rule))
  return {
    facts: new Set(parts.flatMap((part) => (part.op === 'compare' ? [part.fact] : []))),
    lists: new Set(
      parts.flatMap((part) =>
        part.op === 'certificate'
          ? [`certificate ${part.name}`]
          : part.op === 'none' || part.op === 'count'
            ? [`case ${part.caseType}`]
            : [],
      ),
    ),
  }
}

/** Whether data alone decide a row: no office reviews it. */
function isByData(rule: CompiledStar['criteria'][number]['rule']): boolean {
  const ops = new Set(everyPart(rule).map((part) => part.op))
  return !ops.has('reviewed') && !ops.has('own') && (['compare', 'count', 'none', 'certificate'] as const).some((op) => ops.has(op))
}

const valueFor = ({ type, choices }: Pack['facts'][number]): string | boolean =>
  type === 'yes-no' ? true : type === 'choice' ? (choices[0] ?? '') : '1'

/** A cycle of the county on the sample standard, as a county opens one. */
async function openCycle(office: ReturnType<typeof asking>): Promise<string> {
  const cycle = randomUUID()
  const year = chinaDay(Date.now()).slice(0, 4)
  // The demo may have brought it.
  await office('POST', '/standards/install', { unit: county, pack: edition }, [409])
  await office('POST', `/stars/cycles/${county}`, {
    id: cycle,
    year: Number(year),
    name: `${year}年度社区“五星”支部创建`,
    edition,
    calendar: [{ id: 'year', name: '全年', from: `${year}-01-01`, to: `${year}-12-31` }],
    parameters: {
      publicityDays: 5,
      publicityKind: 'calendar',
      decidedBy: 'county',
      samplingPercent: 0,
      appealDays: 10,
      contact: '演示县委组织部',
    },
    offices: {},
  })
  await office('POST', '/form-demands', {
    id: randomUUID(),
    unit: county,
    form: `self-check:${cycle}`,
    title: '“五星”支部创建自查表',
    issuer: '演示县委组织部',
    basis: '示例',
    frequency: 'year',
    from: `${year}-01-01`,
    sunset: `${year}-12-31`,
    minutes: 40,
    texts: ['本次计数的自查情况'],
    below: county,
    kind: 'community',
  })
  await office('POST', `/stars/cycles/${county}/${cycle}/open`, {})
  return cycle
}

async function run({ places, say }: Setting): Promise<Figure[]> {
  const read = readPack(JSON.parse(readFileSync(join(houseRoot, 'packs', edition, 'pack.json'), 'utf8')))
  if (!read.ok) throw new Error(read.problem.detail.en)
  const pack = read.value
  const { stars } = compilePack(pack)
  const { dataDir } = await places.demo()
  const instance = await places.open(dataDir)
  const owner = await ownerClient(instance.database.ownerUrl)
  const { token: secretary } = await seatRole(owner, community, 'secretary')
  const { token: officer } = await seatRole(owner, county, 'county-admin')
  await owner.end()
  await instance.close()
  const served = await places.serve({ dataDir, demo: false })
  try {
    const own = asking(served.port, secretary)
    const office = asking(served.port, officer)
    const cycle = await openCycle(office)
    const begun = new Map<string, string>()
    for (const { star } of stars) {
      const id = randomUUID()
      await own('POST', `/stars/candidacies/${community}`, { id, cycle, star: star.code })
      begun.set(star.code, id)
    }
    /** Rows of all sheets, and what of the asked data no sheet has yet. */
    const count = async (): Promise<{ rows: number; data: number; undecided: number }> => {
      let [rows, data, undecided] = [0, 0, 0]
      for (const one of stars) {
        const sheet = await own<Sheet>('GET', `/stars/candidacies/${community}/${begun.get(one.star.code) ?? ''}/check`)
        const known = sheet.rows.flatMap((row) => row.known)
        rows += sheet.rows.length
        const byData = new Set([...one.bottomLines, ...one.criteria].filter(({ rule }) => isByData(rule)).map(({ id }) => id))
        undecided += sheet.rows.filter((row) => byData.has(row.row) && row.met === null).length
        data += [...asked(one).facts].filter((id) => {
          const name = pack.facts.find((fact) => fact.id === id)?.name ?? id
          return !known.some((line) => line.startsWith(`${name}：`))
        }).length
      }
      return { rows, data, undecided }
    }
    const before = await count()
    // Lists of cases and certificates are kept by the offices that decide and issue them: nobody types them into a self-check.
    const lists = stars.reduce((sum, one) => sum + asked(one).lists.size, 0)
    say('offices state what is theirs')
    const today = chinaDay(Date.now())
    const { definitions } = await office<{ definitions: readonly { id: string; statedBy: string }[] }>('GET', '/fact-definitions')
    const theirs = pack.facts.filter(({ id }) => definitions.some((one) => one.id === id && one.statedBy === 'office'))
    for (const fact of theirs) {
      const { from } = periodAt(fact.period, today)
      const body = { id: randomUUID(), unit: community, definition: fact.id, period: writePeriod(fact.period, from), value: valueFor(fact) }
      await office('POST', '/facts', body)
    }
    const after = await count()
    const typed = before.data + lists
    return [
      {
        what: 'burden: data a secretary types for a self-check of five stars',
        value: after.data + after.undecided,
        unit: 'fields',
        limit: { what: 'on paper, or before anything is known (facts asked by each star, certificates, cases)', value: typed },
        ratio: (after.data + after.undecided) / typed,
        aim: atMost(after.data + after.undecided, 0, 'fields'),
        note: `${before.data} facts and ${lists} lists of certificates and cases; ${theirs.length} of ${pack.facts.length} facts stated once by ${new Set(theirs.map((fact) => fact.source)).size} offices; ${after.data} left to the secretary, ${after.undecided} rows that data decide not decided; ${after.rows} rows are answered by a tap each, before and after`,
      },
    ]
  } finally {
    await served.stop()
  }
}

export const burden: Case = { letter: 'w', title: 'Burden', run }
