// Codes that follow from the instance's key and what they stand for: sent twice, the same code.

import type { Dice } from '#ground/kernel/clock.ts'
import type { Vault } from '#ground/vault/vault.ts'

/** Dice that always fall the same way for a seed. */
export function codeFrom(vault: Pick<Vault, 'derive'>, seed: string): Dice {
  let round = 0
  let left: number[] = []
  return {
    bytes: (count) => {
      while (left.length < count) {
        left = [...left, ...(vault.derive(`${seed}:${round}`).match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))]
        round += 1
      }
      return Uint8Array.from(left.splice(0, count))
    },
  }
}
