import { execFile } from 'node:child_process'
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CannotStart, keyFileFor, openVault } from './vault.ts'

const run = promisify(execFile)
let folder: string
let keyFile: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vault '))
  keyFile = join(folder, 'data.key')
})
afterEach(() => rm(folder, { recursive: true }))

describe('the key file', () => {
  test('lies beside the data folder, or where KEY_FILE says, never inside', () => {
    expect(keyFileFor('/srv/data/', {})).toBe('/srv/data.key')
    expect(keyFileFor('/srv/data', { KEY_FILE: '/etc/lx.key' })).toBe('/etc/lx.key')
    expect(keyFileFor('/srv/data', { KEY_FILE: '/srv/data.key' })).toBe('/srv/data.key')
    expect(() => keyFileFor('/srv/data', { KEY_FILE: '/srv/data/lx.key' })).toThrow(CannotStart)
  })

  test('is made once, for its owner only, and leaves nothing beside it', async () => {
    const first = await openVault({ keyFile })
    const text = await readFile(keyFile, 'utf8')
    expect(Buffer.from(text.trim(), 'base64')).toHaveLength(32)
    expect((await stat(keyFile)).mode & 0o777).toBe(0o600)
    expect(await readdir(folder)).toEqual(['data.key'])
    const again = await openVault({ keyFile })
    expect(again.fingerprint()).toBe(first.fingerprint())
    expect(await readFile(keyFile, 'utf8')).toBe(text)
  })

  test('is the same for processes that start at once', async () => {
    const program = `import { openVault } from ${JSON.stringify(new URL('./vault.ts', import.meta.url).href)}
      console.log((await openVault({ keyFile: process.argv[1] })).fingerprint())`
    const starts = Array.from({ length: 4 }, () => run(process.execPath, ['--input-type=module', '-e', program, keyFile]))
    const inside = Array.from({ length: 20 }, () => openVault({ keyFile }).then((vault) => vault.fingerprint()))
    const seen = new Set([...(await Promise.all(starts)).map(({ stdout }) => stdout.trim()), ...(await Promise.all(inside))])
    expect([...seen]).toEqual([(await openVault({ keyFile })).fingerprint()])
  })

  test('is refused when others may read it', async () => {
    await openVault({ keyFile })
    await chmod(keyFile, 0o640)
    await expect(openVault({ keyFile })).rejects.toThrow(/chmod 600/)
  })

  test('is refused when it holds no key, and is left as it was', async () => {
    for (const text of ['', 'x', Buffer.alloc(31).toString('base64'), Buffer.alloc(33).toString('base64')]) {
      await writeFile(keyFile, text, { mode: 0o600 })
      const refusal = await openVault({ keyFile }).catch((error: unknown) => error)
      expect(refusal).toBeInstanceOf(CannotStart)
      expect((refusal as CannotStart).text.zh).toContain(keyFile)
      expect(await readFile(keyFile, 'utf8')).toBe(text)
    }
  })

  test('that cannot be made is refused in words', async () => {
    await writeFile(join(folder, 'file'), '')
    await expect(openVault({ keyFile: join(folder, 'file', 'data.key') })).rejects.toThrow(CannotStart)
  })
})

describe('the vault', () => {
  test('opens what it sealed, and only there', async () => {
    const vault = await openVault({ keyFile })
    for (const text of ['', '13800001234', '演示·甲']) {
      const sealed = vault.encrypt(text, 'people.phone')
      expect(sealed).toMatch(/^v1\./)
      expect(vault.decrypt(sealed, 'people.phone')).toBe(text)
      expect(vault.encrypt(text, 'people.phone')).not.toBe(sealed)
      expect(() => vault.decrypt(sealed, 'people.name')).toThrow(/does not open/)
    }
  })

  test('does not open a changed text', async () => {
    const vault = await openVault({ keyFile })
    const bytes = Buffer.from(vault.encrypt('13800001234', 'people.phone').slice(3), 'base64url')
    for (let at = 0; at < bytes.length; at += 1) {
      const bad = Buffer.from(bytes)
      bad[at] = (bad[at] ?? 0) ^ 1
      expect(() => vault.decrypt(`v1.${bad.toString('base64url')}`, 'people.phone')).toThrow(/does not open/)
    }
    expect(() => vault.decrypt(`v2.${bytes.toString('base64url')}`, 'people.phone')).toThrow(/not a sealed text/)
    expect(() => vault.decrypt('v1.', 'people.phone')).toThrow(/not a sealed text/)
  })

  test('does not open what another key sealed, and its fingerprint tells', async () => {
    const ours = await openVault({ keyFile })
    const other = await openVault({ keyFile: join(folder, 'other.key') })
    expect(other.fingerprint()).not.toBe(ours.fingerprint())
    expect(() => other.decrypt(ours.encrypt('甲', 'a'), 'a')).toThrow(/does not open/)
    expect(other.blindIndex('甲', 'a')).not.toBe(ours.blindIndex('甲', 'a'))
    expect(other.derive('cookie')).not.toBe(ours.derive('cookie'))
  })

  test('finds equal texts of one context without showing them', async () => {
    const vault = await openVault({ keyFile })
    expect(vault.blindIndex('13800001234', 'phone')).toBe((await openVault({ keyFile })).blindIndex('13800001234', 'phone'))
    expect(vault.blindIndex('13800001234', 'phone')).toMatch(/^[\w-]{43}$/)
    expect(vault.blindIndex('1', 'phone')).not.toBe(vault.blindIndex('e1', 'phon'))
  })

  test('derives a secret per label', async () => {
    const vault = await openVault({ keyFile })
    expect(vault.derive('role:liangxing_login')).toMatch(/^[0-9a-f]{64}$/)
    expect(vault.derive('role:liangxing_login')).not.toBe(vault.derive('cookie'))
    expect(vault.fingerprint()).toMatch(/^[0-9a-f]{32}$/)
  })
})
