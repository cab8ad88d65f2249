// Quotas as a sheet: what goes out is what comes in again. A row names a unit by its code and a star by a name or its code.

import type { Code } from '#ground/kernel/code.ts'
import type { Text } from '#ground/kernel/problem.ts'
import type { NamedStar } from './star-name.ts'

export interface QuotaLine {
  readonly line: number
  readonly unit: string
  readonly star: string
  readonly most: string
  readonly hard: string
}

export interface Quota {
  readonly unit: Code
  readonly star: string
  readonly most: number
  readonly hard: boolean
}

export interface QuotasKnown {
  /** The cycle's own unit. */
  readonly below: Code
  readonly units: ReadonlySet<Code>
  readonly stars: readonly NamedStar[]
  /** How many stars were certified already, by `unit~star`. */
  readonly given: ReadonlyMap<string, number>
}

export interface BadLine {
  readonly line: number
  readonly detail: Text
}

/** Words for a hard quota and for one that only guides. */
export const hardWords = { hard: ['是', '硬性', 'yes', 'y', 'true'], soft: ['', '否', '参考', 'no', 'n', 'false'] } as const

const bad = (line: number, zh: string, en: string): BadLine => ({ line, detail: { zh, en } })

function readQuota({ line, unit, star, most, hard }: QuotaLine, known: QuotasKnown): Quota | BadLine {
  const code = unit.trim()
  if (!code.startsWith(known.below) || !known.units.has(code)) return bad(line, `没有下级单位 ${code}`, `there is no unit ${code} below`)
  const found = known.stars.find((one) => [one.code, one.name, one.nameEn].includes(star.trim()))
  if (found === undefined) return bad(line, `标准里没有“${star.trim()}”`, `the edition has no star “${star.trim()}”`)
  if (!/^\d{1,6}$/.test(most.trim()) || Number(most) > 100_000)
    return bad(line, '名额数要是 0 到 100000 的整数', 'the quota is a whole number up to 100000')
  const word = hard.trim().toLowerCase()
  const isHard = hardWords.hard.some((one) => one === word)
  if (!isHard && !hardWords.soft.some((one) => one === word)) return bad(line, '硬性一栏填“是”或“否”', 'hard is yes or no')
  const given = known.given.get(`${code}~${found.code}`) ?? 0
  if (isHard && Number(most) < given)
    return bad(line, `已认定 ${given} 颗，硬性名额不能更少`, `${given} were certified; a hard quota is not less`)
  return { unit: code, star: found.code, most: Number(most), hard: isHard }
}

/** The quotas of a sheet and the lines that are none; a unit's star stands once. */
export function readQuotas(lines: readonly QuotaLine[], known: QuotasKnown): { readonly quotas: Quota[]; readonly errors: BadLine[] } {
  const quotas: Quota[] = []
  const errors: BadLine[] = []
  const seen = new Set<string>()
  for (const line of lines) {
    const read = readQuota(line, known)
    if ('detail' in read) errors.push(read)
    else if (seen.has(`${read.unit}~${read.star}`))
      errors.push(bad(line.line, '这个单位的这颗星前面已有一行', 'this star of the unit stands in a line above'))
    else {
      seen.add(`${read.unit}~${read.star}`)
      quotas.push(read)
    }
  }
  return { quotas, errors }
}
