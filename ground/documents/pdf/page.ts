// A page as plain data: what stands where, in points from the upper left corner. Whatever is to be a PDF ends here: an office
// document is laid out into such pages (office-pages.ts), a certificate or a sheet for the wall is described as one directly.

import { qrPath } from '#ground/kernel/qr.ts'

/** The weights of the one family that is shipped; `text` is the ordinary one. */
export type Face = 'text' | 'strong' | 'title' | 'heavy'

export interface TextMark {
  readonly kind: 'text'
  readonly text: string
  /** Where the line begins, has its middle or ends, as `align` says. */
  readonly x: number
  /** The line that letters stand on. */
  readonly baseline: number
  readonly size: number
  readonly face?: Face
  readonly align?: 'left' | 'center' | 'right'
  /** Added after every letter. */
  readonly spacing?: number
  readonly colour?: string
}

export interface LineMark {
  readonly kind: 'line'
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
  readonly width: number
  readonly colour?: string
}

export interface BoxMark {
  readonly kind: 'box'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly fill?: string
  readonly stroke?: string
  readonly strokeWidth?: number
}

/** A filled outline in the words of SVG, drawn at a place and in a scale: our mark, a QR code. */
export interface PathMark {
  readonly kind: 'path'
  readonly path: string
  readonly x: number
  readonly y: number
  readonly scale: number
  readonly fill: string
}

/** JPEG or PNG, fitted into the box without being cut or stretched, in its middle. */
export interface PictureMark {
  readonly kind: 'picture'
  readonly bytes: Uint8Array
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type Mark = TextMark | LineMark | BoxMark | PathMark | PictureMark

export interface PdfPage {
  readonly width: number
  readonly height: number
  readonly marks: readonly Mark[]
}

/** What a reader's program shows of the file. */
export interface PdfAbout {
  readonly title: string
  readonly author?: string
  /** Written into the file, so that the same content gives the same bytes. */
  readonly at: Date
}

/** Millimetres in points. */
export const millimetre = (length: number): number => (length * 72) / 25.4

/** An empty A4 page, upright or lying. */
export const a4 = { width: millimetre(210), height: millimetre(297) } as const

/** A QR code of the text as marks, `side` wide. */
export function qrMarks(text: string, x: number, y: number, side: number): Mark[] {
  const { size, path } = qrPath(text)
  return [
    { kind: 'box', x, y, width: side, height: side, fill: '#ffffff' },
    { kind: 'path', path, x, y, scale: side / size, fill: '#000000' },
  ]
}
