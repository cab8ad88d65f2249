// Tracking codes: twelve characters from an alphabet of 31 without look-alikes (no 0 O 1 I L), the last one a check.
// 31 is prime and the weights differ, so every single slip and every swap of two characters is noticed before any look-up.
// Eleven free characters are 54 bits: with look-ups slowed down, guessing one is hopeless.

import type { Dice } from '#ground/kernel/clock.ts'

const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const free = 11

function checkOf(values: readonly number[]): number {
  return values.reduce((sum, value, index) => sum + (index + 2) * value, 0) % alphabet.length
}

/** A code from dice, without hyphens; the same dice give the same code. */
export function makeCode(dice: Dice): string {
  const values: number[] = []
  while (values.length < free) {
    // 248 is the largest multiple of 31 in a byte: what lies above would favour some characters.
    for (const byte of dice.bytes(free)) if (byte < 248 && values.length < free) values.push(byte % alphabet.length)
  }
  return [...values, checkOf(values)].map((value) => alphabet[value]).join('')
}

/** The code in a text as people type it (small letters, full width, blanks, hyphens); null when it is none. */
export function readCode(text: string): string | null {
  const code = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—−·.]/g, '')
  const values = Array.from(code, (sign) => alphabet.indexOf(sign))
  const check = values.pop()
  if (values.length !== free || values.includes(-1) || check === undefined) return null
  return checkOf(values) === check ? code : null
}

/** As shown and printed: `7K3M-9QXT-2FHB`. */
export function showCode(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? code
}
