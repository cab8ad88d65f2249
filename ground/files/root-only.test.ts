// A real disk of two megabytes, full to the last block. Mounting one needs root.

import { spawnSync } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { folderStore } from './folder-store.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lx-disk-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Mounts a disk in memory and answers how to take it away. */
function smallDisk(place: string, kilobytes: number): () => void {
  mkdirSync(place, { recursive: true })
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', place], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`no disk may be mounted here: ${stderr}`)
  return () => void spawnSync('umount', ['-l', place])
}

test('full to the last block: refused by number, exactly what was acknowledged stays, and with room again it goes on', async () => {
  const place = join(folder, 'small-disk')
  const away = smallDisk(place, 2048)
  try {
    const small = folderStore({ folder: place, reserve: 0 })
    const before = await small.put([bytesOf('before')])
    const chunk = Buffer.alloc(300_000, 7)
    const [one, other] = [randomUUID(), randomUUID()]
    let acknowledged = 0
    let refused: number | undefined
    while (refused === undefined) {
      const written = await small.drafts.write(one, acknowledged, chunk)
      if (written.ok) acknowledged += chunk.length
      else refused = written.problem.code
    }
    expect(refused).toBe(250)
    expect(acknowledged).toBeGreaterThan(0)
    expect(await small.drafts.size(one)).toBe(acknowledged)
    expect(await small.put([chunk, chunk])).toMatchObject({ ok: false, problem: { code: 250, status: 507 } })
    expect(await small.drafts.write(other, 0, chunk)).toMatchObject({ ok: false, problem: { code: 250 } })
    // Nothing of what was refused takes up room, and what was there is whole.
    expect(await readdir(join(place, 'incoming'))).toEqual([])
    if (!before.ok) throw new Error('the first file was taken')
    expect(Buffer.from(await small.part(before.value.hash, 0, 10)).toString()).toBe('before')
    expect(Buffer.from(await small.drafts.part(one, 0, acknowledged)).equals(Buffer.alloc(acknowledged, 7))).toBe(true)
    // Somebody makes room: the same chunk is taken now.
    spawnSync('mount', ['-o', 'remount,size=8m', place])
    expect(await small.drafts.write(one, acknowledged, chunk)).toMatchObject({ ok: true })
    const whole = Buffer.alloc(acknowledged + chunk.length, 7)
    expect(await small.drafts.finish(one, { hash: hashOf(whole), bytes: whole.length })).toMatchObject({
      ok: true,
      value: { bytes: whole.length },
    })
  } finally {
    away()
  }
})
