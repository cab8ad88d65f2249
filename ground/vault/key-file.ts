// The instance's key on disk: 32 random bytes as base64, mode 0600, beside the data folder and never inside it,
// so that a copy of the data is worthless alone. It is written under another name and then linked into place:
// of two processes that start at once one wins, and nobody ever reads half a key.

import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { chmod, copyFile, link, mkdir, open, readFile, stat, unlink } from 'node:fs/promises'
import { dirname, relative, resolve, isAbsolute } from 'node:path'
import { CannotStart } from '#ground/kernel/cannot-start.ts'

const pattern = /^[A-Za-z0-9+/]{43}=\s*$/

/** Where the key lies: `KEY_FILE`, else `<data folder>.key` beside the data folder. Refuses a place inside it. */
export function keyFileFor(dataDir: string, env: Readonly<Record<string, string | undefined>>): string {
  const folder = resolve(dataDir)
  const file = env['KEY_FILE'] ? resolve(env['KEY_FILE']) : `${folder}.key`
  const inside = relative(folder, file)
  if (!inside.startsWith('..') && !isAbsolute(inside)) {
    throw new CannotStart({
      zh: `密钥文件 ${file} 在数据目录 ${folder} 内，会随数据一起被拷走。请把 KEY_FILE 改到数据目录之外。`,
      en: `The key file ${file} lies inside the data folder ${folder} and would be copied with the data. Set KEY_FILE to a place outside it.`,
    })
  }
  return file
}

/** Reads the key, making it first when there is none. */
export async function readOrMakeKey(file: string): Promise<Buffer> {
  try {
    return (await readKey(file)) ?? (await makeKey(file), (await readKey(file)) ?? unreadable(file))
  } catch (error) {
    if (error instanceof CannotStart) throw error
    return unreadable(file, error)
  }
}

async function readKey(file: string): Promise<Buffer | null> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  const mode = (await stat(file)).mode & 0o777
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new CannotStart({
      zh: `密钥文件 ${file} 的权限是 ${mode.toString(8)}，其他用户可以读取。请执行 chmod 600 ${file} 后再启动。`,
      en: `The key file ${file} has mode ${mode.toString(8)}, so others may read it. Run chmod 600 ${file} and start again.`,
    })
  }
  if (!pattern.test(text)) {
    throw new CannotStart({
      zh: `密钥文件 ${file} 的内容不是一把密钥(应为 32 字节的 Base64 文本)。请从备份恢复原文件，切勿新建：没有原来的密钥，已加密的数据无法读取。`,
      en: `The key file ${file} holds no key (32 bytes as base64). Restore the original; do not make a new one: what was encrypted cannot be read without it.`,
    })
  }
  return Buffer.from(text.trim(), 'base64')
}

async function makeKey(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  const handle = await open(draft, 'wx', 0o600)
  try {
    await handle.writeFile(`${randomBytes(32).toString('base64')}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  try {
    await publish(draft, file)
  } finally {
    await unlink(draft)
  }
  await syncFolder(dirname(file))
}

async function publish(draft: string, file: string): Promise<void> {
  try {
    await link(draft, file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return
    // Some file systems know no links (exFAT, network shares): an exclusive copy is the next best.
    await copyFile(draft, file, constants.COPYFILE_EXCL)
    await chmod(file, 0o600)
  }
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function unreadable(file: string, cause?: unknown): never {
  const why = cause instanceof Error ? cause.message : 'not found'
  throw new CannotStart(
    {
      zh: `密钥文件 ${file} 无法读取或创建(${why})。请检查该目录的权限和磁盘空间，或用 KEY_FILE 指定别处。`,
      en: `The key file ${file} can be neither read nor made (${why}). Check the folder's permissions and free space, or name another place with KEY_FILE.`,
    },
    { cause },
  )
}
