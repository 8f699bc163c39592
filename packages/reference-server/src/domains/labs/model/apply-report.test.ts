import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyReport } from './apply-report.ts'
import type { LabOrder } from './lab-order.ts'
import type { LabResult, ReceivedObservation, ReceivedReport } from './lab-result.ts'

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
    tests: [
      { code: 'K', loinc: '2823-3', name: [{ language: 'en', text: 'Potassium' }], answers: [], state: 'ordered' },
    ],
    diagnosisCodes: ['I10'],
    note: null,
    refusal: null,
  },
  version: 1,
  resultsStored: 0,
}
const policy = {
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
  source: '',
  critical: { acknowledgeWithinMinutes: 30, steps: [{ afterMinutes: 0, role: 'ordering-practitioner' }] },
  undeliveredAfterHours: 24,
  retentionDays: { messageMarks: 400, decidedReports: 90 },
} as const

type Letter = 'P' | 'F' | 'C' | 'X'
const ofObservation = { P: 'preliminary', F: 'final', C: 'corrected', X: 'cancelled' } as const
const ofReport = { P: 'partial', F: 'final', C: 'corrected', X: 'final' } as const

const measured = (
  letter: Letter,
  value: string,
  loinc = '2823-3',
  flag: ReceivedObservation['flag'] = null,
): ReceivedObservation => ({
  key: `${loinc}/`,
  block: `${loinc}/`,
  loinc,
  name: loinc,
  value: letter === 'X' ? null : value,
  dataAbsentReason: letter === 'X' ? 'not-performed' : null,
  unit: 'mmol/L',
  referenceRange: null,
  flag,
  status: ofObservation[letter],
  observedAt: null,
  // Each has its own reason, so that no two reports are equal.
  note: letter === 'X' ? `Reason ${value}` : null,
})
const reported = (letter: Letter, minute: number, observations: readonly ReceivedObservation[]): ReceivedReport => ({
  person: { given: 'Pat', family: 'Sample', birthDate: '1984-06-15', sex: 'F' },
  placerNumber: '7K3M9Q2X4TBN-1',
  fillerNumber: 'F-1',
  test: { code: 'K', loinc: '2823-3', name: 'Potassium' },
  parent: '',
  status: ofReport[letter],
  reportedAt: new Date(minute * 60_000).toISOString(),
  laboratory: 'Example',
  observations,
})
const after = (reports: readonly ReceivedReport[], start: LabResult | null = null): LabResult => {
  let before = start
  for (const [index, report] of reports.entries()) {
    const now = new Date(index * 1_000)
    const applied = applyReport({
      before,
      report,
      order,
      position: 1,
      source: 'LAB',
      id: 'result',
      matchedPerson: null,
      policy,
      now,
    })
    if (applied.kind !== 'nothing') before = applied.result
  }
  if (before === null) throw new Error('no report')
  return before
}
const K = (letter: Letter, minute: number, value: string) => reported(letter, minute, [measured(letter, value)])
const valueOf = (result: LabResult) => result.content.observations[0]?.value

describe('messages in any order and any number of times', () => {
  // Each report is later than the one before, as the laboratory made them.
  const history = fc
    .array(fc.constantFrom<Letter>('P', 'F', 'C', 'X'), { minLength: 1, maxLength: 5 })
    .map((letters) => letters.map((letter, minute) => K(letter, minute + 1, `4.${minute}`)))
  const shuffled = history.chain((reports) =>
    fc.record({
      reports: fc.constant(reports),
      arrivals: fc.array(fc.nat({ max: reports.length - 1 }), { maxLength: 6 }).chain((repeats) =>
        fc.shuffledSubarray([...reports, ...repeats.flatMap((index) => reports[index] ?? [])], {
          minLength: reports.length + repeats.length,
        }),
      ),
    }),
  )

  test('lead to the value that was reported last, and to no preliminary value once there is a later status', () => {
    fc.assert(
      fc.property(shuffled, ({ reports, arrivals }) => {
        const last = reports.findLast(({ status }) => status !== 'partial') ?? reports.at(-1)
        expect(valueOf(after(arrivals))).toBe(last?.observations[0]?.value)
      }),
      { numRuns: 1_000 },
    )
  })

  test('a repeat of an old final value does not undo its correction', () => {
    const corrected = after([K('F', 1, '4.4'), K('C', 2, '6.9'), K('F', 3, '4.4')])
    expect(corrected.content.observations).toMatchObject([{ value: '6.9', replaced: { value: '4.4' } }])
    expect(after([K('F', 4, '6.9')], corrected).version).toBe(corrected.version)
    expect(after([K('F', 5, '7.0')], corrected).content.observations).toMatchObject([
      { value: '7.0', status: 'corrected', replaced: { value: '6.9' } },
    ])
  })

  test('a repeated report changes nothing', () => {
    fc.assert(
      fc.property(history, (reports) => {
        const result = after(reports)
        const last = reports.at(-1)
        if (last !== undefined) expect(after([last, ...reports], result)).toBe(result)
      }),
    )
  })
})

test('of a withdrawal and a correction, the later one applies', () => {
  expect(valueOf(after([K('C', 1, '4.4'), K('X', 2, '')]))).toBeNull()
  expect(valueOf(after([K('X', 2, ''), K('C', 1, '4.4')]))).toBeNull()
  expect(valueOf(after([K('X', 1, ''), K('C', 2, '4.4')]))).toBe('4.4')
  expect(valueOf(after([K('F', 2, '4.4'), K('X', 1, '')]))).toBe('4.4')
})

test('a withdrawn value shows what it was', () => {
  const { content } = after([K('F', 1, '6.9'), K('X', 2, '')])
  expect(content.observations).toMatchObject([
    { value: null, status: 'cancelled', replaced: { value: '6.9', unit: 'mmol/L' } },
  ])
  expect(content.status).toBe('corrected')
})

test('values that a later report omits are kept', () => {
  const sodium = measured('F', '140', '2951-2')
  const { content } = after([
    reported('F', 1, [measured('F', '4.4'), sodium]),
    reported('C', 2, [measured('C', '4.6')]),
  ])
  expect(content.observations.map(({ value }) => value)).toEqual(['4.6', '140'])
})

describe('a text of several lines without numbers', () => {
  const text = (letter: Letter, minute: number, ...lines: readonly string[]) =>
    reported(
      letter,
      minute,
      lines.map((value, index) => ({
        ...measured(letter, value, '22637-3'),
        key: index === 0 ? '22637-3/' : `22637-3//${index + 1}`,
      })),
    )
  const [first, correction] = [
    text('F', 1, 'Carcinoma, grade 3.', 'Margins positive.', 'Nodes positive.'),
    text('C', 2, 'Wrong specimen. Benign.'),
  ]

  test('is corrected as a whole: lines that the correction omits are withdrawn', () => {
    const { content } = after([first, correction])
    expect(content.observations).toMatchObject([
      { value: 'Wrong specimen. Benign.', status: 'corrected', replaced: { value: 'Carcinoma, grade 3.' } },
      { value: null, status: 'cancelled', replaced: { value: 'Margins positive.' } },
      { value: null, status: 'cancelled', replaced: { value: 'Nodes positive.' } },
    ])
  })

  test('stays corrected when the first report arrives after its correction', () => {
    expect(after([correction, first]).content.observations.map(({ value }) => value)).toEqual([
      'Wrong specimen. Benign.',
    ])
  })
})

describe('a report of another test under the same number', () => {
  const part = (letter: Letter, minute: number) => ({
    ...reported(letter, minute, [measured(letter, 'R', '18864-9')]),
    test: { code: 'SUSC', loinc: '', name: 'Susceptibility' },
  })

  test('neither completes nor withdraws the result that it is a part of', () => {
    expect(after([K('P', 1, '4.4'), part('F', 2)]).content.status).toBe('partial')
    expect(after([K('F', 1, '4.4'), { ...part('X', 2), status: 'cancelled' }]).content.status).toBe('final')
  })
})

test('a corrected unit is a correction', () => {
  const inGrams = { ...measured('F', '4.4'), unit: 'g/L' }
  const { content } = after([K('F', 1, '4.4'), reported('F', 2, [inGrams])])
  expect(content).toMatchObject({ status: 'corrected', observations: [{ unit: 'g/L', replaced: { unit: 'mmol/L' } }] })
})

test('a test that the laboratory adds keeps the name that the laboratory gives it', () => {
  const reflex = { ...K('F', 1, '1'), test: { code: 'MG', loinc: '2601-3', name: 'Magnesium' } }
  expect(after([reflex]).content.test).toEqual({
    code: 'MG',
    loinc: '2601-3',
    name: [{ language: 'en', text: 'Magnesium' }],
  })
})

test('a critical value in a partial report starts the clock, and the same value in the final report does not restart it', () => {
  const critical = (letter: Letter, minute: number) =>
    reported(letter, minute, [measured(letter, '7.1', '2823-3', 'HH')])
  const first = after([critical('P', 1)])
  expect(first.clock).toMatchObject({
    raisedAt: new Date(0),
    dueAt: new Date(30 * 60_000),
    notified: [{ role: 'ordering-practitioner' }],
  })
  expect(after([critical('F', 2)], first).clock).toBe(first.clock)
})
