import { html } from 'lit'
import { createSampleWorld, never, problem, type TestHandlers } from '@visitkit/sdk/testing'
import '../define/chart.ts'
import '../define/provider.ts'
import { clickOn, deepQuery, inProvider, waitFor, type Story, type StoryMeta } from '../../test/story.ts'

const meta: StoryMeta = { title: 'Clinician/Chart' }
export default meta

const chart = (more: TestHandlers = {}) => {
  const world = createSampleWorld({ stage: 'in-visit' })
  return inProvider(
    world.client('practitioner', more),
    html`<visit-chart patient-id=${world.ids.patientId}></visit-chart>`,
  )
}
const nothingYet: TestHandlers = {
  listAllergies: ({ path }) => ({ patientId: path.patientId, asked: false, items: [] }),
  listConditions: ({ path }) => ({ patientId: path.patientId, items: [], nextCursor: null }),
  listPrescriptions: ({ path }) => ({ patientId: path.patientId, items: [], nextCursor: null }),
  listLabResults: ({ path }) => ({ patientId: path.patientId, items: [], nextCursor: null }),
  listPatientNotes: ({ path }) => ({ patientId: path.patientId, items: [], nextCursor: null }),
  listPatientVitals: ({ path }) => ({ patientId: path.patientId, items: [] }),
  listOutcomes: ({ path }) => ({ patientId: path.patientId, items: [], nextCursor: null }),
}

export const Filled: Story = { width: 960, render: () => chart() }
export const BesideTheVideo: Story = { width: 380, render: () => chart() }
export const Brief: Story = {
  width: 960,
  render: () => {
    const world = createSampleWorld({ stage: 'in-visit' })
    return inProvider(
      world.client('practitioner'),
      html`<visit-chart brief patient-id=${world.ids.patientId}></visit-chart>`,
    )
  },
}
export const NothingYet: Story = { width: 960, render: () => chart(nothingYet) }
export const NoneKnown: Story = {
  width: 380,
  render: () => chart({ listAllergies: ({ path }) => ({ patientId: path.patientId, asked: true, items: [] }) }),
}
export const Loading: Story = {
  width: 960,
  render: () => chart({ listAllergies: never, listPatientNotes: never, listLabResults: never }),
}
export const OnePartRefused: Story = {
  width: 960,
  render: () => chart({ listLabResults: () => problem(403, 'forbidden') }),
}
export const AddingAllergy: Story = {
  width: 380,
  render: () => chart(),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '.part .btn')
    await waitFor(() => deepQuery(canvasElement, '#substance'), 'the form')
    await clickOn(canvasElement, '.ask .primary')
  },
}
export const ReadingNote: Story = {
  width: 960,
  render: () => chart(),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '#notes, [aria-labelledby=notes] .btn')
    await clickOn(canvasElement, '[aria-labelledby=notes] .btn')
    await waitFor(() => deepQuery(canvasElement, '.ask .text'), 'the note')
  },
}
