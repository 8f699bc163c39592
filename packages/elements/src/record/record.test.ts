import { html } from 'lit'
import { afterEach, describe, expect, test } from 'vitest'
import type { LabObservation, LabResult, Prescription } from '@visitkit/sdk'
import { createSampleWorld, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { focusedName, pressKeyOn } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { deepQuery, waitFor, withProvider } from '../../test/story.ts'
import { parseRange } from '../core/plot/parse-range.ts'
import { ticks } from '../core/plot/ticks.ts'
import '../define/provider.ts'
import '../define/record.ts'

afterEach(unmount)

const world = createSampleWorld()
const show = async (handlers: TestHandlers = {}, lang = 'en') => {
  const client = createSampleWorld().client('patient', handlers)
  await mount(withProvider(client, html`<visit-record></visit-record>`), lang)
  await settled()
  return client
}
const root = () => deepQuery(document.body, 'visit-record')?.shadowRoot
const sampleResults = async (): Promise<readonly LabResult[]> =>
  (await world.client('patient').labs.resultsOfPatient('patient-robin').page()).items

const withObservations = async (observations: LabObservation[], more: Partial<LabResult> = {}) => {
  const [first] = await sampleResults()
  if (!first) throw new Error('The sample world has no result')
  return show({
    listLabResults: () => ({
      patientId: 'patient-robin',
      items: [{ ...first, status: 'final', ...more, observations }],
      nextCursor: null,
    }),
  })
}

describe('a result', () => {
  test('shows the clinician’s words, the value with its unit in words, and the range', async () => {
    await show()
    const text = pageText()
    expect(text).toMatch(/Dr\. Jo Sample says A little high\. Let us talk about it at the next visit\./)
    expect(text).toContain('214 milligrams per deciliter')
    expect(text).toContain('Usual range: below 200')
    expect(text).toContain('Above the usual range')
    const bar = root()?.querySelector('svg.range')
    expect(bar?.getAttribute('aria-label')).toBe(
      'Cholesterol, total: 214 milligrams per deciliter. Usual range: below 200.',
    )
  })

  test('the same in Spanish', async () => {
    await show({}, 'es')
    await waitFor(() => pageText().includes('Rango habitual'), 'the result')
    expect(pageText()).toContain('214 miligramos por decilitro')
    expect(pageText()).toContain('Rango habitual: menos de 200')
    expect(pageText()).toContain('Por encima del rango habitual')
  })

  test('says when a value is outside its range and the laboratory did not mark it', async () => {
    await withObservations([
      {
        ...{ loinc: '1', name: 'Glucose', value: '131', unit: 'mg/dL', referenceRange: '70 - 99' },
        ...{ status: 'final', outsideRange: 'above' },
      },
    ])
    expect(pageText()).toContain('1 outside the usual range')
    expect(pageText()).toContain('Above the usual range. The lab did not mark it')
    expect(pageText()).not.toContain('In the usual range')
  })

  test('says when a value was not compared with its range, and calls neither it nor the result usual', async () => {
    const color = { loinc: '1', name: 'Color', value: 'Amber', referenceRange: 'Yellow', status: 'final' } as const
    await withObservations([{ ...color, rangeNotCompared: true }])
    expect(pageText()).toContain('1 not compared')
    expect(pageText()).toContain('Not compared with the usual range. Ask your clinician')
    expect(pageText()).not.toMatch(/In the usual range|All in the usual range/i)
    unmount()
    await withObservations([{ ...color, value: 'Positive', referenceRange: 'Negative', outsideRange: 'differs' }])
    expect(pageText()).toContain('1 outside the usual range')
    expect(pageText()).toContain('Not the usual finding. The lab did not mark it')
  })

  test('has what the laboratory wrote about a test that it did not measure, in the language of the page', async () => {
    await withObservations([], { note: 'The tube broke.\nTake another.' })
    expect(pageText()).toMatch(/The lab wrote\s+The tube broke\.\s+Take another\./)
    expect(pageText()).not.toMatch(/usual range/i)
  })

  test('has the file of the laboratory to download', async () => {
    const client = await withObservations([
      { loinc: '1', name: 'Report', status: 'final', document: { id: 'file', kind: 'pdf', bytes: 9 } },
    ])
    await pressKeyOn('Download: Report')
    const asked = () => client.calls.filter(({ operationId }) => operationId === 'getLabDocument')
    await waitFor(() => asked().length === 1, 'the file')
    expect(asked()).toMatchObject([{ path: { documentId: 'file' } }])
  })

  test('opens with the keyboard, and shows earlier values with a scale, a unit and a table', async () => {
    await show()
    expect(pageText()).not.toContain('Creatinine')
    await pressKeyOn(/^Open: Basic metabolic panel/)
    expect(focusedName()).toMatch(/^Close: Basic metabolic panel/)
    expect(root()?.querySelector('svg.line')).toBeNull()
    await pressKeyOn('Over time')
    const plot = await waitFor(() => root()?.querySelector('svg.line'), 'the plot')
    expect(plot.textContent).toContain('milligrams per deciliter')
    expect(plot.querySelectorAll('circle, .outside')).toHaveLength(2)
    const table = root()?.querySelector('details table')
    expect(table?.querySelectorAll('tbody tr')).toHaveLength(2)
    expect(table?.textContent).toContain('95 milligrams per deciliter')
  })

  test('a value in another unit is not part of the same line', async () => {
    const [first] = await sampleResults()
    if (!first) throw new Error('The sample world has no result')
    const glucose = { loinc: '2345-7', name: 'Glucose', status: 'final' } as const
    await show({
      listLabResults: () => ({
        patientId: 'patient-robin',
        items: [
          { ...first, id: 'new', observations: [{ ...glucose, value: '5.1', unit: 'mmol/L' }] },
          { ...first, id: 'old', observations: [{ ...glucose, value: '92', unit: 'mg/dL' }] },
        ],
        nextCursor: null,
      }),
    })
    expect(pageText()).toContain('5.1 millimoles per liter')
    expect(pageText()).not.toContain('Over time')
  })

  test('a value without a number or a unit is text, and an unknown unit is shown as it came', async () => {
    await withObservations([
      { loinc: '1', name: 'Nitrite', value: 'Negative', referenceRange: 'Negative', flag: 'N', status: 'final' },
      { loinc: '2', name: 'Odd', value: '3', unit: 'furlong/L', referenceRange: '1 - 5', flag: 'N', status: 'final' },
      { loinc: '3', name: 'Clotting', value: '1.1', unit: '{INR}', status: 'final' },
      { loinc: '4', name: 'Calcium', dataAbsentReason: 'specimen-unsatisfactory', status: 'final' },
    ])
    expect(pageText()).toContain('Usual range: Negative')
    expect(pageText()).toContain('3 furlong/L')
    expect(pageText()).toContain('1.1')
    expect(pageText()).not.toContain('{INR}')
    expect(pageText()).toContain('The sample could not be used')
    expect(root()?.querySelectorAll('svg.range')).toHaveLength(1)
  })

  test('a result that was shared just now appears without a reload', async () => {
    const world = createSampleWorld({ stage: 'in-visit' })
    await mount(withProvider(world.client('patient'), html`<visit-record></visit-record>`))
    await settled()
    const clinician = world.client('practitioner')
    const waiting = await clinician.labs.waiting().page()
    const one = waiting.items.find(({ id }) => id === 'lab-result-bmp')
    if (!one) throw new Error('No result waits')
    await clinician.labs.review(one.id, { version: one.version, release: true, comment: 'Please drink more water.' })
    await waitFor(() => pageText().includes('Please drink more water.'), 'the words of the clinician')
    expect(pageText()).toContain('6.4 millimoles per liter')
  })
})

describe('medicines', () => {
  const medicine = async (more: (one: Prescription) => Partial<Prescription>) => {
    const listed = await world.client('patient').prescriptions.ofPatient('patient-robin', { active: true }).page()
    const [one] = listed.items
    if (!one) throw new Error('The sample world has no medicine')
    await show({
      listPrescriptions: () => ({
        patientId: 'patient-robin',
        items: [{ ...one, ...more(one) }],
        nextCursor: null,
      }),
    })
  }

  test('the pharmacy is said to ask the clinician only when it can', async () => {
    await medicine(({ pharmacy }) => ({ refillsLeft: 0, pharmacy: pharmacy && { ...pharmacy, accepts: ['renewal'] } }))
    expect(pageText()).toContain('They can ask Dr. Jo Sample for you.')
    await medicine(({ pharmacy }) => ({ refillsLeft: 0, pharmacy: pharmacy && { ...pharmacy, accepts: ['new'] } }))
    expect(pageText()).not.toContain('They can ask')
    expect(pageText()).toContain('Need more? Call')
    await medicine(() => ({ refillsLeft: 2, pharmacy: null }))
    expect(pageText()).toContain('2 refills left')
    expect(pageText()).toContain('Need more? Ask the clinic.')
  })
})

test('an empty record says what fills it', async () => {
  const none = { patientId: 'patient-robin', items: [], nextCursor: null }
  await show({
    listLabResults: () => none,
    listPrescriptions: () => none,
    listAllergies: () => ({ patientId: 'patient-robin', asked: false, items: [] }),
    listConditions: () => none,
    listPatientNotes: () => none,
  })
  expect(pageText()).toContain('A result is shown here as soon as a clinician has looked at it and shared it.')
  expect(pageText()).toContain('Nobody has asked about allergies yet.')
  expect(pageText()).not.toContain('No known allergies')
})

test('a part that fails does not hide the others', async () => {
  await show({ listLabResults: () => problem(503, 'overloaded') })
  expect(pageText()).toContain('Penicillin')
  await waitFor(() => root()?.querySelector('[role=alert]'), 'the problem')
})

test('the end of the session leaves no text of the record', async () => {
  const client = await show()
  expect(pageText()).toContain('A little high')
  client.endSession()
  await waitFor(() => !pageText().includes('A little high') && !pageText().includes('Penicillin'), 'an empty page')
})

test.each([
  [1, 6.4, [0, 2, 4, 6, 8]],
  [135, 145, [135, 137.5, 140, 142.5, 145]],
  [0.6, 1.4, [0.6, 0.8, 1, 1.2, 1.4]],
  [5, 5, [4, 6]],
])('an axis from %s to %s has round numbers that cover it', (low, high, marks) => {
  expect(ticks(low, high)).toEqual(marks)
})

test('a range with other text has no bounds', () => {
  expect(parseRange('Negative')).toEqual({})
})
