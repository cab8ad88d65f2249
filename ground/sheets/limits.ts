// How much of a file is read before it is refused. Every step of reading holds one of these, so that no upload,
// however packed, can take more memory than the numbers here allow.

import type { Problem } from '#ground/kernel/problem.ts'

export interface ReadLimits {
  /** Bytes as they arrive. Default 64 MiB. */
  readonly maxBytes: number
  /** Bytes after unpacking. Default 256 MiB. */
  readonly maxExpandedBytes: number
  /** Rows below the header. Default 1,000,000. */
  readonly maxRows: number
  /** Columns. Default 200. */
  readonly maxColumns: number
}

export const defaultLimits: ReadLimits = {
  maxBytes: 64 * 1_048_576,
  maxExpandedBytes: 256 * 1_048_576,
  maxRows: 1_000_000,
  maxColumns: 200,
}

/** What a cell may hold; Excel's own limit. */
export const maxCellLength = 32_767

/** Characters of one CSV record, quoted line breaks included. */
export const maxRecordLength = 1_000_000

/** Cells of a workbook, which is read as a whole. */
export const maxWorkbookCells = 5_000_000

/**
 * Carries a refusal out of nested byte streams, where only throwing stops the pipe.
 * It never leaves this folder: reading ends in a Result.
 */
export class Halt extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.name)
    this.problem = problem
  }
}
