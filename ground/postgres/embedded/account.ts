// PostgreSQL refuses to run as root. Started by root, it runs as a plain account of its own: the owner of a cluster that
// is already there, else `liangxing` (made on the first start), else `postgres`, else `nobody`. It must stand in the
// list of accounts, because PostgreSQL looks itself up.

import { spawnSync } from 'node:child_process'
import { readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { CannotStart } from '#ground/kernel/cannot-start.ts'

/** The account PostgreSQL is run as when it is not our own. */
export interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/** Whom to run PostgreSQL as; null means as ourselves (we are not root, or this is Windows). */
export function accountFor(cluster: string | null): Account | null {
  if (process.getuid?.() !== 0) return null
  return ownerOf(cluster) ?? find('liangxing') ?? make() ?? find('postgres') ?? find('nobody') ?? none()
}

/** Whether the account may walk down to a file or folder and enter or read it: judged by the mode bits of the whole way. */
export function mayReach(path: string, account: Account): boolean {
  const real = realpathSync(path)
  for (let place = real; ; place = dirname(place)) {
    const { mode, uid, gid, isDirectory } = describe(place)
    const bits = uid === account.uid ? mode >> 6 : gid === account.gid ? mode >> 3 : mode
    const needed = place === real && !isDirectory ? 4 : 1
    if ((bits & needed) === 0) return false
    if (dirname(place) === place) return true
  }
}

function describe(place: string): { mode: number; uid: number; gid: number; isDirectory: boolean } {
  const found = statSync(place)
  return { mode: found.mode, uid: found.uid, gid: found.gid, isDirectory: found.isDirectory() }
}

function ownerOf(cluster: string | null): Account | null {
  const owner = cluster === null ? undefined : statSync(cluster, { throwIfNoEntry: false })
  return owner === undefined || owner.uid === 0 ? null : (accounts().find(({ uid }) => uid === owner.uid) ?? null)
}

function accounts(): Account[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ name, uid, gid }) => name !== '' && uid > 0 && Number.isInteger(gid))
}

function find(name: string): Account | null {
  return accounts().find((account) => account.name === name) ?? null
}

/** Two starts may try at the same moment: whoever comes second finds the account made. */
function make(): Account | null {
  const ways: readonly (readonly [string, ...string[]])[] = [
    ['useradd', '--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', 'liangxing'],
    ['adduser', '-S', '-D', '-H', 'liangxing'],
  ]
  const env = { PATH: '/usr/sbin:/sbin:/usr/bin:/bin' }
  for (const [command, ...args] of process.platform === 'linux' ? ways : []) {
    spawnSync(command, args, { env, stdio: 'ignore', timeout: 20_000 })
    const made = find('liangxing')
    if (made !== null) return made
  }
  return null
}

function none(): never {
  throw new CannotStart({
    zh: '以 root 启动时，内置数据库需要一个普通账户，但系统中没有，也无法创建。请新建系统账户 liangxing，或用普通用户启动。',
    en: 'Started as root, the embedded database needs a plain account; there is none and none could be made. Add a system account liangxing, or start as an ordinary user.',
  })
}
