// Sends a file that a room writes out of its transaction: while it is written, and without the transaction waiting for the reader.

import { openTurns } from '#ground/files/turns.ts'
import type { Endpoint } from './contract.ts'
import type { FileAnswer } from './handler.ts'
import { openSpool } from './spool.ts'

// Writing a long list takes a connection and half a core for as long as it lasts; everybody else needs theirs, too.
const turns = openTurns({ most: 4, patience: 20_000 })

/** Whether an endpoint answers with a list as a file: read in one snapshot, and few at a time. */
export const isList = ({ method, file }: Endpoint): boolean =>
  method === 'GET' && file !== undefined && file.some((type) => /csv|spreadsheet/.test(type))

/** A turn at writing a list. Who waits holds no connection; throws NoTurn when none becomes free. */
export const listTurn = turns.take

/**
 * Writes the whole of a file while it is sent. Resolves when the last byte is written; `sent` settles when the last byte has
 * left, or the reader has. What fails before the first byte is thrown as ever; later the reader is cut off, too.
 */
export async function spooled(
  folder: string,
  { file }: FileAnswer,
  body: AsyncIterable<Uint8Array | string>,
  deliver: (answer: FileAnswer) => Promise<void>,
): Promise<{ readonly sent: Promise<void> }> {
  const source = body[Symbol.asyncIterator]()
  let piece = await source.next()
  const spool = openSpool(folder)
  const sending = async (): Promise<void> => {
    try {
      await deliver({ file: { ...file, body: spool.read() } })
    } finally {
      await spool.close()
    }
  }
  const sent = sending()
  sent.catch(() => {})
  try {
    while (piece.done !== true) {
      if (!(await spool.write(piece.value))) {
        await source.return?.()
        break
      }
      piece = await source.next()
    }
    spool.end()
  } catch (error) {
    spool.end(error)
    await Promise.allSettled([source.return?.(), sent])
    throw error
  }
  return { sent }
}
