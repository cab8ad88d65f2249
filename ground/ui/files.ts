// What a face's service worker is told of the face it keeps (tools/vite/worker.ts).

export interface FaceFiles {
  readonly name: string
  /** The address that answers with the face's page, and so does every address below it. */
  readonly page: string
  /** Addresses of its scripts, styles and pictures; a name never stands for another content. */
  readonly files: readonly string[]
  /** Changes whenever page or files do. */
  readonly version: string
}
