// For journeys: a line between browser and server that can be cut and mended, as a village's is. To the browser it is the
// server: everything in hand breaks off, and new connections are refused until it is back at the same address.

import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'

export interface Line {
  readonly url: string
  cut(): Promise<void>
  mend(): Promise<void>
}

/** Opens a line to the server at this address; `heard` is given every byte that comes back over it. */
export async function openLine(to: string, heard?: (bytes: Buffer) => void): Promise<Line> {
  const target = Number(new URL(to).port)
  const ends = new Set<Socket>()
  let server: Server
  const open = async (port: number): Promise<number> => {
    server = createServer((near) => {
      const far = connect(target, '127.0.0.1')
      if (heard !== undefined) far.on('data', heard)
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        ends.add(one)
        one.pipe(other)
        one
          .on('error', () => other.destroy())
          .on('close', () => {
            ends.delete(one)
            other.destroy()
          })
      }
    }).listen(port, '127.0.0.1')
    await once(server, 'listening')
    return (server.address() as AddressInfo).port
  }
  const port = await open(0)
  return {
    url: `http://127.0.0.1:${port}`,
    cut: async () => {
      if (!server.listening) return
      const closed = once(server, 'close')
      server.close()
      for (const end of ends) end.destroy()
      await closed
    },
    mend: async () => void (await open(port)),
  }
}
