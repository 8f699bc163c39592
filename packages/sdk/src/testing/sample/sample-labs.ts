import type { LabObservation, LabOrder, LabResult, UnmatchedResult } from '../../generated/models.ts'
import { problem } from '../test-problem.ts'
import type { SampleDomain } from './sample-domain.ts'
import { sampleBasicPanel, sampleLabTests, sampleLipidPanel } from './sample-lab-tests.ts'
import { sampleClinician, samplePatient, samplePatientSummary } from './sample-people.ts'
import { find, instant, minute, page } from './sample-state.ts'

const reviewer = { memberId: 'member-jo', displayName: 'Dr. Jo Sample' }

const measured = (
  loinc: string,
  name: string,
  value: string,
  unit: string,
  referenceRange: string,
  more: Partial<LabObservation> = {},
): LabObservation => ({ loinc, name, value, unit, referenceRange, flag: 'N', status: 'final', ...more })

/** Orders, results, a critical value with its deadline, and a result that matches no patient. */
export const labsSample: SampleDomain = ({ live, now, newId }) => {
  const patientId = samplePatient.id
  const ago = (minutes: number) => instant(now() - minutes * minute)

  const order = (id: string, tests: readonly (typeof sampleLabTests)[number][], more: Partial<LabOrder>): LabOrder => ({
    id,
    patientId,
    practitioner: sampleClinician,
    status: 'final',
    tests: tests.map(({ code, loinc, name }) => ({ code, loinc, name, answers: [], status: 'final' })),
    diagnosisCodes: ['I10'],
    priority: 'routine',
    resultIds: [],
    placedAt: ago(2 * 1440),
    version: 1,
    ...more,
  })
  const result = (
    id: string,
    orderId: string,
    test: (typeof sampleLabTests)[number],
    more: Partial<LabResult>,
  ): LabResult => ({
    id,
    orderId,
    patientId,
    patient: samplePatientSummary,
    practitionerId: sampleClinician.id,
    test: { code: test.code, loinc: test.loinc, name: test.name },
    status: 'final',
    extra: false,
    fillerNumber: 'SL-5120',
    laboratory: 'Specimen Laboratory',
    observations: [],
    abnormal: false,
    correctedAfterReview: false,
    receivedAt: ago(30),
    version: 1,
    ...more,
  })

  /** The basic panel of some months ago, so that a value has a history. */
  const earlierPanel = (
    id: string,
    days: number,
    [glucose, sodium, potassium, creatinine]: readonly string[],
  ): LabResult =>
    result(id, `order-of-${id}`, sampleBasicPanel, {
      receivedAt: ago(days * 1440),
      reviewedAt: ago((days - 1) * 1440),
      reviewedBy: reviewer,
      releasedAt: ago((days - 1) * 1440),
      observations: [
        measured('2345-7', 'Glucose', glucose ?? '', 'mg/dL', '70 - 99'),
        measured('2951-2', 'Sodium', sodium ?? '', 'mmol/L', '135 - 145'),
        measured('2823-3', 'Potassium', potassium ?? '', 'mmol/L', '3.5 - 5.1'),
        measured('2160-0', 'Creatinine', creatinine ?? '', 'mg/dL', '0.6 - 1.2'),
      ],
    })

  const orders: LabOrder[] = [
    order('lab-order-lipid', [sampleLipidPanel], { placedAt: ago(30 * 1440), resultIds: ['lab-result-lipid'] }),
    order('lab-order-bmp', [sampleBasicPanel], { resultIds: ['lab-result-bmp'] }),
  ]
  const results: LabResult[] = [
    earlierPanel('lab-result-bmp-spring', 190, ['92', '140', '4.4', '1.0']),
    earlierPanel('lab-result-bmp-summer', 96, ['95', '139', '4.9', '1.2']),
    result('lab-result-lipid', 'lab-order-lipid', sampleLipidPanel, {
      status: 'corrected',
      abnormal: true,
      receivedAt: ago(28 * 1440),
      reviewedAt: ago(27 * 1440),
      reviewedBy: reviewer,
      releasedAt: ago(27 * 1440),
      comment: 'A little high. Let us talk about it at the next visit.',
      observations: [
        measured('2093-3', 'Cholesterol, total', '214', 'mg/dL', '< 200', { flag: 'H' }),
        measured('2089-1', 'Cholesterol, LDL', '131', 'mg/dL', '< 100', {
          flag: 'H',
          status: 'corrected',
          replaced: { value: '113', unit: 'mg/dL', at: ago(28 * 1440) },
        }),
        measured('2085-9', 'Cholesterol, HDL', '52', 'mg/dL', '> 40'),
      ],
    }),
    result('lab-result-bmp', 'lab-order-bmp', sampleBasicPanel, {
      abnormal: true,
      critical: {
        raisedAt: ago(25),
        dueAt: instant(now() + 35 * minute),
        notified: [{ role: 'practitioner', at: ago(25) }],
      },
      observations: [
        measured('2345-7', 'Glucose', '98', 'mg/dL', '70 - 99'),
        measured('2951-2', 'Sodium', '138', 'mmol/L', '135 - 145'),
        measured('2823-3', 'Potassium', '6.4', 'mmol/L', '3.5 - 5.1', {
          flag: 'HH',
          note: 'Not hemolysed. Measured twice.',
        }),
        measured('2160-0', 'Creatinine', '1.4', 'mg/dL', '0.6 - 1.2', { flag: 'H' }),
        { loinc: '17861-6', name: 'Calcium', dataAbsentReason: 'specimen-unsatisfactory', status: 'final' },
      ],
    }),
  ]
  const unmatched: UnmatchedResult[] = [
    {
      id: 'unmatched-1',
      receivedAt: ago(90),
      reason: 'identity-differs',
      patientId,
      person: { name: 'EXAMPLE, ROBYN', birthDate: '1948-02-29', sex: 'F' },
      placerNumber: 'lab-order-bmp',
      fillerNumber: 'SL-7781',
      testName: 'Hemoglobin A1c',
      status: 'open',
    },
  ]

  const changed = (type: 'lab-order.changed' | 'lab-result.changed') => live.emit({ type, ids: { patientId } })
  const updateResult = (one: LabResult, more: Partial<LabResult>): LabResult => {
    Object.assign(one, more, { version: one.version + 1 })
    changed('lab-result.changed')
    return one
  }
  const open = (id: string): UnmatchedResult => {
    const one = find(unmatched, id)
    if (one.status !== 'open') throw problem(409, 'already_matched')
    return one
  }

  return (person) => ({
    searchLabTests: ({ query: { search = '', limit = 50 } }) => ({
      items: sampleLabTests
        .filter(({ code, name }) =>
          `${code} ${name.map(({ text }) => text).join(' ')}`.toLowerCase().includes(search.toLowerCase()),
        )
        .slice(0, limit),
    }),
    getLabDocument: () => new Blob(['%PDF-1.4\n%%EOF\n']),
    placeLabOrder: ({ path, body: { tests, selfPay = false, laboratoryId: _one, ...body } }) => {
      const asked = tests.map(({ code, answers }) => {
        const test = sampleLabTests.find((one) => one.code === code)
        if (!test) throw problem(422, 'unknown_test')
        const missing = test.questions.find(
          ({ code: question, required }) => required && !answers.some((one) => one.code === question && one.value),
        )
        if (missing) throw problem(422, 'answer_missing')
        return { code, loinc: test.loinc, name: test.name, answers, status: 'ordered' as const }
      })
      const placed = {
        ...order(newId('lab-order'), [], {}),
        ...body,
        patientId: path.patientId,
        status: 'sending' as const,
        tests: asked,
        payers: selfPay ? [] : ['Sample Health Plan'],
        placedAt: instant(now()),
      }
      orders.push(placed)
      changed('lab-order.changed')
      return placed
    },
    listLabOrders: ({ path, query: { visitId, ...paging } }) => ({
      patientId: path.patientId,
      ...page(orders.filter((one) => !visitId || one.visitId === visitId).toReversed(), paging),
    }),
    getLabOrder: ({ path }) => find(orders, path.orderId),
    cancelLabOrder: ({ path }) => {
      const one = find(orders, path.orderId)
      if (!['sending', 'accepted'].includes(one.status)) return problem(409, 'not_cancellable')
      Object.assign(one, { status: 'cancel-requested', version: one.version + 1 })
      changed('lab-order.changed')
      return one
    },
    listLabResults: ({ path, query }) => ({
      patientId: path.patientId,
      ...page(results.filter(({ releasedAt }) => person === 'practitioner' || releasedAt).toReversed(), query),
    }),
    getLabResult: ({ path }) => find(results, path.resultId),
    listWaitingLabResults: ({ query: { critical, ...paging } }) =>
      page(
        results
          .filter((one) => !one.reviewedAt && (critical === undefined || Boolean(one.critical) === critical))
          .sort(
            (a, b) =>
              Number(Boolean(b.critical)) - Number(Boolean(a.critical)) || (a.receivedAt < b.receivedAt ? -1 : 1),
          ),
        paging,
      ),
    acknowledgeCriticalValue: ({ path, body }) => {
      const one = find(results, path.resultId)
      if (!one.critical) return problem(409, 'not_critical')
      if (one.version !== body.version) return problem(409, 'version_conflict')
      return updateResult(one, {
        critical: { ...one.critical, acknowledgedAt: instant(now()), acknowledgedBy: reviewer },
      })
    },
    reviewLabResult: ({ path, body }) => {
      const one = find(results, path.resultId)
      if (one.version !== body.version) return problem(409, 'version_conflict')
      return updateResult(one, {
        reviewedAt: instant(now()),
        reviewedBy: reviewer,
        correctedAfterReview: false,
        ...(body.comment && { comment: body.comment }),
        ...(body.release && { releasedAt: instant(now()) }),
      })
    },
    listUnmatchedResults: ({ query }) =>
      page(
        unmatched.filter(({ status }) => status === 'open'),
        query,
      ),
    listUnmatchedMessages: ({ path }) => {
      const { id, receivedAt, fillerNumber, testName, person } = open(path.unmatchedId)
      const [family = '', given = ''] = person.name.split(' ').toReversed()
      const text = [
        `MSH|^~\\&|LAB|SAMPLE-LAB|VISITKIT|SAMPLE|${receivedAt.replaceAll(/\D/g, '').slice(0, 14)}||ORU^R01|${fillerNumber}|T|2.5.1`,
        `PID|1||||${family}^${given}`,
        `OBR|1||${fillerNumber}|^${testName}`,
      ].join('\n')
      return { id, items: [{ receivedAt, controlId: fillerNumber, text, parser: 'sample/1' }] }
    },
    matchResult: ({ path, body }) => {
      const one = open(path.unmatchedId)
      const { tests } = find(orders, body.orderId)
      const test = sampleLabTests.find(({ code }) => code === tests[0]?.code) ?? sampleBasicPanel
      one.status = 'matched'
      const matched = result(newId('lab-result'), body.orderId, test, { fillerNumber: one.fillerNumber })
      results.push(matched)
      changed('lab-result.changed')
      return matched
    },
    applyResponse: ({ path, body }) => {
      const one = open(path.unmatchedId)
      if (!one.response || one.response.status === 'unknown') throw problem(409, 'response_not_applicable')
      const order = find(orders, body.orderId)
      one.status = 'matched'
      changed('lab-order.changed')
      return order
    },
    returnResult: ({ path }) => {
      const one = open(path.unmatchedId)
      one.status = 'returned'
      changed('lab-result.changed')
      return { id: one.id, status: 'returned' }
    },
  })
}
