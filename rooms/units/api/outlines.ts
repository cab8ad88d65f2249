// Outlines for schematic maps, from the packs: read once, because they are data that never changes while a server runs.

import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Handler } from '#ground/http/handler.ts'
import { houseRoot } from '#ground/http/house.ts'
import { ok } from '#ground/kernel/result.ts'
import type { contract } from '../contract.ts'
import { countiesBelow, outlineOf, outlinesBelow } from '../core/outline.ts'
import type { Outline } from '../core/outline.ts'
import { tileService } from '../core/tile-service.ts'

const shelf = join(houseRoot, 'packs', 'outlines')

async function read(): Promise<readonly Outline[]> {
  const all: Outline[] = []
  for (const folder of (await readdir(shelf)).sort()) {
    const files = (await readdir(join(shelf, folder))).filter((name) => name.endsWith('.json')).sort()
    for (const name of files) {
      const { features } = JSON.parse(await readFile(join(shelf, folder, name), 'utf8')) as { features: Parameters<typeof outlineOf>[0][] }
      all.push(...features.map(outlineOf))
    }
  }
  return all
}

let known: Promise<readonly Outline[]> | undefined

const sent = ({ code, name, polygons }: Outline) => ({
  code,
  name,
  polygons: polygons.map((rings) => rings.map((ring) => ring.map(([x, y]): [number, number] => [x, y]))),
})

/** Outlines of invented counties lie nowhere. */
const invented = /^99/

export const outlines: Handler<(typeof contract)['outlines']> = async ({ query, settings }) => {
  const all = await (known ??= read())
  const own = all.find((one) => one.code === query.unit)
  const parts = query.parts === 'counties' ? countiesBelow(all, query.unit) : outlinesBelow(all, query.unit)
  const backdrop = invented.test(query.unit) ? null : (tileService(settings)?.notice ?? null)
  return ok({ own: own === undefined ? null : sent(own), parts: parts.map(sent), backdrop })
}
