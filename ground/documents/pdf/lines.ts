// Running text broken into lines as Chinese is set: between any two characters, but no line begins with a closing mark or
// ends with an opening one, and a number or a Latin word stays whole. Pure: widths come in as an argument.

/** No line begins with these. */
const closing = new Set('，。、；：？！）》〉」』】〕”’…—·％%,.;:?!)]}”’℃')
/** No line ends with these. */
const opening = new Set('（《〈「『【〔“‘([{')

const latin = /[0-9A-Za-z@#&$£€¥+\-=/_.,:%°'"~^*<>]/

/** What stays together: one Chinese character, a run of Latin ones, one blank. */
function unitsOf(text: string): string[] {
  const units: string[] = []
  let run = ''
  for (const letter of text) {
    if (latin.test(letter)) {
      run += letter
      continue
    }
    if (run !== '') units.push(run)
    run = ''
    units.push(letter)
  }
  if (run !== '') units.push(run)
  return units
}

export interface Line {
  readonly text: string
  readonly width: number
  /** Ends its paragraph: it is not stretched to the margin. */
  readonly last: boolean
}

export interface Measures {
  /** Room of a line. */
  readonly width: number
  /** Of one letter, with the spacing after it. */
  readonly widthOf: (letter: string) => number
  /** Taken from the first line. */
  readonly indent?: number
}

/** The lines of one paragraph; at least one, also of an empty text. */
export function linesOf(text: string, { width, widthOf, indent = 0 }: Measures): Line[] {
  const long = (piece: string): number => [...piece].reduce((sum, letter) => sum + widthOf(letter), 0)
  // Latin runs wider than a whole line are cut anywhere: an address, a digest.
  const units = unitsOf(text).flatMap((unit) => (long(unit) > width ? [...unit] : [unit]))
  const lines: Line[] = []
  let line: string[] = []
  let used = 0
  const room = (): number => (lines.length === 0 ? width - indent : width)
  const end = (carried: readonly string[], last: boolean): void => {
    const whole = line.join('').trimEnd()
    lines.push({ text: whole, width: long(whole), last })
    line = [...carried]
    used = long(line.join(''))
  }
  for (const unit of units) {
    const wide = long(unit)
    if (line.length > 0 && used + wide > room() + 0.01) {
      if (unit === ' ') continue
      end(carriedOver(line, unit), false)
    }
    if (line.length === 0 && unit === ' ' && lines.length > 0) continue
    line.push(unit)
    used += wide
  }
  end([], true)
  return lines
}

/** What has to go with `next` to the following line, taken off this one; nothing when that would empty it. */
function carriedOver(line: string[], next: string): string[] {
  let at = line.length
  let first = next
  while (at > 0) {
    const before = line[at - 1] ?? ''
    const stays = !closing.has(first[0] ?? '') && !opening.has(before)
    if (stays) break
    at -= 1
    first = before
  }
  return at === 0 ? [] : line.splice(at)
}
