import type { Words } from './open-zh.ts'

export const en: Words = {
  openFailed: 'The seat was not opened',
  noToken: 'The link is incomplete; scan the QR code again.',
  moveHere: 'Move the seat to this device',
  tryAgain: 'Try again',
  keptSeat: 'Open the seat kept on this device',
}
