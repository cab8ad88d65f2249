// What is typed on the transfer page, and the bodies it becomes.

export type TransferVerb = 'merge' | 'split' | 'recode'

export interface Part {
  readonly code: string
  readonly name: string
  readonly units: string
}

export interface Draft {
  readonly verb: TransferVerb
  /** The unit that is split or recoded. */
  readonly code: string
  readonly sources: string
  readonly target: string
  readonly targetName: string
  readonly parts: readonly Part[]
  readonly effective: string
  readonly document: string
  readonly reason: string
  /** New codes fixed by hand, by old code. */
  readonly mapping: Readonly<Record<string, string>>
}

export const emptyPart: Part = { code: '', name: '', units: '' }

export function emptyDraft(code: string, today: string): Draft {
  const parts = [{ ...emptyPart, code }, emptyPart]
  return { verb: 'merge', code, sources: '', target: '', targetName: '', parts, effective: today, document: '', reason: '', mapping: {} }
}

/** Codes out of a text: separated by commas, spaces or lines. */
export function codesIn(text: string): string[] {
  return text.split(/[\s,，、;；]+/).filter((code) => code !== '')
}

function shared(draft: Draft, dryRun: boolean) {
  return {
    effective: draft.effective,
    reason: draft.reason.trim(),
    ...(draft.document.trim() === '' ? {} : { document: draft.document.trim() }),
    mapping: Object.entries(draft.mapping).flatMap(([from, to]) => (to.trim() === '' ? [] : [{ from, to: to.trim() }])),
    dryRun,
  }
}

const named = (name: string) => (name.trim() === '' ? {} : { name: name.trim() })

export function mergeBody(draft: Draft, dryRun: boolean) {
  return { ...shared(draft, dryRun), sources: codesIn(draft.sources), target: { code: draft.target.trim(), ...named(draft.targetName) } }
}

export function splitBody(draft: Draft, dryRun: boolean) {
  const parts = draft.parts.map((part) => ({ code: part.code.trim(), ...named(part.name), units: codesIn(part.units) }))
  return { ...shared(draft, dryRun), parts }
}

export function recodeBody(draft: Draft, dryRun: boolean) {
  return { ...shared(draft, dryRun), to: draft.target.trim(), ...named(draft.targetName) }
}
