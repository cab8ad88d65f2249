// What the QR code of a paper sheet says: the address of the tellers' table, with round, seat, unit and component behind the
// #, so that a teller's phone opens the right sheet and no log learns of it.

export interface PaperSheet {
  readonly round: string
  readonly seat: string
  readonly subject: string
  readonly component: string
}

const table = '/pocket/count'

/** The address printed on a paper sheet. */
export function paperAddress(origin: string, { round, seat, subject, component }: PaperSheet): string {
  return `${origin}${table}#${[round, seat, subject, component].join('/')}`
}

/** The sheet that an address (or what stands behind its #) names; null when it names none. */
export function readPaperAddress(address: string): PaperSheet | null {
  const [round = '', seat = '', subject = '', component = '', ...more] = address.slice(address.indexOf('#') + 1).split('/')
  const whole = /^[0-9a-f-]{36}$/.test(round) && /^[0-9a-f-]{36}$/.test(seat) && /^\d{2,17}$/.test(subject) && component !== ''
  return whole && more.length === 0 ? { round, seat, subject, component } : null
}
