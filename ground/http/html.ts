// The `html` template tag: every value is escaped unless it is itself Html. Plain .ts, so Node runs it as it stands.

/** A piece of markup that is safe to send. */
export class Html {
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }

  toString(): string {
    return this.markup
  }
}

type Part = Html | string | number | boolean | null | undefined | readonly Part[]

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Escapes text for element content and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}

function print(part: Part): string {
  if (part instanceof Html) return part.markup
  if (part === null || part === undefined || part === false || part === true) return ''
  if (typeof part === 'object') return part.map(print).join('')
  return escapeHtml(String(part))
}

/** Markup with escaped values; arrays are joined, null, undefined and booleans print nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Html {
  let markup = strings[0] ?? ''
  values.forEach((value, index) => {
    markup += print(value) + (strings[index + 1] ?? '')
  })
  return new Html(markup)
}
