// A print of how a picture looks: a difference hash. Of 9 × 8 grey points each says whether it is darker than its right
// neighbour: 64 bits that stay nearly the same when the picture is made smaller, saved anew or a little lighter.

/** Points a row and rows, as `printOf` wants them. */
export const printGrid = { width: 9, height: 8 } as const

/** Steps between grey values that are no noise of saving anew. */
const step = 4
/** A picture with fewer real steps (a white page, a wall) looks like every other such picture: it gets no print. */
const leastSteps = 12

/** The print of 72 grey points, row by row; null where there is too little to see. */
export function printOf(grey: Uint8Array): string | null {
  const { width, height } = printGrid
  let bits = 0n
  let steps = 0
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width - 1; column += 1) {
      const left = grey[row * width + column] ?? 0
      const right = grey[row * width + column + 1] ?? 0
      bits = bits * 2n + (left < right ? 1n : 0n)
      if (Math.abs(left - right) >= step) steps += 1
    }
  }
  return steps < leastSteps ? null : bits.toString(16).padStart(16, '0')
}

/** In how many of its 64 bits one print differs from another. */
export function printDistance(one: string, other: string): number {
  let differing = BigInt(`0x${one}`) ^ BigInt(`0x${other}`)
  let count = 0
  for (; differing > 0n; differing &= differing - 1n) count += 1
  return count
}
