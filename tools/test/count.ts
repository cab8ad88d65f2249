// Counts a run from vitest's JSON report. A test that did not run proves nothing, so skipped ones count as failed;
// a file that could not be loaded counts as one failure, and so does a run that ended badly without saying where.

export interface Counts {
  readonly passed: number
  readonly failed: number
  /** How many of the failed were skipped or left to do. */
  readonly skipped: number
}

interface TestResult {
  readonly fullName: string
  readonly status: string
  readonly failureMessages?: readonly string[]
}

interface FileResult {
  readonly name: string
  readonly status: string
  readonly message?: string
  readonly assertionResults: readonly TestResult[]
}

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly FileResult[]
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

const linesKept = 12

/** What failed and why, shortly, so that the end of a long log says it once more. `root` is left out of the names. */
export function failuresIn(text: string | null, root: string): string[] {
  if (text === null) return ['FAILED: the run ended without a report']
  const why = (messages: readonly string[]): string =>
    messages
      .join('\n')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .slice(0, linesKept)
      .map((line) => `  ${line}`)
      .join('\n')
  return (JSON.parse(text) as Report).testResults.flatMap(({ name, status, message = '', assertionResults }) => {
    const file = name.startsWith(root) ? name.slice(root.length + 1) : name
    const tests = assertionResults.filter((one) => one.status === 'failed')
    if (tests.length === 0) return status === 'failed' ? [`FAILED: ${file}\n${why([message])}`] : []
    return tests.map(({ fullName, failureMessages = [] }) => `FAILED: ${file} > ${fullName}\n${why(failureMessages)}`)
  })
}

/** The last line of every test command. */
export function lastLine({ passed, failed }: Counts): string {
  return `${passed} passed, ${failed} failed`
}
