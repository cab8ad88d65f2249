// For tests: an S3 server on loopback with one bucket, and the settings that name it. It knows its keys; signatures it does not
// check, for which the published example stands.

import { createRequire } from 'node:module'

export interface S3 {
  readonly settings: { readonly FILES_S3_URL: string; readonly FILES_S3_KEY: string; readonly FILES_S3_SECRET: string }
  close(): Promise<void>
}

interface Server {
  run(): Promise<{ readonly port: number }>
  close(): Promise<void>
}

type ServerClass = new (options: object) => Server

/** Starts the server; what it keeps lies below the folder. */
export async function openS3(folder: string): Promise<S3> {
  // Its names and types are those of an old CommonJS package.
  const S3rver = createRequire(import.meta.url)('s3rver') as ServerClass
  const server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: folder, configureBuckets: [{ name: 'files' }] })
  const { port } = await server.run()
  return {
    settings: { FILES_S3_URL: `http://127.0.0.1:${port}/files`, FILES_S3_KEY: 'S3RVER', FILES_S3_SECRET: 'S3RVER' },
    close: () => server.close(),
  }
}
