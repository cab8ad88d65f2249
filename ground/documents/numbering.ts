// Numbers of headings as the standard orders them (7.3.3): 一、 then （一） then 1. then （1）. Written as text, so that they stay
// when a paragraph is copied elsewhere.

import type { HeadingBlock, HeadingLevel } from './document.ts'

const digits = '零一二三四五六七八九'

/** 1 to 99 in Chinese: 一, 十, 十一, 二十三. */
export function chineseNumber(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  if (tens === 0) return digits[ones] ?? ''
  return `${tens === 1 ? '' : (digits[tens] ?? '')}十${ones === 0 ? '' : (digits[ones] ?? '')}`
}

const written: Readonly<Record<HeadingLevel, (value: number) => string>> = {
  1: (value) => `${chineseNumber(value)}、`,
  2: (value) => `（${chineseNumber(value)}）`,
  3: (value) => `${value}.`,
  4: (value) => `（${value}）`,
}

/** A number that was typed before the text although the layout writes it: 一、 · （一） · 1. · （1）. */
const typed = /^\s*(?:[一二三四五六七八九十]+[、．.]|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、](?!\d))\s*/

const isHeading = (block: { readonly kind: string }): block is HeadingBlock => block.kind === 'heading'

/** The blocks with every heading's number before its text; a heading starts the deeper levels anew, and a number typed by hand is left out. */
export function numbered<T extends { readonly kind: string }>(blocks: readonly (T | HeadingBlock)[]): (T | HeadingBlock)[] {
  const counts = [0, 0, 0, 0, 0]
  return blocks.map((block) => {
    if (!isHeading(block)) return block
    const value = (counts[block.level] ?? 0) + 1
    counts.fill(0, block.level + 1)
    counts[block.level] = value
    return { ...block, text: `${written[block.level](value)}${block.text.replace(typed, '') || block.text}` }
  })
}
