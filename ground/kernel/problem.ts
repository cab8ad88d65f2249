// Numbered problems (RFC 9457). A room lists every way it refuses in its problems.ts with defineProblems;
// core and api return them as values, the doors print them in the reader's language.

export type Language = 'zh' | 'en'

/** The same sentence in both languages of the product. */
export interface Text {
  readonly zh: string
  readonly en: string
}

/** One faulty place of an input: `path` as in `body.name`, `scores[3].points` or `line 12`. */
export interface FieldError {
  readonly path: string
  readonly detail: Text
  /** Further members shown beside path and detail, for instance `line` and `code` of an import. */
  readonly more?: Readonly<Record<string, string | number>>
}

export interface Problem {
  /** Stable number, unique in the whole house; a number is never given to another meaning. */
  readonly code: number
  /** `room/name`, the last part of the problem's type address. */
  readonly name: string
  /** HTTP status. */
  readonly status: number
  /** True when somebody on duty should look: the fault is ours, not the asker's. */
  readonly wakes: boolean
  readonly title: Text
  readonly detail: Text
  readonly errors: readonly FieldError[]
  /** Seconds after which trying again makes sense (503, 429). */
  readonly retryAfter?: number
}

/** What problems.ts says of one problem; `detail` says what happened, what was kept, what to do next. */
export interface ProblemSpec<Params = never> {
  readonly code: number
  readonly status: number
  readonly wakes?: boolean
  readonly title: Text
  readonly detail: Text | ((params: Params) => Text)
}

type ParamsOf<S> = S extends { readonly detail: (params: infer P) => Text } ? P : undefined

/** Makes one problem; also carries its catalogue entry for contracts and documentation. */
export type ProblemMaker<P = never> = {
  (
    ...args: P extends undefined ? [params?: undefined, errors?: readonly FieldError[]] : [params: P, errors?: readonly FieldError[]]
  ): Problem
  readonly code: number
  readonly status: number
  readonly id: string
  readonly title: Text
}

/** Any problem maker, for lists in contracts. */
export type AnyProblemMaker = Pick<ProblemMaker, 'code' | 'status' | 'id' | 'title'>

export type ProblemCatalogue<S> = { readonly [K in keyof S]: ProblemMaker<ParamsOf<S[K]>> }

/**
 * Turns a room's list of refusals into functions that make them.
 * Names become kebab-case in the type address: `unknownUnit` of room `units` is `units/unknown-unit`.
 */
export function defineProblems<const S extends Record<string, ProblemSpec>>(room: string, specs: S): ProblemCatalogue<S> {
  const out: Record<string, unknown> = {}
  for (const [key, spec] of Object.entries(specs)) {
    const id = `${room}/${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
    const make = (params: never, errors: readonly FieldError[] = []): Problem => ({
      code: spec.code,
      name: id,
      status: spec.status,
      wakes: spec.wakes ?? false,
      title: spec.title,
      detail: typeof spec.detail === 'function' ? spec.detail(params) : spec.detail,
      errors,
    })
    out[key] = Object.assign(make, { code: spec.code, status: spec.status, id, title: spec.title })
  }
  return out as ProblemCatalogue<S>
}

/** The document that is sent or printed: members and order as in docs/problems.md. */
export interface ProblemDocument {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: number
  readonly detail: string
  readonly errors: readonly Readonly<Record<string, string | number>>[]
}

/** Writes a problem in one language. */
export function problemDocument(problem: Problem, language: Language): ProblemDocument {
  return {
    type: `urn:liangxing:problem:${problem.name}`,
    title: problem.title[language],
    status: problem.status,
    code: problem.code,
    detail: problem.detail[language],
    errors: problem.errors.map((error) => ({ path: error.path, ...error.more, detail: error.detail[language] })),
  }
}
