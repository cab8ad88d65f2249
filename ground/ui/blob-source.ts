// A file of the browser as a source that is read in parts, for sending in chunks. Works on plain http and in old web views.

export interface BlobSource {
  readonly size: number
  read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>>
}

async function bufferOf(blob: Blob): Promise<ArrayBuffer> {
  // Web views of some years ago have no `arrayBuffer` on blobs.
  if (typeof (blob as { arrayBuffer?: unknown }).arrayBuffer === 'function') return blob.arrayBuffer()
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(reader.result instanceof ArrayBuffer ? reader.result : new ArrayBuffer(0)))
    reader.addEventListener('error', () => reject(reader.error ?? new Error('the file cannot be read')))
    reader.readAsArrayBuffer(blob)
  })
}

/** A Blob or File, or bytes that were kept in IndexedDB. */
export function sourceOf(content: Blob | ArrayBuffer | Uint8Array<ArrayBuffer>): BlobSource {
  if (content instanceof Blob) {
    return { size: content.size, read: async (offset, length) => new Uint8Array(await bufferOf(content.slice(offset, offset + length))) }
  }
  const bytes = content instanceof Uint8Array ? content : new Uint8Array(content)
  return { size: bytes.length, read: (offset, length) => Promise.resolve(bytes.slice(offset, offset + length)) }
}
