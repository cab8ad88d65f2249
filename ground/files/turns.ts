// Turns at something slow: no more than so many at a time, and who does not get a turn soon is told so instead of waiting with
// everybody else. What is waited for here is waited for with a connection of the database in hand.

/** All turns are taken, and none became free in time. */
export class NoTurn extends Error {}

export interface Turns {
  /** Does the work when a turn is free; throws NoTurn when none is in time. */
  take<T>(work: () => Promise<T>): Promise<T>
}

/** Turns for so many at a time; a further one waits for so many milliseconds. */
export function openTurns({ most, patience }: { readonly most: number; readonly patience: number }): Turns {
  let taken = 0
  const waiting: (() => void)[] = []
  const turn = (): Promise<void> => {
    if (taken < most) {
      taken += 1
      return Promise.resolve()
    }
    return new Promise((resolve, reject) => {
      const mine = (): void => {
        clearTimeout(late)
        resolve()
      }
      const late = setTimeout(() => {
        waiting.splice(waiting.indexOf(mine), 1)
        reject(new NoTurn('no turn became free'))
      }, patience)
      waiting.push(mine)
    })
  }
  return {
    take: async (work) => {
      await turn()
      try {
        return await work()
      } finally {
        // Handed on, or free.
        const next = waiting.shift()
        if (next === undefined) taken -= 1
        else next()
      }
    },
  }
}
