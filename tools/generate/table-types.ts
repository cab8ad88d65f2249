// Table types from a database migrated from nothing: an embedded one of its own, dropped again.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findHouse } from '#ground/http/house.ts'
import { databaseTypes } from '#ground/postgres/generate-types.ts'
import { ownerClient } from '#ground/postgres/database.ts'
import { openInstance } from '#ground/instance/instance.ts'

/** Migrates a throw-away database and describes its tables. */
export async function freshDatabaseTypes(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'liangxing-types-'))
  try {
    const instance = await openInstance({ settings: { DATA_DIR: join(folder, 'data') }, house: await findHouse() })
    const owner = await ownerClient(instance.database.ownerUrl)
    try {
      return await databaseTypes(owner)
    } finally {
      await owner.end()
      await instance.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
