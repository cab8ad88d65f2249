// Canonical JSON by RFC 8785 (JCS): one text for one value, so that digests of the same facts are equal in any language.
// What JSON cannot say exactly is a bug of the caller and throws; nothing is dropped silently as JSON.stringify does.

function quoted(text: string, path: string): string {
  if (!text.isWellFormed()) throw new TypeError(`canonical JSON: lone surrogate at ${path}`)
  return JSON.stringify(text)
}

function write(value: unknown, path: string): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return quoted(value, path)
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${Array.from(value, (item, index) => write(item, `${path}[${index}]`)).join(',')}]`
  if (typeof value === 'object') {
    const prototype: unknown = Object.getPrototypeOf(value)
    if (prototype === Object.prototype || prototype === null) {
      // Sorting without a comparator orders by UTF-16 code units, as section 3.2.3 wants.
      const members = value as Readonly<Record<string, unknown>>
      const keys = Object.keys(members).toSorted()
      return `{${keys.map((key) => `${quoted(key, path)}:${write(members[key], `${path}.${key}`)}`).join(',')}}`
    }
  }
  throw new TypeError(`canonical JSON: ${typeof value === 'number' ? String(value) : typeof value} at ${path}`)
}

/** The canonical text; throws on undefined, NaN, infinities, bigint, dates, class instances and lone surrogates. */
export function canonical(value: unknown): string {
  return write(value, '$')
}
