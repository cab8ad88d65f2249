// The parts of a table as a map draws them: shaded by what is chosen, named in the reader's words.

import { tintOf } from './tint.ts'
import type { Tint } from './tint.ts'

export type Shade = 'certified' | 'aimed'

interface Part {
  readonly code: string
  readonly name: string
  readonly villages: number
  readonly certified: number
  readonly aimed: number
}

interface Words {
  figure(certified: number, aimed: number): string
  cell(name: string, certified: number, aimed: number): string
}

interface Drawn {
  readonly code: string
  readonly name: string
  readonly tint: Tint
  readonly figure: string
  readonly label: string
}

/** Parts in the order given, which is that of their codes. */
export const partsDrawn = (parts: readonly Part[], shade: Shade, words: Words): Drawn[] =>
  parts.map((part) => ({
    code: part.code,
    name: part.name,
    tint: tintOf(part[shade], part.villages),
    figure: words.figure(part.certified, part.aimed),
    label: words.cell(part.name, part.certified, part.aimed),
  }))
