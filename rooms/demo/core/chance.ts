// Chance that falls the same way each time it is given the same seed: the demo looks alive, and is the same for everybody.

export interface Chance {
  /** From 0 up to, and without, 1. */
  share(): number
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T
}

/** FNV-1a of the seed's characters. */
function start(seed: string): number {
  let hash = 0x811c9dc5
  for (const character of seed) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}

/** Mulberry32: 32 bits of state are plenty for invented points. */
export function chanceOf(seed: string): Chance {
  let state = start(seed)
  const share = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    share,
    pick: <T>(list: readonly T[]): T => {
      const found = list[Math.floor(share() * list.length)]
      if (found === undefined) throw new Error('nothing to pick from')
      return found
    },
  }
}
