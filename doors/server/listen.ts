// Listens on IPv6 and IPv4 (IPv4 alone where there is no IPv6), on PORT (default 3000) or the next free one.

import type { FastifyInstance } from 'fastify'
import type { Settings } from '#ground/instance/instance.ts'
import type { Address } from './say.ts'

const defaultPort = 3000
const tries = 50

/** Starts listening and says where. */
export async function listen(app: FastifyInstance, settings: Settings): Promise<Address> {
  const wanted = Number(settings['PORT'] ?? defaultPort)
  let host = settings['HOST'] ?? '::'
  for (let port = wanted; ; port += 1) {
    try {
      await app.listen({ host, port })
      const bound = app.server.address()
      const actual = typeof bound === 'object' && bound !== null ? bound.port : port
      return {
        local: `${app.initialConfig.https === undefined ? 'http' : 'https'}://127.0.0.1:${actual}`,
        port: actual,
        wanted: wanted === 0 ? actual : wanted,
      }
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EAFNOSUPPORT' && host === '::') {
        host = '0.0.0.0'
        port -= 1
      } else if (code !== 'EADDRINUSE' || port >= wanted + tries) throw error
    }
  }
}
