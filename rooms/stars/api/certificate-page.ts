// A certificate as a page: A4 lying, our own mark, never an emblem; the code leads to the plaque's page.

import { a4, millimetre, qrMarks } from '#ground/documents/pdf/page.ts'
import type { Mark, PdfPage } from '#ground/documents/pdf/page.ts'
import type { CertificateLines } from '../core/certificate.ts'

const [width, height] = [a4.height, a4.width]
const ink = '#1f2329'
const quiet = '#57606a'
const cinnabar = '#b3261e'
const gold = '#c8963e'
const middle = width / 2

/** One stroke of the mark as a filled outline around the origin, and the four beside it. */
const stroke: readonly (readonly [number, number])[] = [
  [-14.35, -17],
  [0, -55.4],
  [14.35, -17],
  [6.85, -14.2],
  [0, -32.5],
  [-6.85, -14.2],
]
const turned = (degrees: number): string => {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
  return `M${stroke.map(([x, y]) => `${(x * cos - y * sin).toFixed(2)} ${(x * sin + y * cos).toFixed(2)}`).join('L')}Z`
}

const mark = (x: number, y: number, scale: number): Mark[] =>
  [0, 72, 144, 216, 288].map((turn): Mark => ({ kind: 'path', path: turned(turn), x, y, scale, fill: turn === 288 ? gold : cinnabar }))

const frame = (inset: number, strokeWidth: number, colour: string): Mark => ({
  kind: 'box',
  x: inset,
  y: inset,
  width: width - 2 * inset,
  height: height - 2 * inset,
  stroke: colour,
  strokeWidth,
})

/** As large as a line of that many signs may be in the frame. */
const fitted = (text: string, most: number): number => Math.min(most, (width - millimetre(60)) / text.length)

export function certificatePage(lines: CertificateLines, address: string): PdfPage {
  const centred = (text: string, down: number, size: number, face: 'text' | 'strong' | 'title' | 'heavy', colour = ink): Mark => ({
    kind: 'text',
    text,
    x: middle,
    baseline: millimetre(down),
    size: fitted(text, size),
    face,
    align: 'center',
    colour,
  })
  const code = millimetre(28)
  const [codeX, codeY] = [millimetre(26), height - millimetre(26) - code]
  const right = width - millimetre(32)
  return {
    width,
    height,
    marks: [
      frame(millimetre(10), 2.4, cinnabar),
      frame(millimetre(12.5), 0.7, gold),
      ...mark(middle, millimetre(34), 0.5),
      { ...centred(lines.title, 64, 40, 'title', cinnabar), spacing: 6 } as Mark,
      centred(lines.to, 84, 24, 'strong'),
      centred(lines.says, 100, 17, 'text'),
      centred(lines.star, 124, 46, 'title'),
      centred(lines.gives, 140, 17, 'text'),
      {
        kind: 'text',
        text: lines.issuer,
        x: right,
        baseline: height - millimetre(38),
        size: 17,
        face: 'strong',
        align: 'right',
        colour: ink,
      },
      { kind: 'text', text: lines.day, x: right, baseline: height - millimetre(28), size: 15, align: 'right', colour: ink },
      ...qrMarks(address, codeX, codeY, code),
      { kind: 'text', text: lines.number, x: codeX + code + 8, baseline: codeY + code - 18, size: 11, colour: ink },
      { kind: 'text', text: lines.verify, x: codeX + code + 8, baseline: codeY + code - 3, size: 10, colour: quiet },
      ...(lines.note === null ? [] : [centred(lines.note, 195, 9, 'text', quiet)]),
    ],
  }
}
