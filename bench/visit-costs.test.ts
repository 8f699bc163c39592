import { expect, test, vi } from 'vitest'
import type { LoadResult } from './load-test.ts'
import type { MeasuredLoad } from './measured-load.ts'
import { npiOf, organizationOfNpi } from './npi.ts'
import { Pauses } from './pauses.ts'
import { needsAnswer, predictedRows } from './predicted-rows.ts'
import { reconcile } from './reconcile.ts'
import { judgeVisitCosts } from './visit-cost-findings.ts'

const visit = {
  ...{ milliseconds: [], postedAfter: 1, organizationId: 'o', visitId: 'v', claimId: 'c' },
  auditRows: { getVisit: 1 },
}

/** Of 10 visits, on a machine of standard speed. `visitMs`: CPU of one. */
const load = (startsPerSecond: number, visitMs: number, changed: Partial<LoadResult> = {}): MeasuredLoad => ({
  startsPerSecond,
  calibration: { request: 13.5, hash: 0.3 },
  steal: 0,
  database: {
    ...{ statements: 5_000, commits: 500, writes: 150 },
    ...{ walBytes: 10 * 1_024 * 50, tableBytes: 10 * 1_024 * 25, indexBytes: 10 * 1_024 * 10 },
  },
  result: {
    visits: Array.from({ length: 10 }, () => visit),
    failures: [],
    differences: [],
    sorted: [10],
    seconds: 10,
    cpu: visitMs * 10_000,
    databaseCpu: visitMs * 4_000,
    generatorCpu: 20_000,
    partnersCpu: 40_000,
    work: null,
    auditRows: 10,
    ...changed,
  },
})

const judge = (loads: readonly MeasuredLoad[]) => {
  const [statements = load(8, 50)] = loads
  return judgeVisitCosts({ loads, statements, idleMicroseconds: 0, organizations: 40 })
}

test('a cost of a visit is judged at 8.4 starts a second, and the rate where everything holds is the one sustained', () => {
  const [cpu, statements, storage, held, growth, others] = judge([
    load(2.1, 60),
    load(5, 50),
    load(8.4, 40),
    load(20, 30),
    load(42, 25, { sorted: [150] }),
  ])
  expect(cpu).toMatchObject({ verdict: 'met', measured: expect.stringContaining('40.0 standard ms (40.0 ms)') })
  expect(statements).toMatchObject({ verdict: 'missed', measured: expect.stringContaining('500 statements; 15 trans') })
  expect(storage).toMatchObject({ verdict: 'met, stretch too', measured: '35 KB (tables 25, indexes 10); WAL 50 KB' })
  expect(held).toMatchObject({ verdict: 'met', measured: expect.stringContaining('20 starts/s (24,000 concurrent)') })
  expect(growth).toMatchObject({ verdict: 'met, stretch too', measured: expect.stringContaining('0.60x at 20/s') })
  expect(others).toMatchObject({ verdict: 'missed', measured: expect.stringContaining('generator 2.0 standard ms') })
})

test('a rate with an error or a difference is not sustained, and a cheap visit that went wrong meets no gate', () => {
  const wrong = load(8.4, 10, { differences: ['posted claims: 9, visits 10'] })
  const [cpu, , , held, growth] = judge([load(2.1, 60), wrong])
  expect(cpu?.verdict).toBe('missed')
  expect(held).toMatchObject({ verdict: 'missed', measured: expect.stringContaining('2.1 starts/s') })
  expect(growth).toMatchObject({ verdict: 'missed', measured: 'no rate and its quarter were both sustained' })
})

test('the cost of a slow machine is scaled before it is judged', () => {
  const slow = { ...load(8.4, 80), calibration: { request: 27, hash: 0.6 } }
  expect(judge([slow])[0]).toMatchObject({
    verdict: 'met',
    measured: expect.stringContaining('40.0 standard ms (80.0 ms)'),
  })
})

test('rows of the audit are predicted from the response only where their number depends on it', () => {
  expect(needsAnswer('getVisit')).toBe(false)
  expect(predictedRows('getVisit', undefined)).toBe(1)
  expect(predictedRows('searchLabTests', undefined)).toBe(0)
  expect(needsAnswer('getQueue')).toBe(true)
  expect(
    predictedRows('getQueue', { items: [{ patientId: 'a' }, { patientId: 'b' }], expected: [{ patientId: 'a' }] }),
  ).toBe(2)
  expect(predictedRows('getQueue', { items: [], expected: [] })).toBe(1)
  expect(predictedRows('searchSlots', { items: [] })).toBe(0)
  expect(predictedRows('searchSlots', { patientId: 'a', items: [] })).toBe(1)
})

test('a missing audit row, an unposted claim and a parked event are each a difference', () => {
  const disclosures = {
    ...{ 'prescriptions.transmit-script': 1, 'labs.transmit-order': 1, 'billing.transmit-claim-file': 1 },
  }
  const exact = { posted: 1, unbalanced: 0, parkedEvents: 0 }
  expect(reconcile([visit], {}, { ...disclosures, getVisit: 1 }, exact)).toEqual({ differences: [], auditRows: 4 })
  const wrong = reconcile([visit], {}, disclosures, { posted: 0, unbalanced: 1, parkedEvents: 1 })
  expect(wrong.differences).toHaveLength(4)
})

test("a practitioner's number names the organization, and its check digit is right", () => {
  expect(organizationOfNpi(npiOf(0, 7))).toBe(0)
  expect(organizationOfNpi(npiOf(39, 99_998))).toBe(39)
  // 45 CFR 162.406: the example of the standard.
  expect(npiOf(234, 56_789)).toBe('1234567893')
})

test('pauses that end together share a timer, and none ends early', () => {
  vi.useFakeTimers()
  try {
    const pauses = new Pauses()
    const began = performance.now()
    const ended: number[] = []
    for (const milliseconds of [100, 101, 104, 900])
      pauses.after(milliseconds, () => ended.push(performance.now() - began))
    expect(vi.getTimerCount()).toBeLessThan(4)
    vi.runAllTimers()
    expect(ended).toHaveLength(4)
    for (const [index, least] of [100, 101, 104, 900].entries()) {
      expect(ended[index]).toBeGreaterThanOrEqual(least)
      expect(ended[index]).toBeLessThan(least + 6)
    }
  } finally {
    vi.useRealTimers()
  }
})
