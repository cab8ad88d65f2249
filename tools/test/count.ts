// Counts a run from vitest's JSON report. A test that did not run proves nothing, so skipped ones count as failed;
// a file that could not be loaded counts as one failure, and so does a run that ended badly without saying where.

export interface Counts {
  readonly passed: number
  readonly failed: number
  /** How many of the failed were skipped or left to do. */
  readonly skipped: number
}

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[]
}

/** Reads the report of a run that ended with `exitCode`; `text` is null when no report was written. */
export function countRun(text: string | null, exitCode: number): Counts {
  if (text === null) return { passed: 0, failed: 1, skipped: 0 }
  const report = JSON.parse(text) as Report
  const skipped = report.numPendingTests + report.numTodoTests
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  const failed = report.numFailedTests + broken + skipped
  const silent = failed === 0 && (exitCode !== 0 || report.numPassedTests === 0)
  return { passed: report.numPassedTests, failed: failed + (silent ? 1 : 0), skipped }
}

/** The last line of every test command. */
export function lastLine({ passed, failed }: Counts): string {
  return `${passed} passed, ${failed} failed`
}
