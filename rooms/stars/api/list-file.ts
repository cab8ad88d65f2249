// What the files of this room share.

import type { Text } from '#ground/kernel/problem.ts'

/** What a cell holds. */
export type Cell = string | number

/** A list in one file: more than this is asked for in parts, so that no file takes the server's memory. */
export const mostListed = 20_000

/** A name that is data, in the one language that it has or was asked in. */
export const plainName = (name: string): Text => ({ zh: name, en: name })

/** The townships of units. */
export const townshipsOf = (units: readonly string[]): string[] => units.map((unit) => unit.slice(0, 9))
