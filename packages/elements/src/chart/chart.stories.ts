import { html } from 'lit'
import type { CallTrouble, ChartCondition, PatientBackground, Visit } from '@visitkit/sdk'
import { createSampleWorld, never, problem, type TestHandlers } from '@visitkit/sdk/testing'
import '../define/chart.ts'
import '../define/provider.ts'
import { refuseUntilCovered } from '../../test/refuse-until-covered.ts'
import { clickOn, deepQuery, withProvider, waitFor, type Story, type StoryMeta } from '../../test/story.ts'

const meta: StoryMeta = { title: 'Clinician/Chart' }
export default meta

const chart = (more: TestHandlers = {}) => {
  const world = createSampleWorld({ stage: 'in-visit' })
  return withProvider(
    world.client('practitioner', more),
    html`<visit-chart patient-id=${world.ids.patientId}></visit-chart>`,
  )
}
const nothingYet: TestHandlers = {
  listAllergies: ({ path }) => ({ patientId: path.patientId, asked: false, items: [] }),
  listReportedMedications: ({ path }) => ({ patientId: path.patientId, items: [] }),
  listConditions: ({ path }) => ({ patientId: path.patientId, items: [], nextCursor: null }),
  listPrescriptions: ({ path }) => ({ patientId: path.patientId, items: [], nextCursor: null }),
  listLabResults: ({ path }) => ({ patientId: path.patientId, items: [], nextCursor: null }),
  listPatientNotes: ({ path }) => ({ patientId: path.patientId, items: [], nextCursor: null }),
  listPatientVitals: ({ path }) => ({ patientId: path.patientId, items: [] }),
  listOutcomes: ({ path }) => ({ patientId: path.patientId, items: [], nextCursor: null }),
  listTasks: () => ({ items: [], nextCursor: null }),
  listReferrals: () => ({ items: [], nextCursor: null }),
  getCarePlan: ({ path }) => ({ patientId: path.patientId, goals: [], activities: [], version: 0 }),
}

const past = (patientId: string): ChartCondition[] => {
  const named = {
    patientId,
    firstNotedAt: '2024-03-04T15:00:00Z',
    lastNotedAt: '2025-06-11T14:00:00Z',
    lastNoteId: 'note-past',
  }
  const ended = { ...named, endedAt: '2025-08-20T09:30:00Z', version: 3 }
  return [
    { ...ended, id: 'bronchitis', code: 'J20.9', display: 'Acute bronchitis, unspecified', status: 'resolved' },
    {
      ...ended,
      id: 'diabetes',
      code: 'E11.9',
      display: 'Type 2 diabetes mellitus without complications',
      status: 'entered-in-error',
    },
  ]
}

export const Filled: Story = { width: 960, render: () => chart() }
const withOtherNames = (brief: boolean) => {
  const world = createSampleWorld({ stage: 'in-visit' })
  world.state.patient.otherNames = [
    { use: 'usual', given: 'Sky', family: 'Specimen' },
    { use: 'old', given: 'Robin', middle: ['Alex'], family: 'Sample' },
  ]
  return withProvider(
    world.client('practitioner'),
    html`<visit-chart ?brief=${brief} patient-id=${world.ids.patientId}></visit-chart>`,
  )
}
export const OtherNames: Story = { width: 380, render: () => withOtherNames(false) }
export const OtherNamesBrief: Story = { width: 960, render: () => withOtherNames(true) }
const withBackground = (width: number, background: Omit<PatientBackground, 'patientId'>): Story => ({
  width,
  render: () => chart({ getPatientBackground: ({ path }) => ({ ...background, patientId: path.patientId }) }),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '.who summary')
    await waitFor(() => deepQuery(canvasElement, '.facts'), 'the answers')
  },
})
export const Background: Story = withBackground(960, {
  races: ['2028-9', '2076-8'],
  ethnicity: '2186-5',
  birthSex: 'F',
  genderIdentity: '33791000087105',
  changedAt: '2026-10-05T14:00:00Z',
  version: 1,
})
export const BackgroundUnanswered: Story = withBackground(380, { changedAt: null, version: 0 })
export const Consents: Story = {
  width: 960,
  render: () => chart(),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '.who details + details summary')
    await clickOn(canvasElement, '.who details + details .btn')
    await waitFor(() => deepQuery(canvasElement, '.uses li'), 'the visits')
  },
}
export const InSidePanel: Story = { width: 380, render: () => chart() }
export const Brief: Story = {
  width: 960,
  render: () => {
    const world = createSampleWorld({ stage: 'in-visit' })
    return withProvider(
      world.client('practitioner'),
      html`<visit-chart brief patient-id=${world.ids.patientId}></visit-chart>`,
    )
  },
}
export const BriefOfASensitiveVisit: Story = {
  width: 960,
  render: () => {
    const world = createSampleWorld({ stage: 'in-visit' })
    for (const one of world.state.appointments)
      Object.assign(one, { sensitivity: 'reproductive-health', consentedByMinor: true })
    return withProvider(
      world.client('practitioner'),
      html`<visit-chart brief patient-id=${world.ids.patientId} visit-id=${world.ids.visitId ?? ''}></visit-chart>`,
    )
  },
}
const inRoom = (role: 'patient' | 'practitioner', ...troubles: readonly [trouble: CallTrouble, count: number][]) => ({
  ...{ seatId: `seat-${role}`, role, presence: 'left' as const, joinedAt: '2026-11-24T17:00:00Z' },
  troubles: troubles.map(([trouble, count]) => ({ trouble, count })),
})
export const TroubledCall: Story = {
  width: 380,
  render: () => {
    const world = createSampleWorld({ stage: 'ended' })
    const { getVisit } = world.handlersFor('practitioner')
    const participants = [
      inRoom('practitioner', ['no-picture', 2], ['interrupted', 1]),
      inRoom('patient', ['device-busy', 1], ['no-path', 3]),
    ]
    return withProvider(
      world.client('practitioner', {
        getVisit: async (input) => ({ ...((await getVisit!(input)) as Visit), participants }),
      }),
      html`<visit-chart patient-id=${world.ids.patientId} visit-id=${world.ids.visitId ?? ''}></visit-chart>`,
    )
  },
}
export const Empty: Story = { width: 960, render: () => chart(nothingYet) }
export const MedicineFromElsewhere: Story = {
  width: 380,
  render: () => chart(),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '[aria-labelledby=reported-medicines] > .row > .btn')
    await clickOn(canvasElement, '[aria-labelledby=reported-medicines] .btn.primary')
    await waitFor(() => deepQuery(canvasElement, '#reported-name-fault'), 'the fault')
  },
}
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
export const PastProblems: Story = {
  width: 380,
  render: () =>
    chart({
      listConditions: ({ path, query }) => ({
        patientId: path.patientId,
        items: query.active ? [] : past(path.patientId),
        nextCursor: null,
      }),
    }),
  play: async ({ canvasElement }) => {
    const summary = '[aria-labelledby=problems] > details > summary'
    await waitFor(() => deepQuery(canvasElement, summary), 'what is over')
    await clickOn(canvasElement, summary)
  },
}
export const GoesOn: Story = {
  width: 380,
  render: () =>
    chart({
      listConditions: ({ path, query }) => ({
        patientId: path.patientId,
        items: query.active ? past(path.patientId).map((one) => ({ ...one, status: 'active' })) : past(path.patientId),
        nextCursor: 'more',
      }),
    }),
  play: async ({ canvasElement }) => {
    const summary = '[aria-labelledby=problems] > details > summary'
    await waitFor(() => deepQuery(canvasElement, summary), 'what is over')
    await clickOn(canvasElement, summary)
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

const reads = [
  'getPatient',
  'listAllergies',
  'listConditions',
  'listPrescriptions',
  'listReportedMedications',
  'listLabResults',
  'listPatientNotes',
  'listPatientVitals',
  'listOutcomes',
  'getCarePlan',
] as const
export const OfNoPatientOfTheirs: Story = {
  width: 960,
  render: () => {
    const world = createSampleWorld({ stage: 'in-visit' })
    const owners = ['practitioner-lee', 'practitioner-max']
    return withProvider(
      world.client('practitioner', refuseUntilCovered(world, 'no_treatment_relationship', reads, owners)),
      html`<visit-chart patient-id=${world.ids.patientId}></visit-chart>`,
    )
  },
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '.banner .stack > div:not(.tight, .row) > .btn')
    await waitFor(() => deepQuery(canvasElement, '#cover-reason'), 'the step')
  },
}

const openedInEmergency = (world: ReturnType<typeof createSampleWorld>): TestHandlers => ({
  listOwnEmergencyAccesses: () => ({
    items: [
      {
        id: 'emergency-1',
        patientId: world.ids.patientId,
        openedBy: { memberId: 'member-jo', displayName: 'Dr. Jo Sample' },
        reason: 'nobody-reachable',
        from: new Date(Date.now() - 1_500_000).toISOString(),
        until: new Date(Date.now() + 2_090_000).toISOString(),
      },
    ],
  }),
})
export const OpenInAnEmergency: Story = {
  width: 960,
  render: () => {
    const world = createSampleWorld({ stage: 'in-visit' })
    return withProvider(
      world.client('practitioner', openedInEmergency(world)),
      html`<visit-chart patient-id=${world.ids.patientId} brief></visit-chart>`,
    )
  },
  play: async ({ canvasElement }) => {
    await waitFor(() => deepQuery(canvasElement, '#emergency-open'), 'the banner')
  },
}
export const ToOpenInAnEmergency: Story = {
  width: 960,
  render: () => {
    const world = createSampleWorld({ stage: 'in-visit' })
    return withProvider(
      world.client('practitioner', refuseUntilCovered(world, 'no_treatment_relationship', reads, [])),
      html`<visit-chart patient-id=${world.ids.patientId}></visit-chart>`,
    )
  },
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '#emergency-offer')
    await waitFor(() => deepQuery(canvasElement, '#emergency-text'), 'the form')
    await clickOn(canvasElement, 'form .btn.primary')
    await waitFor(() => deepQuery(canvasElement, '#emergency-text-fault'), 'the faults')
  },
}

export const Recordings: Story = {
  width: 960,
  render: () => {
    const world = createSampleWorld({ stage: 'ended' })
    return withProvider(
      world.client('practitioner'),
      html`<visit-chart patient-id=${world.ids.patientId} visit-id=${world.ids.visitId ?? ''}></visit-chart>`,
    )
  },
}
