// Remarks and findings on the phone: a draft per unit while it is typed, then kept until the server has it. Each has the id
// under which it is sent, so that sending again is harmless.

export interface LocalRemark {
  readonly id: string
  readonly subject: string
  readonly text: string
  readonly state: 'draft' | 'waiting' | 'arrived' | 'refused'
  /** Number of the problem with which it was refused. */
  readonly problem: number | null
}

export type LocalRemarks = Readonly<Record<string, LocalRemark>>

/** The draft of a unit; undefined when nothing is being typed. */
export function draftOf(remarks: LocalRemarks, subject: string): LocalRemark | undefined {
  return Object.values(remarks).find((remark) => remark.subject === subject && (remark.state === 'draft' || remark.state === 'refused'))
}

/** What was typed for a unit, under the draft's id or a fresh one. */
export function typedRemark(remarks: LocalRemarks, subject: string, text: string, freshId: string): LocalRemark {
  return { id: draftOf(remarks, subject)?.id ?? freshId, subject, text, state: 'draft', problem: null }
}

/** What is to be sent. */
export const remarksToSend = (remarks: LocalRemarks): LocalRemark[] => Object.values(remarks).filter(({ state }) => state === 'waiting')

/** What has been handed in for a unit, sent or waiting. */
export const remarksOf = (remarks: LocalRemarks, subject: string): LocalRemark[] =>
  Object.values(remarks).filter((remark) => remark.subject === subject && (remark.state === 'waiting' || remark.state === 'arrived'))

const rank = { draft: 0, refused: 0, waiting: 1, arrived: 2 }

/** Another page of this device says what it has; nothing goes back from arrived to waiting. */
export function heardRemark(remarks: LocalRemarks, other: LocalRemark): LocalRemarks {
  const here = remarks[other.id]
  return here !== undefined && rank[here.state] > rank[other.state] ? remarks : { ...remarks, [other.id]: other }
}
