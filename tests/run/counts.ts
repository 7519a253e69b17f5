/** How many tests of one part passed, failed or were skipped. */
export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly {
    readonly status: string
    readonly name?: string
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[]
  }[]
}

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number
    readonly unexpected: number
    readonly flaky: number
    readonly skipped: number
  }
}

/** A check without tests of its own (format, lint, types, architecture) counts as one. */
export function countCheck(exitCode: number): Counts {
  return exitCode === 0
    ? { passed: 1, failed: 0, skipped: 0 }
    : { passed: 0, failed: 1, skipped: 0 }
}

/**
 * A failure that no test shows still counts: a file that does not load, an error outside the
 * tests, a part in which nothing ran.
 */
function withHiddenFailure(counts: Counts, exitCode: number): Counts {
  const isHidden = counts.failed === 0 && (exitCode !== 0 || counts.passed === 0)
  return isHidden ? { ...counts, failed: 1 } : counts
}

/**
 * Counts of Vitest's JSON report; null stands for a report that was not written. A file that does
 * not load has no tests to fail and counts as one.
 */
export function countVitest(report: VitestReport | null, exitCode: number): Counts {
  const files = report?.testResults ?? []
  const unloaded = files.filter((file) => file.status === 'failed' && !file.assertionResults.length)
  const counts = {
    passed: report?.numPassedTests ?? 0,
    failed: (report?.numFailedTests ?? 0) + unloaded.length,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  }
  return withHiddenFailure(counts, report === null ? 1 : exitCode)
}

/** Full names of the failed tests of Vitest's report, and files that do not load. */
export function failedTests(report: VitestReport | null): string[] {
  return (report?.testResults ?? []).flatMap(({ name = '', status, assertionResults }) =>
    assertionResults.length === 0 && status === 'failed'
      ? [name]
      : assertionResults.filter((test) => test.status === 'failed').map((test) => test.fullName),
  )
}

/** Counts of Playwright's JSON report; a flaky test passed in the end. */
export function countPlaywright(report: PlaywrightReport | null, exitCode: number): Counts {
  const stats = report?.stats
  const counts = {
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: stats?.unexpected ?? 0,
    skipped: stats?.skipped ?? 0,
  }
  return withHiddenFailure(counts, report === null ? 1 : exitCode)
}

/** The sum over all parts. */
export function total(parts: readonly Counts[]): Counts {
  return parts.reduce(
    (sum, part) => ({
      passed: sum.passed + part.passed,
      failed: sum.failed + part.failed,
      skipped: sum.skipped + part.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  )
}

/** The last line of a run: `12 passed, 0 failed`, with the skipped ones when there are any. */
export function lastLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
