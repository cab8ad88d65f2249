// An office document as plain data: what it says, never how it looks. The layout (docx-build.ts) is one for all, so that a
// room describes a document once and gets every form of it.

import { writtenDay } from '#ground/kernel/written-days.ts'
import type { Day } from '#ground/kernel/clock.ts'

/** 一、 · (一) · 1. · (1): numbered by the layout in the order in which they stand. */
export type HeadingLevel = 1 | 2 | 3 | 4

export interface HeadingBlock {
  readonly kind: 'heading'
  readonly level: HeadingLevel
  readonly text: string
}

export interface ParagraphBlock {
  readonly kind: 'paragraph'
  readonly text: string
}

export interface TableColumn {
  readonly title: string
  /** Share of the width beside the other columns; 1 when absent. */
  readonly share?: number
  /** Figures stand to the right, words to the left, short words in the middle. */
  readonly align?: 'left' | 'center' | 'right'
}

export interface TableBlock {
  readonly kind: 'table'
  readonly caption?: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly string[])[]
}

/** A picture over its caption, in the middle, as large as fits and never enlarged beyond its own size. */
export interface PictureBlock {
  readonly kind: 'picture'
  readonly bytes: Uint8Array
  readonly type: 'jpg' | 'png'
  /** In pixels of its own. */
  readonly width: number
  readonly height: number
  readonly caption?: string
}

export type Block = HeadingBlock | ParagraphBlock | TableBlock | PictureBlock

/** The red head of a printed letterhead (版头): 发文机关标志 as it is printed, such as 晨光街道党建办文件. */
export interface Letterhead {
  readonly mark: string
}

/** 版记, at the foot of the last page: who gets a copy, who sent it out, when. */
export interface Imprint {
  /** 抄送机关, without the word before and the stop after it. */
  readonly copies?: string
  readonly office: string
  readonly day: Day
}

export interface Signature {
  readonly issuer: string
  readonly day: Day
}

export interface OfficeDocument {
  readonly title: string
  /** 发文字号, as `documentNumber` writes it. */
  readonly number?: string
  /** 主送机关, without the colon. */
  readonly addressee?: string
  readonly blocks: readonly Block[]
  /** Names of what is attached, without number. */
  readonly attachments?: readonly string[]
  readonly signature?: Signature
  readonly letterhead?: Letterhead
  /** Small print after the signature, a line each: where the figures come from. */
  readonly notes?: { readonly title: string; readonly lines: readonly string[] }
  readonly imprint?: Imprint
}

/** `晨街发〔2026〕3号`: the year in hexagonal brackets, the serial without leading zeros (GB/T 9704-2012, 7.2.5). */
export function documentNumber(prefix: string, year: number, serial: number): string {
  return `${prefix}〔${year}〕${serial}号`
}

/** `2026年9月8日`: without leading zeros (7.3.5.4). */
export const documentDay: (day: Day) => string = writtenDay
