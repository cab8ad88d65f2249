// A refusal as a screen meets it: the server's problem document (RFC 9457), with its errors to be shown at the form fields.

import type { ProblemDocument } from '#ground/kernel/problem.ts'

export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly document: ProblemDocument
  /** Seconds after which trying again makes sense; null when the server does not say. */
  readonly retryAfter: number | null

  constructor(document: ProblemDocument, retryAfter: number | null = null) {
    super(`${document.code} ${document.title}`)
    this.document = document
    this.retryAfter = retryAfter
  }

  get status(): number {
    return this.document.status
  }

  get code(): number {
    return this.document.code
  }

  get title(): string {
    return this.document.title
  }

  get detail(): string {
    return this.document.detail
  }

  get errors(): ProblemDocument['errors'] {
    return this.document.errors
  }

  /** What is wrong at a place of the input, `body.name`; undefined when nothing is. */
  errorAt(path: string): string | undefined {
    const found = this.errors.find((error) => error['path'] === path)
    return found === undefined ? undefined : String(found['detail'])
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function errorsOf(value: unknown): ProblemDocument['errors'] {
  if (!Array.isArray(value)) return []
  return value.filter(isRecord).map((error) => {
    const entries = Object.entries(error).filter((entry): entry is [string, string | number] =>
      ['string', 'number'].includes(typeof entry[1]),
    )
    return Object.fromEntries(entries)
  })
}

/** Reads an answer's body as a problem; a body that is none (a proxy's page) still becomes one, by its status. */
export function readProblem(status: number, body: unknown, retryAfter: string | null): ProblemError {
  const source = isRecord(body) ? body : {}
  const text = (key: string): string => (typeof source[key] === 'string' ? source[key] : '')
  const seconds = retryAfter === null ? Number.NaN : Number(retryAfter)
  return new ProblemError(
    {
      type: text('type') || 'about:blank',
      title: text('title'),
      status,
      code: typeof source['code'] === 'number' ? source['code'] : 0,
      detail: text('detail'),
      errors: errorsOf(source['errors']),
    },
    Number.isFinite(seconds) ? seconds : null,
  )
}
