// Which folder holds what. `front` is <DATA_DIR>/postgres and is where every start begins: the keeper's lock, address,
// log, and the remembered port. `home` holds the cluster; it is the front itself, unless the account that runs
// PostgreSQL cannot get there (a folder only root may enter): then a folder of /var/lib, named by the file LOCATION.

import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, lchownSync, lstatSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { accountFor, mayReach } from './account.ts'
import type { Account } from './account.ts'
import { CannotStart } from '#ground/kernel/cannot-start.ts'

export interface Places {
  readonly front: string
  readonly home: string
  readonly cluster: string
  readonly account: Account | null
}

/** Makes `<DATA_DIR>/postgres` when it is missing and gives its real path. */
export function openFront(dataDir: string): string {
  const front = join(dataDir, 'postgres')
  try {
    mkdirSync(front, { recursive: true })
    writeFileSync(join(front, 'keeper.log'), '', { flag: 'a', mode: 0o600 })
    return realpathSync(front)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'ENOSPC') throw diskFull(dataDir, cause)
    const text = {
      zh: `数据目录 ${dataDir} 无法写入(${code})。请检查它的归属和权限，或用 DATA_DIR 指定别处。`,
      en: `The data folder ${dataDir} cannot be written (${code}). Check who owns it, or name another with DATA_DIR.`,
    }
    throw new CannotStart(text, { cause })
  }
}

/** The folder that holds the cluster, as far as it is decided already. */
export function homeOf(front: string): string {
  const location = join(front, 'LOCATION')
  return existsSync(location) ? readFileSync(location, 'utf8').trim() : front
}

/** Decides, once and for all, where the cluster lies and who runs it. Call it under the keeper's lock only. */
export function settle(front: string, log: (line: string) => void): Places {
  const named = homeOf(front)
  if (named !== front && !existsSync(named)) {
    throw new CannotStart({
      zh: `${front}/LOCATION 指明数据库在 ${named}，但该目录不存在。请恢复该目录；如确认放弃其中数据，删除 LOCATION 后重新启动。`,
      en: `${front}/LOCATION says that the database lies in ${named}, which is not there. Restore it; or delete LOCATION to begin without that data.`,
    })
  }
  const account = accountFor(join(named, 'cluster'))
  if (account === null || named !== front) return { front, home: named, cluster: join(named, 'cluster'), account }
  if (!existsSync(join(front, 'cluster'))) chmodSync(front, 0o711)
  if (mayReach(front, account)) return { front, home: front, cluster: join(front, 'cluster'), account }
  if (existsSync(join(front, 'cluster', 'PG_VERSION'))) {
    throw new CannotStart({
      zh: `账户 ${account.name} 无法进入 ${front}，而数据库已在其中。请恢复各级目录的进入权限(chmod o+x)后再启动。`,
      en: `The account ${account.name} cannot get to ${front}, where the database already lies. Let others enter its parent folders again (chmod o+x).`,
    })
  }
  const home = makeHome(front, '/var/lib/liangxing')
  writeFileSync(join(front, 'LOCATION'), `${home}\n`, { mode: 0o644 })
  log(`The account ${account.name} cannot get to ${front}: the cluster is kept in ${home}; ${front}/LOCATION says so`)
  return { front, home, cluster: join(home, 'cluster'), account }
}

/** A fresh folder: what an erased data folder of the same name left behind is neither used nor removed. */
function makeHome(front: string, base: string): string {
  const name = createHash('sha256').update(front).digest('hex').slice(0, 12)
  mkdirSync(base, { recursive: true, mode: 0o755 })
  for (let count = 1; ; count += 1) {
    const home = join(base, count === 1 ? name : `${name}-${count}`)
    try {
      mkdirSync(home, { mode: 0o755 })
      return home
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

/**
 * Folders for the sockets, best first: in the home when the path is short enough for a socket's name (108 bytes on Linux,
 * 104 on macOS), else short ones with a name nobody can guess. On Windows there is none: a named pipe and TCP serve.
 */
export function socketFolders(places: Places): string[] {
  if (process.platform === 'win32') return []
  const random = randomBytes(6).toString('hex')
  const short = [...(places.account === null ? [] : ['/run/liangxing']), '/tmp', tmpdir()].map((base) => join(base, `lx-${random}`))
  return [join(places.home, 'run'), ...short].filter((folder) => Buffer.byteLength(folder) < 80)
}

/** Makes a folder that only the account (or we) may enter. */
export function makePrivate(folder: string, account: Account | null): void {
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  if (!lstatSync(folder).isDirectory()) throw new Error(`${folder} is no folder`)
  chmodSync(folder, 0o700)
  give(folder, account)
}

/** Hands a file or folder of ours to the account. */
export function give(path: string, account: Account | null): void {
  if (account !== null) lchownSync(path, account.uid, account.gid)
}

/** Files that root makes in another's front belong to that other, who may start next. */
export function giveToOwner(front: string): void {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = lstatSync(front)
  for (const name of ['lock', 'port', 'keeper.log', 'keeper.address'])
    if (existsSync(join(front, name))) lchownSync(join(front, name), uid, gid)
}

/** Removes a folder of sockets made under a guess-proof name; the one in the home stays. */
export function removeSocketFolder(folder: string): void {
  if (/[\\/]lx-[0-9a-f]{12}$/.test(folder)) rmSync(folder, { recursive: true, force: true })
}

/** The refusal for a full disk. */
export function diskFull(place: string, cause?: unknown): CannotStart {
  return new CannotStart(
    {
      zh: `磁盘空间不足，数据库无法在 ${place} 启动。请清理后再启动。`,
      en: `The disk is full: the database cannot start in ${place}. Free some space and start again.`,
    },
    { cause },
  )
}
