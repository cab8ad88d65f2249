// The packs that come with the system: packs/<publisher>/<standard>/<edition>/pack.json. They are read when asked for, by name
// only, so that no path can be asked for.

import { readFile, readdir } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { houseRoot } from '#ground/http/house.ts'
import type { Pack } from '../core/pack-shapes.ts'
import { packIdPattern } from '../core/pack-shapes.ts'
import { readPack } from '../core/read-pack.ts'

const shelf = join(houseRoot, 'packs')

async function foldersIn(path: string): Promise<string[]> {
  const items = await readdir(path, { withFileTypes: true })
  return items.filter((item) => item.isDirectory()).map(({ name }) => name)
}

/** The ids of the packs on the shelf. */
export async function shelfIds(): Promise<string[]> {
  const ids: string[] = []
  for (const publisher of await foldersIn(shelf)) {
    for (const standard of await foldersIn(join(shelf, publisher))) {
      for (const edition of await foldersIn(join(shelf, publisher, standard))) {
        const id = `${publisher}/${standard}/${edition}`
        if (packIdPattern.test(id) && existsSync(join(shelf, id, 'pack.json'))) ids.push(id)
      }
    }
  }
  return ids.sort()
}

/** A pack of the shelf; undefined when there is none of that name. A test reads every one, so a faulty one is a bug. */
export async function packFromShelf(id: string): Promise<Pack | undefined> {
  if (!(await shelfIds()).includes(id)) return undefined
  const pack = readPack(JSON.parse(await readFile(join(shelf, id, 'pack.json'), 'utf8')))
  if (!pack.ok) throw new Error(`packs/${id} is faulty: ${pack.problem.detail.en}`)
  return pack.value
}
