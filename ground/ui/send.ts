// One request, one reply. fetch does it, except where an upload must show its progress: only XMLHttpRequest tells that.

export interface Sending {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: BodyInit | null
  readonly signal?: AbortSignal
  readonly onProgress?: (share: number) => void
}

export interface Reply {
  readonly status: number
  readonly body: Blob
  readonly disposition: string | null
  readonly retryAfter: string | null
}

const credentials = 'same-origin'

async function byFetch(sending: Sending): Promise<Reply> {
  const { method, url, headers, body, signal } = sending
  const response = await fetch(url, { method, headers, body, credentials, ...(signal === undefined ? {} : { signal }) })
  return {
    status: response.status,
    body: await response.blob(),
    disposition: response.headers.get('content-disposition'),
    retryAfter: response.headers.get('retry-after'),
  }
}

function byProgress(sending: Sending, onProgress: (share: number) => void): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(sending.method, sending.url)
    request.responseType = 'blob'
    for (const [name, value] of Object.entries(sending.headers)) request.setRequestHeader(name, value)
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total)
    })
    request.addEventListener('load', () =>
      resolve({
        status: request.status,
        body: request.response instanceof Blob ? request.response : new Blob(),
        disposition: request.getResponseHeader('content-disposition'),
        retryAfter: request.getResponseHeader('retry-after'),
      }),
    )
    request.addEventListener('error', () => reject(new TypeError('the server was not reached')))
    request.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))
    sending.signal?.addEventListener('abort', () => request.abort())
    request.send(sending.body instanceof ReadableStream ? null : sending.body)
  })
}

/** Sends a request; rejects with a TypeError when the server is not reached. */
export function send(sending: Sending): Promise<Reply> {
  return sending.onProgress !== undefined && typeof XMLHttpRequest !== 'undefined'
    ? byProgress(sending, sending.onProgress)
    : byFetch(sending)
}
