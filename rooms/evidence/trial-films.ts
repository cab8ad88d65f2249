// Films for tests of this room: the small one of the fixtures, and one that is so long that nobody plays it without ranges.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Trial } from '#ground/trial/trial.ts'

/** A film of the fixtures. */
export const fixtureFilm = (trial: Trial, name = 'film.mp4'): Promise<Buffer> =>
  readFile(join(trial.house.root, 'ground', 'pictures', 'fixture', name))

/** The same pictures with emptiness between them and their index, which a player looks for at the end first. */
export async function longFilm(trial: Trial, emptyBytes = 12_000_000): Promise<Buffer> {
  const film = await fixtureFilm(trial)
  const index = film.lastIndexOf('moov') - 4
  const empty = Buffer.alloc(emptyBytes)
  empty.writeUInt32BE(emptyBytes, 0)
  empty.write('free', 4, 'latin1')
  return Buffer.concat([film.subarray(0, index), empty, film.subarray(index)])
}
