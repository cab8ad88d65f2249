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

/** Who wrote a draft, and who changed it last. */
export interface Written {
  readonly draftedBy: string | null
  readonly revisedBy: string | null
}

/** Whether somebody is a second person to a draft: only such a one issues it. */
export function isSecondPerson({ draftedBy, revisedBy }: Written, person: string | null): boolean {
  return person !== null && person !== draftedBy && person !== revisedBy
}

/** The verbs that a person whose post has these permissions may do now. */
export function allowed(
  edition: Written & { readonly state: EditionState },
  by: { readonly id: string | null; readonly grants: readonly string[] },
): EditionVerb[] {
  const may = (verb: EditionVerb): boolean => verb !== 'issue' || isSecondPerson(edition, by.id)
  return editionVerbs.filter((verb) => fits(edition.state, verb) && by.grants.includes(permissions[verb]) && may(verb))
}

/** Publisher and standard: what editions of one line share. */
export function lineOf(id: string): string {
  return id.split('/').slice(0, 2).join('/')
}
