// The server's own certificate: phones work offline over https only, and many a hall has no proxy in front.

import { readFile } from 'node:fs/promises'
import { createSecureContext } from 'node:tls'
import { CannotStart } from '#ground/kernel/cannot-start.ts'

export interface Tls {
  /** PEM: the server's certificate, then those that lead to its issuer. */
  readonly cert: string
  readonly key: string
}

const half = (missing: string): CannotStart =>
  new CannotStart({
    zh: `TLS_CERT 和 TLS_KEY 要一起填写，缺 ${missing}，已停止启动。由反向代理提供 https 时两项都不填。`,
    en: `TLS_CERT and TLS_KEY belong together and ${missing} is missing, so the start was stopped. Leave both out when a proxy provides https.`,
  })

async function read(setting: string, path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw new CannotStart(
      {
        zh: `读不到 ${setting} 指定的文件 ${path}，已停止启动。请检查路径和权限。`,
        en: `The file ${path} of ${setting} cannot be read, so the start was stopped. Check path and permissions.`,
      },
      { cause },
    )
  }
}

/** Reads TLS_CERT and TLS_KEY, the paths of two PEM files; null when neither is set. */
export async function readTls(settings: Readonly<Record<string, string | undefined>>): Promise<Tls | null> {
  const certFile = settings['TLS_CERT'] ?? ''
  const keyFile = settings['TLS_KEY'] ?? ''
  if (certFile === '' && keyFile === '') return null
  if (certFile === '' || keyFile === '') throw half(certFile === '' ? 'TLS_CERT' : 'TLS_KEY')
  const tls = { cert: await read('TLS_CERT', certFile), key: await read('TLS_KEY', keyFile) }
  try {
    createSecureContext(tls)
  } catch (cause) {
    throw new CannotStart(
      {
        zh: `TLS_CERT 和 TLS_KEY 不是一对有效的 PEM 证书和私钥（${(cause as Error).message}），已停止启动。`,
        en: `TLS_CERT and TLS_KEY are no valid pair of certificate and key in PEM (${(cause as Error).message}), so the start was stopped.`,
      },
      { cause },
    )
  }
  return tls
}
