import { html } from 'lit'
import type { LabResult } from '@visitkit/sdk'
import { createSampleWorld, never, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { clickOn, deepQuery, waitFor, withProvider, type Story, type StoryMeta } from '../../test/story.ts'
import '../define/provider.ts'
import '../define/record.ts'

const meta: StoryMeta = { title: 'Patient/Record' }
export default meta

const shown = (handlers: TestHandlers = {}) =>
  withProvider(
    createSampleWorld().client('patient', handlers),
    html`<visit-record messages-url="#messages"></visit-record>`,
  )

const none = { patientId: 'patient-robin', items: [], nextCursor: null }
const nothingYet: TestHandlers = {
  listLabResults: () => none,
  listPrescriptions: () => none,
  listAllergies: () => ({ patientId: 'patient-robin', asked: false, items: [] }),
  listReportedMedications: () => ({ patientId: 'patient-robin', items: [] }),
  listConditions: () => none,
  listPatientNotes: () => none,
  listAttachments: () => none,
}

/** A visit that was recorded, in a record with little else. */
const recorded = (handlers: TestHandlers = {}) =>
  withProvider(
    createSampleWorld({ stage: 'ended' }).client('patient', { ...nothingYet, ...handlers }),
    html`<visit-record></visit-record>`,
  )

/** Every state of a value in one result. */
const everyState: TestHandlers = {
  listLabResults: async (input) => {
    const all = (await createSampleWorld().handlersFor('patient').listLabResults?.(input)) as { items: LabResult[] }
    const [first] = all.items
    if (!first) throw new Error('The sample world has no result')
    return {
      ...none,
      items: [
        {
          ...first,
          status: 'partial',
          extra: true,
          collectedAt: first.receivedAt,
          specimen: 'Serum',
          laboratoryAddress: '1 Sample Street, Exampleville, OH',
          note: 'One tube broke (sample).',
          observations: [
            {
              loinc: '1',
              name: 'Potassium',
              value: '6.4',
              unit: 'mmol/L',
              referenceRange: '3.5 - 5.1',
              flag: 'HH',
              status: 'corrected',
              replaced: { value: '4.6', unit: 'mmol/L', at: first.receivedAt },
              note: 'Measured twice.',
            },
            {
              loinc: '8',
              name: 'Glucose',
              value: '131',
              unit: 'mg/dL',
              referenceRange: '70 - 99',
              outsideRange: 'above',
              status: 'final',
            },
            {
              loinc: '9',
              name: 'Report of the laboratory',
              document: { id: 'document', kind: 'pdf', bytes: 48_000 },
              status: 'final',
            },
            {
              loinc: '2',
              name: 'HDL cholesterol',
              value: '38',
              unit: 'mg/dL',
              referenceRange: '> 40',
              flag: 'L',
              status: 'final',
            },
            {
              loinc: '3',
              name: 'Platelets',
              value: '210',
              unit: '10*3/uL',
              referenceRange: '150 - 400',
              flag: 'N',
              status: 'preliminary',
            },
            {
              ...{ loinc: '6', name: 'Glucose in urine', value: 'Positive', referenceRange: 'Negative' },
              ...{ outsideRange: 'differs', status: 'final' },
            },
            {
              ...{ loinc: '7', name: 'Color of urine', value: 'Amber', referenceRange: 'Yellow' },
              ...{ rangeNotCompared: true, status: 'final' },
            },
            { loinc: '4', name: 'Nitrite', value: 'Negative', referenceRange: 'Negative', flag: 'N', status: 'final' },
            { loinc: '5', name: 'Calcium', dataAbsentReason: 'specimen-unsatisfactory', status: 'final' },
          ],
        },
      ],
    }
  },
}

export const Everything: Story = { render: () => shown(), width: 720 }

export const MedicineFromElsewhere: Story = {
  width: 720,
  render: () => shown(),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '[aria-labelledby=reported-medicines] li .btn')
    await waitFor(() => deepQuery(canvasElement, '#reported-name'), 'the form')
  },
}

export const FileOfAMessage: Story = {
  width: 720,
  render: () => shown(),
  play: ({ canvasElement }) => clickOn(canvasElement, '[aria-labelledby=documents] li:has(a) .btn'),
}

export const OverTime: Story = {
  width: 720,
  render: () =>
    withProvider(
      createSampleWorld().client('patient'),
      html`<visit-record open-id="lab-result-bmp-summer"></visit-record>`,
    ),
  play: async ({ canvasElement }) => {
    const root = await waitFor(() => deepQuery(canvasElement, '.value details'), 'a value with a history')
    for (const details of (root.getRootNode() as ShadowRoot).querySelectorAll<HTMLDetailsElement>('.value details'))
      details.open = true
  },
}

export const EveryStateOfAValue: Story = { width: 720, render: () => shown(everyState) }

export const Empty: Story = { render: () => shown(nothingYet) }

export const Loading: Story = { render: () => shown({ listLabResults: never, listPatientNotes: never }) }

export const OnePartFailed: Story = { render: () => shown({ listLabResults: () => problem(503, 'overloaded') }) }

export const Recordings: Story = { width: 720, render: () => recorded() }

export const RecordingPlayed: Story = {
  width: 720,
  render: () => recorded(),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '[aria-labelledby=recordings] li .btn')
    const video = await waitFor(() => deepQuery<HTMLVideoElement>(canvasElement, '.recording'), 'the player')
    // A browser may refuse to begin by itself.
    await waitFor(() => Number.isFinite(video.duration) && video.readyState >= 2, 'the picture')
  },
}

export const RecordingNotPlayed: Story = {
  width: 720,
  render: () => recorded({ getRecordingContent: () => new Blob(['not a video']) }),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '[aria-labelledby=recordings] li .btn')
    await waitFor(() => deepQuery(canvasElement, '[aria-labelledby=recordings] li .note'), 'what to do')
  },
}

export const RecordingRefused: Story = {
  width: 720,
  render: () => recorded({ getRecordingContent: () => problem(503, 'overloaded') }),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '[aria-labelledby=recordings] li .btn')
    await waitFor(() => deepQuery(canvasElement, '[aria-labelledby=recordings] li [role=alert]'), 'the refusal')
  },
}
