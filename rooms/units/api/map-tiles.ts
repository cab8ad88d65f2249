// Tiles of the map service that is set. The server fetches them: computers of offices need no way out, the provider learns
// nothing of who looks, and its key stays here. Only pictures pass, and never more than a map has.

import type { FileAnswer, Handler } from '#ground/http/handler.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import type { contract } from '../contract.ts'
import { tileAddress, tileMedia, tileService } from '../core/tile-service.ts'
import { problems } from '../problems.ts'

const patience = 5_000
const mostBytes = 1_048_576
/** A browser keeps a tile for a day. */
const keepSeconds = 86_400

async function read(answer: Response): Promise<Uint8Array | null> {
  if (!answer.ok || answer.body === null) return null
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of answer.body) {
    bytes += piece.length
    if (bytes > mostBytes) return null
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

async function fetchTile(address: string): Promise<Result<{ type: string; body: Uint8Array }>> {
  try {
    const body = await read(await fetch(address, { signal: AbortSignal.timeout(patience), redirect: 'error' }))
    const type = body === null ? null : tileMedia(body)
    return body === null || type === null ? refuse(problems.mapServiceAway()) : ok({ type, body })
  } catch {
    return refuse(problems.mapServiceAway())
  }
}

export const mapTile: Handler<(typeof contract)['mapTile']> = async ({ params, settings }) => {
  const service = tileService(settings)
  if (service === null) return refuse(problems.noMapService())
  const address = tileAddress(service, params)
  const name = `${params.z}-${params.x}-${params.y}`
  const fetched = () => fetchTile(address)
  return ok<FileAnswer>({ file: { name, type: 'image/png', body: new Uint8Array(), shown: true, fetched, keepSeconds } })
}
