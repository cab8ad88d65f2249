// The life of an edition: draft, sent back as often as it takes, then issued and never changed again, then retired; or dropped
// before it was issued. Who may do what next is asked here.

/** In their order. */
export const editionStates = ['draft', 'issued', 'retired'] as const
export type EditionState = (typeof editionStates)[number]

/** What can be done with one edition. */
export const editionVerbs = ['revise', 'issue', 'return', 'drop', 'retire'] as const
export type EditionVerb = (typeof editionVerbs)[number]

const from: Readonly<Record<EditionVerb, EditionState>> = {
  revise: 'draft',
  issue: 'draft',
  return: 'draft',
  drop: 'draft',
  retire: 'issued',
}
const permissions: Readonly<Record<EditionVerb, string>> = {
  revise: 'standards.draft',
  issue: 'standards.issue',
  return: 'standards.issue',
  drop: 'standards.draft',
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

/** Whether somebody is a second person to a draft: only such a one issues it or sends it back. */
export function isSecondPerson({ draftedBy, revisedBy }: Written, person: string | null): boolean {
  return person !== null && person !== draftedBy && person !== revisedBy
}

/** The verbs that a person whose post has these permissions may do now. A content is sent back once: then it waits to be changed. */
export function allowed(
  edition: Written & { readonly state: EditionState; readonly returned: boolean },
  by: { readonly id: string | null; readonly grants: readonly string[] },
): EditionVerb[] {
  const second = isSecondPerson(edition, by.id)
  const may = (verb: EditionVerb): boolean => (verb === 'issue' ? second : verb === 'return' ? second && !edition.returned : true)
  return editionVerbs.filter((verb) => fits(edition.state, verb) && by.grants.includes(permissions[verb]) && may(verb))
}

/** Publisher and standard: what editions of one line share. */
export function lineOf(id: string): string {
  return id.split('/').slice(0, 2).join('/')
}
