// Photos of 4 MB on their way: sent to the server in chunks as every device sends them, or written and hashed as plain files.

import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { open as openFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'

interface Sender {
  readonly token: string
  readonly unit: string
}

let photo = Buffer.alloc(0)
const chunk = 1_048_576

/** A JPEG of about 4 MB and 12 megapixels; the same in every process. */
export async function prepare(): Promise<{ readonly bytes: number }> {
  const noise = { type: 'gaussian', mean: 128, sigma: 22 } as const
  photo = await sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#888', noise } })
    .jpeg({ quality: 84 })
    .toBuffer()
  return { bytes: photo.length }
}

/** Another photo of the same size: bytes behind the end of the picture make it one. */
const another = (): Buffer => Buffer.concat([photo, randomBytes(16)])

async function spread(count: number, hands: number, work: (hand: number) => Promise<void>): Promise<number> {
  const begun = performance.now()
  let left = count
  await Promise.all(
    Array.from({ length: hands }, async (_, hand) => {
      while ((left -= 1) >= 0) await work(hand)
    }),
  )
  return (performance.now() - begun) / 1000
}

/** Sends photos from several phones at once until the server has said of each that it has arrived; seconds it took. */
export function send(given: {
  readonly port: number
  readonly senders: readonly Sender[]
  readonly photos: number
  readonly hands: number
}): Promise<number> {
  const base = `http://127.0.0.1:${given.port}/api/v1/evidence/uploads`
  return spread(given.photos, given.hands, async (hand) => {
    const sender = given.senders[hand % given.senders.length]
    if (sender === undefined) throw new Error('nobody sends')
    const bytes = another()
    const id = randomUUID()
    const ask = async (path: string, type: string, body: string | Uint8Array<ArrayBuffer>): Promise<void> => {
      const headers = { cookie: `lx-session=${sender.token}`, 'content-type': type, 'idempotency-key': randomUUID() }
      const answer = await fetch(`${base}${path}`, { method: 'POST', headers, body })
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status} ${await answer.text()}`)
      await answer.arrayBuffer()
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    await ask('', 'application/json', JSON.stringify({ id, unit: sender.unit, sha256, bytes: bytes.length, media: 'image/jpeg' }))
    for (let at = 0; at < bytes.length; at += chunk)
      await ask(`/${id}/chunks?offset=${at}`, 'application/octet-stream', new Uint8Array(bytes.subarray(at, at + chunk)))
    await ask(`/${id}/finish`, 'application/json', '{}')
  })
}

/** The same bytes hashed and written to files, each forced to disk once; seconds it took. */
export function write(given: { readonly folder: string; readonly photos: number; readonly hands: number }): Promise<number> {
  return spread(given.photos, given.hands, async () => {
    const bytes = another()
    createHash('sha256').update(bytes).digest('hex')
    const handle = await openFile(join(given.folder, randomUUID()), 'wx')
    for (let at = 0; at < bytes.length; at += chunk) await handle.write(bytes.subarray(at, at + chunk))
    await handle.datasync()
    await handle.close()
  })
}
