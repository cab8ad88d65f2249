// What a case of the bench is and what it measures: figures, each beside its limit in the same run, its aim and the verdict.

import type { Places } from './places.ts'

export interface Figure {
  readonly what: string
  readonly value: number
  readonly unit: string
  /** The same work with nothing of ours around it, measured in the same run on the same machine. */
  readonly limit?: { readonly what: string; readonly value: number }
  /** value ÷ limit; the median over rounds where a case has several. */
  readonly ratio?: number
  readonly aim?: { readonly text: string; readonly met: boolean }
  /** How it was measured, in a few words. */
  readonly note?: string
}

export interface Setting {
  readonly quick: boolean
  readonly places: Places
  /** Progress, on stderr. */
  say(line: string): void
}

export interface Case {
  readonly letter: string
  readonly title: string
  run(setting: Setting): Promise<readonly Figure[]>
}

/** An aim that a figure must not exceed. */
export function atMost(value: number, aim: number, unit: string): NonNullable<Figure['aim']> {
  return { text: `≤ ${aim} ${unit}`.trim(), met: value <= aim }
}

/** An aim that a figure must reach. */
export function atLeast(value: number, aim: number, unit = ''): NonNullable<Figure['aim']> {
  return { text: `≥ ${aim} ${unit}`.trim(), met: value >= aim }
}
