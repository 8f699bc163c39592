import { html } from 'lit'
import type { Me } from '@visitkit/sdk'
import { createSampleWorld, never, problem, type SampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import '../define/inbox.ts'
import '../define/provider.ts'
import { emergencyReport, reviewer } from '../../test/emergency-report.ts'
import { heldMessage } from '../../test/held-pharmacy-message.ts'
import { clickOn, deepQuery, waitFor, withProvider, type Story, type StoryMeta } from '../../test/story.ts'

const meta: StoryMeta = { title: 'Staff/Inbox' }
export default meta

const inbox = (world: SampleWorld, more: TestHandlers = {}) =>
  withProvider(world.client('practitioner', more), html`<visit-inbox></visit-inbox>`)
const nothing = { items: [], nextCursor: null }

/** A patient has given an emergency answer. */
const emergency = (): SampleWorld => {
  const world = createSampleWorld()
  const [appointment] = world.state.appointments
  if (appointment)
    world.state.intake.set(`${appointment.id}/mood-check`, {
      appointmentId: appointment.id,
      patientId: appointment.patientId,
      questionnaireCode: 'mood-check',
      questionnaireVersion: 1,
      title: [{ language: 'en', text: 'Mood' }],
      status: 'draft',
      answers: [],
      scores: [],
      emergencies: ['self-harm-thoughts', 'chest-pain'],
      version: 1,
    })
  return world
}

export const Work: Story = { render: () => inbox(createSampleWorld()) }
export const Emergency: Story = { render: () => inbox(emergency()) }
export const Nothing: Story = {
  render: () =>
    inbox(createSampleWorld(), {
      listTasks: () => nothing,
      listWaitingLabResults: () => nothing,
      listWaitingNotes: () => nothing,
      listAppointments: () => nothing,
      listThreads: () => nothing,
    }),
}
/** A birth date that does not exist. */
export const NoSuchDay: Story = {
  render: () => inbox(createSampleWorld()),
  play: async ({ canvasElement }) => {
    const field = await waitFor(() => deepQuery<HTMLInputElement>(canvasElement, '#find-patient'), 'the search')
    field.focus()
    field.value = '30/30/1984'
    field.dispatchEvent(new Event('input', { bubbles: true }))
    await waitFor(() => deepQuery(canvasElement, '#find-patient-fault'), 'the fault')
  },
}
export const Loading: Story = { render: () => inbox(createSampleWorld(), { getMe: () => never() }) }
export const Unreachable: Story = {
  render: () => inbox(createSampleWorld(), { listTasks: () => problem(503, 'database_unavailable') }),
}
/** What a privacy officer reviews: one is overdue, of one more information is needed. */
export const EmergencyAccesses: Story = {
  render: () => {
    const world = createSampleWorld()
    world.state.emergencies.push(
      emergencyReport({ id: 'late', escalatedAt: new Date().toISOString() }),
      emergencyReport({
        id: 'asked',
        patientName: 'Kim Specimen',
        review: {
          outcome: 'more-information',
          note: 'Who was with you?',
          reviewedBy: { memberId: 'member-officer', displayName: 'Robin Reviews' },
          reviewedAt: new Date().toISOString(),
        },
      }),
    )
    const { getMe } = world.handlersFor('practitioner')
    return inbox(world, { getMe: async (input) => reviewer((await getMe?.(input)) as Me) })
  },
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '[aria-labelledby="section-emergencies"] li .btn')
    await waitFor(() => deepQuery(canvasElement, '#emergency-note'), 'the review')
  },
}

/** Of a privacy officer. */
const ofPrivacy = (more: TestHandlers = {}) => {
  const world = createSampleWorld({ stage: 'prepared' })
  return inbox(world, {
    getMe: async (input) => ({
      ...((await world.handlersFor('practitioner').getMe!(input)) as Me),
      permissions: ['privacy-request:decide'],
    }),
    ...more,
  })
}
export const PrivacyRequests: Story = { render: () => ofPrivacy() }
export const PrivacyRequestDenied: Story = {
  render: () => ofPrivacy(),
  play: async ({ canvasElement }) => {
    await waitFor(() => deepQuery(canvasElement, 'li .btn.small'), 'a request')
    await clickOn(canvasElement, 'li .btn.small')
    await clickOn(canvasElement, 'form .primary')
    await waitFor(() => deepQuery(canvasElement, '#privacy-missing'), 'what is missing')
  },
}
export const PrivacyRequestsNone: Story = { render: () => ofPrivacy({ listWaitingPrivacyRequests: () => nothing }) }
/** A message of a pharmacy that was not applied, as a person compares it. */
export const PharmacyMessage: Story = {
  render: () => {
    const world = createSampleWorld()
    world.state.heldPharmacyMessages.push(heldMessage('another-patient'))
    return inbox(world)
  },
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '[aria-labelledby="section-pharmacy-messages"] button')
    await waitFor(() => deepQuery(canvasElement, '[name=prescription]'), 'the prescriptions')
  },
}
