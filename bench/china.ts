// A tree of all-China size: as many units of each level in each province as there really are, names composed from those of
// Henan's villages so that search meets likely bigrams. The same list every time.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { houseRoot } from '#ground/http/house.ts'
import sizes from './china-sizes.json' with { type: 'json' }

export const chinaTotal = sizes.total
export const henanFile = join(houseRoot, 'packs', 'units', 'henan', 'henan-units.csv.gz')

type Province = readonly [
  code: string,
  name: string,
  prefectures: number,
  counties: number,
  townships: number,
  villages: number,
  communities: number,
]

/** Shares out a number over places, at least one each as far as it reaches, unevenly but the same every time. */
export function shares(total: number, places: number): number[] {
  const weights = Array.from({ length: places }, (_none, place) => 1 + ((place * 7919) % 13))
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const least = total >= places ? 1 : 0
  const given = weights.map((weight) => least + Math.floor(((total - least * places) * weight) / sum))
  let rest = total - given.reduce((all, one) => all + one, 0)
  return given.map((one) => (rest-- > 0 ? one + 1 : one))
}

function stemsOfHenan(): string[] {
  const lines = gunzipSync(readFileSync(henanFile)).toString('utf8').split('\n')
  return lines
    .filter((line) => line.includes(',village,'))
    .map((line) => (line.split(',')[1] ?? '').replace(/(村|社区|居委会|村委会)+$/, ''))
    .filter((stem) => stem.length > 1)
}

const padded = (value: number, length: number): string => String(value).padStart(length, '0')

/** The lines of the list, `code,name,level,parent,kind`, upper levels first within each province. */
export function* chinaLines(stems: readonly string[]): Generator<string> {
  let seed = 1
  const stem = (): string => {
    seed = (seed * 48_271) % 2_147_483_647
    const first = stems[seed % stems.length] ?? ''
    seed = (seed * 48_271) % 2_147_483_647
    return seed % 3 === 0 ? first : first.slice(0, 1) + (stems[seed % stems.length] ?? '').slice(1)
  }
  for (const [code, name, prefectures, counties, townships, villages, communities] of sizes.provinces as unknown as Province[]) {
    yield `${code},${name},province,,`
    const below = { villages: shares(villages, townships), communities: shares(communities, townships).reverse() }
    const countiesOf = shares(counties, prefectures)
    const townshipsOf = shares(townships, counties)
    let [county, township] = [0, 0]
    for (const [p, countyCount] of countiesOf.entries()) {
      const prefecture = code + padded(p + 1, 2)
      yield `${prefecture},${stem()}市,prefecture,${code},`
      for (let c = 1; c <= countyCount; c += 1) {
        const district = prefecture + padded(c, 2)
        yield `${district},${stem()}县,county,${prefecture},`
        for (let t = 1; t <= (townshipsOf[county] ?? 0); t += 1) {
          const town = district + padded(t, 3)
          yield `${town},${stem()}镇,township,${district},`
          for (let v = 1; v <= (below.communities[township] ?? 0); v += 1)
            yield `${town}${padded(v, 3)},${stem()}社区,village,${town},community`
          for (let v = 1; v <= (below.villages[township] ?? 0); v += 1)
            yield `${town}${padded(200 + v, 3)},${stem()}村,village,${town},village`
          township += 1
        }
        county += 1
      }
    }
  }
}

/** Writes the list as `.csv.gz`. */
export function writeChina(path: string): void {
  const lines = ['code,name,level,parent,kind', ...chinaLines(stemsOfHenan())]
  if (lines.length - 1 !== chinaTotal) throw new Error(`the list has ${lines.length - 1} units instead of ${chinaTotal}`)
  writeFileSync(path, gzipSync(`${lines.join('\n')}\n`))
}
