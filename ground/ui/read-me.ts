// The answer of `people.me` as screens know it, read by name because ground knows no room's types. Apart from the question, so
// that the phone, which has no library for questions, reads it too.

export interface Post {
  readonly id: string
  readonly role: string
  readonly roleTitle: string
  readonly unit: string
  readonly unitName: string
}

export interface Queue {
  readonly room: string
  readonly title: string
  readonly count: number
  readonly path: string
}

export interface Me {
  readonly person: { readonly id: string; readonly name: string }
  readonly posts: readonly Post[]
  /** The acting post; null when the account has none at present. */
  readonly acting: Post | null
  readonly queues: readonly Queue[]
  readonly grants: readonly string[]
  /** The app filing number (备案号); null when the operator gave none. */
  readonly filingNumber: string | null
  readonly notices: readonly string[]
  /** The password was set by somebody else and must be changed first. */
  readonly mustChangePassword: boolean
}

type Loose = Readonly<Record<string, unknown>>
const record = (value: unknown): Loose => (typeof value === 'object' && value !== null ? (value as Loose) : {})
const list = (value: unknown): readonly Loose[] => (Array.isArray(value) ? value.map(record) : [])
const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [])
const text = (value: unknown, language: string): string => {
  if (typeof value === 'string') return value
  const both = record(value)[language]
  return typeof both === 'string' ? both : ''
}

/** Reads the answer of `people.me`; what is missing is empty, so that the frame always stands. */
export function readMe(answer: unknown, language: 'zh' | 'en'): Me {
  const source = record(answer)
  const person = record(source['person'])
  const posts = list(source['posts']).map((post) => ({
    id: text(post['id'], language),
    role: text(post['role'], language),
    roleTitle: text(post['roleTitle'], language),
    unit: text(post['unit'], language),
    unitName: text(post['unitName'], language),
  }))
  const acting = typeof source['acting'] === 'string' ? source['acting'] : record(source['acting'])['id']
  return {
    person: { id: text(person['id'], language), name: text(person['name'], language) },
    posts,
    acting: posts.find((post) => post.id === acting) ?? null,
    queues: list(source['queues']).map((queue) => ({
      room: text(queue['room'], language),
      title: text(queue['title'], language),
      count: Number(queue['count'] ?? 0),
      path: text(queue['path'], language),
    })),
    grants: texts(source['grants']),
    filingNumber: typeof source['filingNumber'] === 'string' && source['filingNumber'] !== '' ? source['filingNumber'] : null,
    notices: texts(source['notices']),
    mustChangePassword: source['mustChangePassword'] === true,
  }
}
