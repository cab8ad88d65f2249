// Blocks over a picture, in its own pixels: where they lie, how they move, and how what is under them becomes unreadable.

export interface Block {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Area {
  readonly width: number
  readonly height: number
}

const least = 8

/** The block between two corners, inside the picture; null when it is a slip of the hand. */
export function blockBetween(area: Area, from: readonly [number, number], to: readonly [number, number]): Block | null {
  const inside = (value: number, most: number): number => Math.min(Math.max(Math.round(value), 0), most)
  const [left, right] = [from[0], to[0]].map((value) => inside(value, area.width)).toSorted((one, other) => one - other) as [number, number]
  const [top, bottom] = [from[1], to[1]].map((value) => inside(value, area.height)).toSorted((one, other) => one - other) as [
    number,
    number,
  ]
  return right - left < least || bottom - top < least ? null : { x: left, y: top, width: right - left, height: bottom - top }
}

/** A block in the middle, for the keyboard. */
export const middleBlock = ({ width, height }: Area): Block => ({
  x: Math.round(width * 0.4),
  y: Math.round(height * 0.4),
  width: Math.round(width * 0.2),
  height: Math.round(height * 0.2),
})

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** The block after a key: moved, or resized with Shift; null for other keys. */
export function blockAfterKey(area: Area, block: Block, key: string, resize: boolean): Block | null {
  const step = steps[key]
  if (step === undefined) return null
  const by = Math.max(2, Math.round(Math.max(area.width, area.height) / 80))
  const [dx, dy] = [step[0] * by, step[1] * by]
  const clamp = (value: number, from: number, most: number): number => Math.min(Math.max(value, from), most)
  if (resize) {
    return {
      ...block,
      width: clamp(block.width + dx, least, area.width - block.x),
      height: clamp(block.height + dy, least, area.height - block.y),
    }
  }
  return { ...block, x: clamp(block.x + dx, 0, area.width - block.width), y: clamp(block.y + dy, 0, area.height - block.height) }
}

/** Squares a side into which a block is averaged: so few that neither a face nor a plate can be guessed. */
const squares = 3

/** Draws a picture with its blocks made unreadable. */
export function drawMasked(canvas: HTMLCanvasElement, picture: HTMLImageElement, blocks: readonly Block[]): void {
  canvas.width = picture.naturalWidth
  canvas.height = picture.naturalHeight
  const pen = canvas.getContext('2d')
  if (pen === null) return
  pen.drawImage(picture, 0, 0)
  const small = document.createElement('canvas')
  small.width = squares
  small.height = squares
  const smallPen = small.getContext('2d', { willReadFrequently: true })
  if (smallPen === null) return
  for (const { x, y, width, height } of blocks) {
    smallPen.imageSmoothingQuality = 'high'
    smallPen.drawImage(picture, x, y, width, height, 0, 0, squares, squares)
    pen.imageSmoothingEnabled = false
    pen.drawImage(small, 0, 0, squares, squares, x, y, width, height)
  }
}
