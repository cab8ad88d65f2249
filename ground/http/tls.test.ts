import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CannotStart } from '#ground/kernel/cannot-start.ts'
import { testCertificate } from '#ground/trial/certificate.ts'
import { readTls } from './tls.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lx-tls-'))
})
afterAll(() => rm(folder, { recursive: true }))

const { certFile, keyFile } = testCertificate

describe('TLS_CERT and TLS_KEY', () => {
  test('left out or empty leave https to a proxy', async () => {
    expect(await readTls({})).toBeNull()
    expect(await readTls({ TLS_CERT: '', TLS_KEY: '' })).toBeNull()
  })

  test('a pair is read', async () => {
    expect((await readTls({ TLS_CERT: certFile, TLS_KEY: keyFile }))?.cert).toContain('BEGIN CERTIFICATE')
  })

  test('half a pair, a file that is not there and a key of another kind stop the start and are named', async () => {
    const other = join(folder, 'other.pem')
    await writeFile(other, 'no key at all')
    const wrong = [
      [{ TLS_CERT: certFile }, /TLS_KEY/],
      [{ TLS_KEY: keyFile }, /TLS_CERT/],
      [{ TLS_CERT: join(folder, 'nowhere.pem'), TLS_KEY: keyFile }, /nowhere\.pem/],
      [{ TLS_CERT: certFile, TLS_KEY: other }, /PEM/],
    ] as const
    for (const [settings, named] of wrong) {
      const refused = await readTls(settings).catch((error: unknown) => error)
      expect(refused).toBeInstanceOf(CannotStart)
      expect(String(refused)).toMatch(named)
    }
  })
})
