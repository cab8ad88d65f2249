// The steps of a star as a picture: boxes in rows with arrows between them, drawn so that it reads from across a room and prints
// in grey.

import type { Star } from './standards.ts'

const perRow = 4
const [width, least, gapX, gapY] = [230, 116, 44, 56]
const [stepLine, byLine] = [22, 18]

/** Breaks a text into lines of at most so many half-width characters. */
export function linesWithin(text: string, most: number): string[] {
  const lines: string[] = []
  let [line, size] = ['', 0]
  const pieces = text.match(/[A-Za-z0-9’'-]+\s?|[^A-Za-z0-9]/gu) ?? []
  for (const piece of pieces) {
    const wide = [...piece].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 0)
    // Closing punctuation never begins a line.
    if (size + wide > most && line !== '' && !/^[，。、；：）”]$/u.test(piece)) {
      lines.push(line)
      ;[line, size] = ['', 0]
    }
    line += piece
    size += wide
  }
  return line === '' ? lines : [...lines, line]
}

interface Box {
  readonly x: number
  readonly y: number
  readonly name: readonly string[]
  readonly by: readonly string[]
}

/** As high as the longest step needs: English runs longer than Chinese. */
function heightOf(steps: readonly Pick<Box, 'name' | 'by'>[]): number {
  return Math.max(least, ...steps.map(({ name, by }) => 48 + name.length * stepLine + by.length * byLine))
}

function boxesOf(star: Star): { readonly boxes: Box[]; readonly height: number } {
  const steps = star.flow.map(({ name, by }) => ({ name: linesWithin(name, 20), by: linesWithin(by, 26) }))
  const height = heightOf(steps)
  const boxes = steps.map((step, index) => {
    const [row, place] = [Math.floor(index / perRow), index % perRow]
    // Every second row runs backwards, so that no arrow crosses the picture.
    const column = row % 2 === 0 ? place : perRow - 1 - place
    return { x: column * (width + gapX), y: row * (height + gapY), ...step }
  })
  return { boxes, height }
}

function arrowOf(from: Box, to: Box, height: number): string {
  if (from.y !== to.y) return `M${from.x + width / 2},${from.y + height} V${to.y - 4}`
  const right = to.x > from.x
  return `M${right ? from.x + width : from.x},${from.y + height / 2} H${right ? to.x - 4 : to.x + width + 4}`
}

export function FlowPicture({ star, title }: { readonly star: Star; readonly title: string }) {
  const { boxes, height } = boxesOf(star)
  const columns = Math.min(perRow, boxes.length)
  const rows = Math.ceil(boxes.length / perRow)
  const id = `flow-arrow-${star.code}`
  return (
    <svg
      className="standards-flow"
      role="img"
      aria-label={`${title}：${star.flow.map(({ name, by }) => (by === '' ? name : `${name}（${by}）`)).join(' → ')}`}
      viewBox={`-2 -2 ${columns * (width + gapX) - gapX + 4} ${rows * (height + gapY) - gapY + 4}`}
    >
      <defs>
        <marker id={id} markerWidth="9" markerHeight="9" refX="7" refY="4" orient="auto">
          <path d="M0,0 L8,4 L0,8 z" />
        </marker>
      </defs>
      {boxes.slice(1).map((box, index) => {
        const from = boxes[index]
        return from === undefined ? null : (
          <path key={`${box.x} ${box.y}`} className="standards-arrow" d={arrowOf(from, box, height)} markerEnd={`url(#${id})`} />
        )
      })}
      {boxes.map((box, index) => (
        <g key={`${box.x} ${box.y}`} transform={`translate(${box.x} ${box.y})`}>
          <rect width={width} height={height} rx="6" />
          <circle cx="22" cy="24" r="14" />
          <text className="standards-number" x="22" y="29" textAnchor="middle">
            {index + 1}
          </text>
          {box.name.map((line, nth) => (
            <text key={line} className="standards-step" x="44" y={29 + nth * stepLine}>
              {line}
            </text>
          ))}
          {box.by.map((line, nth) => (
            <text key={line} className="standards-by" x="14" y={height - 14 - (box.by.length - 1 - nth) * byLine}>
              {line}
            </text>
          ))}
        </g>
      ))}
    </svg>
  )
}
