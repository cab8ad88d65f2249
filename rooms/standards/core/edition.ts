// The life of an edition: draft, then issued and never changed again, then retired. Who may do what next is asked here.

/** In their order. */
export const editionStates = ['draft', 'issued', 'retired'] as const
export type EditionState = (typeof editionStates)[number]

/** What can be done with one edition. */
export const editionVerbs = ['revise', 'issue', 'retire'] as const
export type EditionVerb = (typeof editionVerbs)[number]

const from: Readonly<Record<EditionVerb, EditionState>> = { revise: 'draft', issue: 'draft', retire: 'issued' }
const permissions: Readonly<Record<EditionVerb, string>> = {
  revise: 'standards.draft',
  issue: 'standards.issue',
  retire: 'standards.issue',
}

/** Whether a verb fits the state. */
export function fits(state: EditionState, verb: EditionVerb): boolean {
  return from[verb] === state
}

/** The verbs that a post with these permissions may do now. */
export function allowed(state: EditionState, grants: readonly string[]): EditionVerb[] {
  return editionVerbs.filter((verb) => fits(state, verb) && grants.includes(permissions[verb]))
}

/** Publisher and standard: what editions of one line share. */
export function lineOf(id: string): string {
  return id.split('/').slice(0, 2).join('/')
}
