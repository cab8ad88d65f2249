// Secrets that are handed out once and stored only as digests: session tokens, invitations, one-time passwords.

import type { Dice } from '#ground/kernel/clock.ts'
import { sha256Hex } from '#ground/kernel/digest.ts'

export interface Token {
  readonly token: string
  readonly digest: string
}

/** 256 bits nobody can guess, as 43 characters that fit an address; the digest is what is stored. */
export function newToken(dice: Dice): Token {
  const token = Buffer.from(dice.bytes(32)).toString('base64url')
  return { token, digest: sha256Hex(token) }
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password to be read aloud once: four groups of four, without letters that look alike (79 bits). */
export function newOneTimePassword(dice: Dice): string {
  const out: string[] = []
  while (out.length < 16) {
    for (const byte of dice.bytes(32)) if (byte < 248 && out.length < 16) out.push(letters[byte % letters.length] ?? 'x')
  }
  return [0, 4, 8, 12].map((at) => out.slice(at, at + 4).join('')).join('-')
}
