// Hashing of passwords: argon2id, 32 MiB and 3 passes, about 60 ms of one core, four at a time in Node's own thread pool.
// A hash carries its price; at the next sign-in a cheaper one is made anew. Tests (TRIAL) pay less.

import { hash, parseOptions, verify } from '@node-rs/argon2'
import { foldPassword } from '../core/password.ts'

type Settings = Readonly<Record<string, string | undefined>>

const full = { memoryCost: 32_768, timeCost: 3, parallelism: 1 }
const trial = { memoryCost: 1_024, timeCost: 1, parallelism: 1 }

const priceIn = (settings: Settings): typeof full => (settings['TRIAL'] === 'yes' ? trial : full)

/** The hash to store. */
export function hashPassword(password: string, settings: Settings): Promise<string> {
  return hash(foldPassword(password), priceIn(settings))
}

const decoys = new Map<number, Promise<string>>()

/** Whether the password is right; without a stored hash the same work is done in vain, so that time tells nothing. */
export async function isRightPassword(stored: string | null, password: string, settings: Settings): Promise<boolean> {
  const price = priceIn(settings)
  const decoy = decoys.get(price.memoryCost) ?? hash('nobody has this password', price)
  decoys.set(price.memoryCost, decoy)
  const right = await verify(stored ?? (await decoy), foldPassword(password))
  return stored !== null && right
}

/** Whether a hash was made at another price than today's. */
export function isOldPrice(stored: string, settings: Settings): boolean {
  const price = priceIn(settings)
  const paid = parseOptions(stored)
  return paid.memoryCost !== price.memoryCost || paid.timeCost !== price.timeCost || paid.parallelism !== price.parallelism
}
