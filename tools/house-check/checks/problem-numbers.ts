// A problem's number means one thing for ever: unique in the house, inside its owner's band. The bands are the line
// "Problem numbers" of docs/house.md.

import type { Finding } from '../../source/finding.ts'
import { type Check, type House, load, textOf } from '../house.ts'

const rule = 'problem-number'
const page = 'docs/house.md'

interface Maker {
  readonly code: number
  readonly id: string
  readonly title: { readonly zh: string; readonly en: string }
}

function bandsOf(house: House): Map<string, readonly [number, number]> {
  const bands = new Map<string, readonly [number, number]>()
  for (const match of textOf(house, page).matchAll(/(\d+)[–-](\d+) ([a-z-]+)/g))
    bands.set(match[3] ?? '', [Number(match[1]), Number(match[2])])
  return bands
}

function makersIn(module: Record<string, unknown>): Maker[] {
  const isMaker = (value: unknown): value is Maker =>
    typeof (value as Maker | null)?.code === 'number' && typeof (value as Maker).id === 'string'
  return Object.values(module).flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value).filter(isMaker) : []))
}

async function owned(house: House): Promise<{ owner: string; path: string; makers: Maker[]; error: string | null }[]> {
  const files = house.files.filter((file) => /^(rooms\/[^/]+|ground\/.+)\/problems\.ts$/.test(file.path))
  return Promise.all(
    files.map(async ({ path }) => {
      const { module, error } = await load(house.root, path)
      return { owner: path.startsWith('ground/') ? 'ground' : (path.split('/')[1] ?? ''), path, makers: makersIn(module), error }
    }),
  )
}

export const problemNumbers: Check = async (house) => {
  const findings: Finding[] = []
  const bands = bandsOf(house)
  const taken = new Map<number, string>()
  for (const { owner, path, makers, error } of await owned(house)) {
    const say = (message: string): number => findings.push({ rule, path, line: 0, message })
    if (error !== null) say(`cannot be read: ${error}`)
    const band = bands.get(owner)
    if (band === undefined) say(`${owner} has no band of numbers: add one to "Problem numbers" in ${page}`)
    for (const maker of makers) {
      const before = taken.get(maker.code)
      if (before !== undefined) say(`${maker.id} and ${before} share the number ${maker.code}`)
      taken.set(maker.code, maker.id)
      if (band !== undefined && (maker.code < band[0] || maker.code > band[1]))
        say(`${maker.id} has ${maker.code}, outside ${band[0]}–${band[1]}`)
      if (!/\p{Script=Han}/u.test(maker.title?.zh ?? '') || (maker.title?.en ?? '') === '')
        say(`${maker.id} needs its title in both languages`)
    }
  }
  return findings
}
