import { html } from 'lit'
import { createSampleWorld, never, problem, type SampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import '../define/provider.ts'
import '../define/waiting-room.ts'
import { clickOn, deepQuery, withProvider, waitFor, type Story, type StoryMeta } from '../../test/story.ts'

const meta: StoryMeta = { title: 'Patient/Waiting room' }
export default meta

const room = (world: SampleWorld, more: TestHandlers = {}) =>
  withProvider(
    world.client('patient', more),
    html`<visit-waiting-room appointment-id=${world.ids.appointmentId ?? ''}></visit-waiting-room>`,
  )

const fill = async (root: HTMLElement, name: string, value: string): Promise<void> => {
  const input = await waitFor(() => deepQuery<HTMLInputElement>(root, `[name="${name}"]`), name)
  input.value = value
  input.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
}

export const CheckIn: Story = { render: () => room(createSampleWorld({ stage: 'prepared' })) }
export const SomethingMissing: Story = {
  render: () => room(createSampleWorld({ stage: 'prepared' })),
  play: async ({ canvasElement }) => {
    await fill(canvasElement, 'city', '')
    await fill(canvasElement, 'callbackPhone', 'call me')
    await clickOn(canvasElement, 'form .btn.primary')
  },
}
export const NotLicensedThere: Story = {
  render: () => room(createSampleWorld({ stage: 'prepared' }), { checkIn: () => problem(409, 'not_licensed') }),
  play: ({ canvasElement }) => clickOn(canvasElement, 'form .btn.primary'),
}
/** The law of the state asks for a consent that is missing. */
export const ConsentMissingThere: Story = {
  render: () =>
    room(createSampleWorld({ stage: 'prepared' }), {
      checkIn: () =>
        problem(409, 'consent_missing', {
          errors: [{ pointer: 'consent:telehealth-treatment', code: 'required', message: 'It must be signed.' }],
        }),
    }),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '[name=noContact]')
    await clickOn(canvasElement, 'form .btn.primary')
    await waitFor(() => deepQuery(canvasElement, '[role=alert] .btn'), 'the way to the consent')
  },
}
export const TooEarly: Story = {
  render: () => {
    const world = createSampleWorld({ stage: 'prepared' })
    const next = world.state.appointments.find(({ id }) => id === world.ids.appointmentId)
    if (next) next.checkInFrom = new Date(Date.now() + 3 * 3_600_000).toISOString()
    return room(world)
  },
}
export const InLine: Story = { render: () => room(createSampleWorld({ stage: 'waiting' })) }
export const ThirdInLine: Story = {
  render: () => {
    const world = createSampleWorld({ stage: 'waiting' })
    return room(world, {
      getQueuePosition: ({ path }) => ({
        visitId: path.visitId,
        patientId: world.ids.patientId,
        status: 'waiting',
        position: 3,
        estimate: { fromMinutes: 18, toMinutes: 31 },
        practitioner: 'with-another-patient',
        updatedAt: new Date().toISOString(),
      }),
    })
  },
}
export const ClinicianAway: Story = {
  render: () => {
    const world = createSampleWorld({ stage: 'waiting' })
    world.state.queuePaused = true
    return room(world)
  },
}
export const CalledIn: Story = { render: () => room(createSampleWorld({ stage: 'admitted' })) }
export const Over: Story = { render: () => room(createSampleWorld({ stage: 'ended' })) }
export const Loading: Story = { render: () => room(createSampleWorld({ stage: 'waiting' }), { getAppointment: never }) }
export const Failed: Story = {
  render: () =>
    room(createSampleWorld({ stage: 'waiting' }), { getAppointment: () => problem(503, 'database_unavailable') }),
}
