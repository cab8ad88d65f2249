// What becomes of a letter whose sending was broken off, so that it comes once as nearly as SMTP allows. Nobody can know whether
// a server that fell silent has taken it. It is sent once more, under the same Message-ID, by which servers and readers of mail
// fold the two into one; not a third time: what it told stands in the inbox.

/** Whoever sends it has so long to say how it went; until then nobody else touches it. */
export const patienceMs = 300_000

const mostTries = 2

export interface Underway {
  readonly tries: number
  readonly triedAt: Date
}

/** Leave it to whoever is at it, send it once more, or let it be. */
export function nextFor({ tries, triedAt }: Underway, now: number): 'leave' | 'again' | 'let-be' {
  if (now - triedAt.getTime() < patienceMs) return 'leave'
  return tries < mostTries ? 'again' : 'let-be'
}
