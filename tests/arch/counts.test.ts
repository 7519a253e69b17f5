import { describe, expect, it } from 'vitest'

import {
  countCheck,
  countPlaywright,
  countVitest,
  failedTests,
  lastLine,
  total,
} from '../run/counts.ts'
import { PARTS, partsOf } from '../run/parts.ts'

const vitestReport = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults: [
    {
      status: 'passed',
      assertionResults: [{ fullName: 'adds up', status: 'passed' }],
    },
  ],
}
const playwrightReport = { stats: { expected: 2, unexpected: 1, flaky: 1, skipped: 1 } }

describe('the test command', () => {
  it('counts a check as one', () => {
    expect(countCheck(0)).toEqual({ passed: 1, failed: 0, skipped: 0 })
    expect(countCheck(2)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })

  it('counts tests one by one', () => {
    expect(countVitest(vitestReport, 0)).toEqual({ passed: 3, failed: 0, skipped: 2 })
    expect(countPlaywright(playwrightReport, 1)).toEqual({ passed: 3, failed: 1, skipped: 1 })
  })

  it('counts every file that did not load', () => {
    const unloaded = { status: 'failed', assertionResults: [] }
    const report = { ...vitestReport, testResults: [unloaded, unloaded] }
    expect(countVitest(report, 1).failed).toBe(2)
  })

  it('fails after an error outside the tests', () => {
    expect(countVitest(vitestReport, 1).failed).toBe(1)
  })

  it('fails when nothing ran or nothing was reported', () => {
    expect(countVitest({ ...vitestReport, numPassedTests: 0 }, 0).failed).toBe(1)
    expect(countVitest(null, 0).failed).toBe(1)
    expect(countPlaywright(null, 0).failed).toBe(1)
  })

  it('names the tests that failed and the files that did not load', () => {
    const failed = { fullName: 'adds up', status: 'failed' }
    const passed = { fullName: 'takes away', status: 'passed' }
    const testResults = [
      { status: 'failed', name: 'sums.test.ts', assertionResults: [failed, passed] },
      { status: 'failed', name: 'broken.test.ts', assertionResults: [] },
    ]
    expect(failedTests({ ...vitestReport, testResults })).toEqual(['adds up', 'broken.test.ts'])
    expect(failedTests(null)).toEqual([])
  })

  it('ends with one line of sums', () => {
    const sum = total([countCheck(0), countVitest(vitestReport, 0)])
    expect(lastLine(sum)).toBe('4 passed, 0 failed, 2 skipped')
    expect(lastLine({ ...sum, skipped: 0 })).toBe('4 passed, 0 failed')
  })

  it('runs everything, or the parts that are named, in order', () => {
    expect(partsOf([])).toEqual(PARTS)
    expect(partsOf(['--only', 'e2e,unit']).map(({ name }) => name)).toEqual(['unit', 'e2e'])
    expect(() => partsOf(['--only', 'unti'])).toThrow('No part unti')
  })
})
