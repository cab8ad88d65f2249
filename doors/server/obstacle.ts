// What a setting can do to a start, in a sentence an operator can act on: an address nobody answers at, a wrong password,
// a port that may not be taken, a folder that may not be written. Whatever is not named here is a bug and keeps its stack.

import { CannotStart } from '#ground/kernel/cannot-start.ts'
import type { Text } from '#ground/kernel/problem.ts'

type Sentence = (said: string) => Text

const unreachable: Sentence = (said) => ({
  zh: `连不上 DATABASE_URL 指定的数据库服务器（${said}）。请检查地址和端口，并确认服务器已启动。`,
  en: `The database server named by DATABASE_URL cannot be reached (${said}). Check address and port, and that it runs.`,
})

const refused: Sentence = (said) => ({
  zh: `DATABASE_URL 里的账号登录不了数据库（${said}）。请检查用户名和密码；密码里的特殊字符要按网址写法编码。`,
  en: `The account in DATABASE_URL may not log in (${said}). Check name and password; special characters must be percent-encoded.`,
})

const database: Readonly<Record<string, Sentence>> = {
  ECONNREFUSED: unreachable,
  ENOTFOUND: unreachable,
  EAI_AGAIN: unreachable,
  ETIMEDOUT: unreachable,
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  '28P01': refused,
  '28000': refused,
  '3D000': (said) => ({
    zh: `DATABASE_URL 里的数据库不存在（${said}）。请先建好：create database … owner …`,
    en: `The database in DATABASE_URL does not exist (${said}). Create it first: create database … owner …`,
  }),
  '42501': (said) => ({
    zh: `DATABASE_URL 里的账号权限不够（${said}）。它要能建角色（alter role … createrole），并且是这个数据库的所有者。`,
    en: `The account in DATABASE_URL lacks rights (${said}). It must be able to create roles (alter role … createrole) and own the database.`,
  }),
}

const port: Sentence = (said) => ({
  zh: `不能在这个地址和端口上提供服务（${said}）。请用 PORT（0–65535，1024 以下通常要管理员权限）和 HOST 另选。`,
  en: `This address and port cannot be listened on (${said}). Choose others with PORT (0–65535, below 1024 often for root only) and HOST.`,
})

/** The sentence for a known obstacle; null for anything else. */
export function obstacleOf(error: unknown): Text | null {
  if (error instanceof CannotStart) return error.text
  if (!(error instanceof Error)) return null
  const { code = '', syscall, message } = error as NodeJS.ErrnoException
  if (syscall === 'listen' || code === 'ERR_SOCKET_BAD_PORT') return port(message)
  if ((process.env['DATABASE_URL'] ?? '') === '') return null
  return database[code]?.(message === '' ? code : message) ?? null
}
