import { describe, expect, test } from 'vitest'
import { applyReports, type LoadedReport } from '../inbound/apply-reports.ts'
import { loadLabsPolicy } from '../index.ts'
import type { LabOrder } from '../model/lab-order.ts'
import type { ReceivedReport } from '../model/lab-result.ts'
import { addReport, matchUnmatched, returnUnmatched, type Unmatched } from '../model/unmatched.ts'

const policy = await loadLabsPolicy()
const now = new Date('2026-11-25T15:00:00Z')
let ids = 0
const newId = () => `id-${(ids += 1)}`
const applying = { source: 'LAB', unmatched: [], policy, newId, now }

const order: LabOrder = {
  id: 'order',
  groupNumber: '7K3M9Q2X4TBN',
  patientId: 'patient',
  visitId: null,
  continuedVisitId: null,
  practitionerId: 'practitioner',
  status: 'accepted',
  priority: 'routine',
  placedAt: new Date(0),
  transmissionId: 'transmission',
  content: {
    tests: ['K', 'TSH'].map((code) => ({ code, loinc: code, name: [], answers: [], state: 'ordered' })),
    diagnosisCodes: [],
    note: null,
    refusal: null,
  },
  version: 3,
  resultsStored: 0,
}
const reportOf = (code: string, value: string, more: Partial<ReceivedReport> = {}): ReceivedReport => ({
  person: { given: 'Pat', family: 'Sample', birthDate: '1984-06-15', sex: 'F' },
  placerNumber: '',
  fillerNumber: 'F1',
  test: { code, loinc: code, name: code },
  parent: '',
  status: 'final',
  reportedAt: null,
  laboratory: 'Lab',
  observations: [
    {
      key: code,
      block: code,
      loinc: code,
      name: code,
      value,
      dataAbsentReason: null,
      unit: null,
      referenceRange: null,
      flag: null,
      status: 'final',
      observedAt: null,
      note: null,
    },
  ],
  ...more,
})
const matched = (report: ReceivedReport, position: number): LoadedReport => ({
  report,
  found: {
    kind: 'matched',
    order,
    reported: new Map(),
    earlier: [],
    place: { kind: 'at', position },
    matchedPerson: null,
  },
})

describe('the reports of one message, without a database', () => {
  test('are stored one after the other, in one write of each row', () => {
    const { writes, events } = applyReports(
      [matched(reportOf('K', '4.4'), 1), matched(reportOf('TSH', '2.1'), 2), matched(reportOf('K', '4.6'), 1)],
      applying,
    )
    expect(writes.map(({ statement }) => `${statement.kind} ${statement.table}`)).toEqual([
      'update labs.orders',
      'insert labs.results',
      'insert labs.results',
      'insert labs.result_versions',
      'insert labs.result_versions',
      'insert labs.result_versions',
    ])
    expect(events.map(({ type, data }) => [type, 'version' in data && data.version])).toEqual([
      ['labs.result-received', 1],
      ['labs.order-changed', 4],
      ['labs.result-received', 1],
      ['labs.order-changed', 5],
      ['labs.result-corrected', 2],
    ])
  })

  test('that are not matched become one unmatched result', () => {
    const unmatched = { kind: 'unmatched', reason: 'unknown-order', patientId: null } as const
    const { writes, events } = applyReports(
      ['4.4', '4.6'].map((value) => ({ report: reportOf('K', value), found: unmatched })),
      applying,
    )
    expect(writes).toHaveLength(1)
    expect(events.map(({ type }) => type)).toEqual(['labs.result-unmatched', 'labs.result-unmatched'])
  })

  test('that say nothing new write nothing', () => {
    const report = reportOf('K', '4.4')
    const first = addReport(null, {
      id: 'one',
      reason: 'unknown-order',
      patientId: null,
      source: 'LAB',
      report,
      policy,
      now,
    })
    const found = { kind: 'unmatched', reason: 'unknown-order', patientId: null } as const
    const known = first ? [first.unmatched] : []
    expect(applyReports([{ report, found }], { ...applying, unmatched: known })).toEqual({
      writes: [],
      events: [],
      kept: [{ part: 0, unmatchedId: 'one' }],
    })
  })
})

test('an unmatched result is decided once, and what was matched is removed from it', () => {
  const added = addReport(null, {
    id: 'one',
    reason: 'unknown-order',
    patientId: null,
    source: 'LAB',
    report: reportOf('K', '7.4'),
    policy,
    now,
  })
  const open = added?.unmatched as Unmatched
  const by = { by: 'member', at: now }
  const done = matchUnmatched(open, { ...by, resultId: 'result' })
  expect(done).toMatchObject({ status: 'matched', version: 2, report: { observations: [], person: { family: '' } } })
  expect(returnUnmatched(open, by)).toMatchObject({ status: 'returned', report: { observations: [{ value: '7.4' }] } })
  expect(() => returnUnmatched(done, by)).toThrow(expect.objectContaining({ code: 'already_matched' }))
})
