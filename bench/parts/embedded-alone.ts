// The limit of a start: the embedded PostgreSQL by itself, started on a data folder and stopped again.

import { openVault } from '#ground/vault/vault.ts'
import { keyFileFor } from '#ground/vault/key-file.ts'
import { startEmbedded } from '#ground/postgres/embedded/embedded.ts'

/** Seconds from asking until it takes connections; a new data folder is initialised first. */
export async function start(dataDir: string): Promise<number> {
  const started = performance.now()
  const vault = await openVault({ keyFile: keyFileFor(dataDir, {}) })
  const embedded = await startEmbedded({ dataDir, superuser: 'liangxing_owner', password: vault.derive('role:owner') })
  const seconds = (performance.now() - started) / 1000
  await embedded.leave({ wait: true })
  return seconds
}
