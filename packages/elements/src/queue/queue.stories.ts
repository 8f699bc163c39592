import { html } from 'lit'
import { createSampleWorld, never, problem } from '@visitkit/sdk/testing'
import type { QueueEntry } from '@visitkit/sdk'
import '../define/provider.ts'
import '../define/queue.ts'
import { inviteGuest } from '../../test/invite-guest.ts'
import { refuseUntilCovered, colleague } from '../../test/refuse-until-covered.ts'
import { clickOn, deepQuery, withProvider, waitFor, type Story, type StoryMeta } from '../../test/story.ts'

const meta: StoryMeta = { title: 'Clinician/Queue' }
export default meta

const queue = html`<visit-queue></visit-queue>`

const entry = (
  id: string,
  minutes: number,
  more: Partial<QueueEntry>,
  name: string,
  age: number,
  language?: string,
): QueueEntry => ({
  visitId: `visit-${id}`,
  appointmentId: `appointment-${id}`,
  patientId: `patient-${id}`,
  patient: {
    id: `patient-${id}`,
    displayName: name,
    age,
    state: 'OH',
    language: 'en',
    zone: 'America/New_York',
    ...(language ? { interpreterLanguage: language } : {}),
  },
  practitionerId: 'practitioner-okafor',
  status: 'waiting',
  visitTypeName: [{ language: 'en', text: 'Cardiology follow-up' }],
  appointmentStart: new Date(Date.now() - minutes * 60_000).toISOString(),
  waitingSince: new Date(Date.now() - minutes * 60_000).toISOString(),
  readiness: { consent: 'done', intake: 'done', device: 'ok', license: 'ok' },
  alerts: [],
  present: true,
  ...more,
})

const busy: QueueEntry[] = [
  entry('room', 24, { status: 'in-progress' }, 'Robin Example', 71),
  entry('a', 11, {}, 'Ana Sample', 58),
  entry(
    'b',
    6,
    { readiness: { consent: 'done', intake: 'open', device: 'problem', license: 'ok' } },
    'Yusuf Sample',
    34,
    'fa',
  ),
  entry(
    'c',
    2,
    {
      readiness: { consent: 'open', intake: 'not-required', device: 'not-checked', license: 'missing' },
      present: false,
    },
    'Noor Sample',
    9,
  ),
  entry('d', 1, { alerts: ['self-harm-thoughts'] }, 'Kim Sample', 22),
]

const clinician = (more = {}) => createSampleWorld({ stage: 'booked' }).client('practitioner', more)
const withEntries = (items: QueueEntry[], paused = false) => {
  const world = createSampleWorld({ stage: 'booked' })
  const { getQueue } = world.handlersFor('practitioner')
  return world.client('practitioner', {
    getQueue: async (input) => ({ ...(await getQueue?.(input)), items, paused }) as never,
  })
}

export const Busy: Story = { width: 960, render: () => withProvider(withEntries(busy), queue) }
export const WaitsToday: Story = {
  width: 960,
  render: () => withProvider(withEntries(busy.slice(0, 2)), queue),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, 'details > summary')
    await clickOn(canvasElement, 'details details > summary')
  },
}
export const Paused: Story = { width: 960, render: () => withProvider(withEntries(busy.slice(1, 3), true), queue) }
export const Empty: Story = { width: 960, render: () => withProvider(clinician(), queue) }
export const Loading: Story = { width: 960, render: () => withProvider(clinician({ getQueue: never }), queue) }
export const Failed: Story = {
  width: 960,
  render: () => withProvider(clinician({ getQueue: () => problem(503, 'database_unavailable') }), queue),
}
export const NotLicensed: Story = {
  width: 960,
  render: () => {
    const world = createSampleWorld({ stage: 'waiting' })
    return withProvider(world.client('practitioner', { admitPatient: () => problem(409, 'not_licensed') }), queue)
  },
  play: ({ canvasElement }) => clickOn(canvasElement, 'td .btn.primary'),
}
export const NotAPractitioner: Story = {
  width: 960,
  render: () => withProvider(createSampleWorld().client('patient'), queue),
}

const ofColleague = (owners?: readonly string[]) => {
  const world = createSampleWorld({ stage: 'waiting', now: '2026-11-25T15:30:00Z' })
  return withProvider(
    world.client('practitioner', refuseUntilCovered(world, 'not_assigned', ['getQueue'], owners)),
    html`<visit-queue practitioner-id=${colleague.id} zone="America/New_York"></visit-queue>`,
  )
}
export const OfAColleague: Story = {
  width: 960,
  render: () => ofColleague(),
  play: async ({ canvasElement }) => {
    await waitFor(() => deepQuery(canvasElement, '.banner .btn:not(.quiet)'), 'the step to take cover')
  },
}
export const TakingCover: Story = {
  width: 960,
  render: () => ofColleague(),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '.banner .stack > div:not(.tight, .row) > .btn')
    await waitFor(() => deepQuery(canvasElement, '#cover-reason'), 'the step')
    await clickOn(canvasElement, '.cover-step .primary')
    await waitFor(() => deepQuery(canvasElement, '#cover-fault'), 'what is missing')
  },
}
const covered = (mine: boolean) => {
  const world = createSampleWorld({ stage: 'waiting' })
  const [jo, lee] = [
    { id: 'practitioner-jo', displayName: 'Dr. Jo Sample' },
    { id: 'practitioner-lee', displayName: 'Dr. Lee Placeholder' },
  ]
  world.state.covers.push({
    id: 'cover-1',
    kind: 'cover',
    practitioner: mine ? jo : lee,
    coveredBy: mine
      ? { memberId: 'member-lee', displayName: lee.displayName }
      : { memberId: 'member-jo', displayName: jo.displayName },
    reason: 'absent',
    from: new Date(Date.now() - 600_000).toISOString(),
    until: new Date(Date.now() + 3 * 3_600_000).toISOString(),
  })
  return withProvider(
    world.client('practitioner'),
    html`<visit-queue practitioner-id=${mine ? jo.id : lee.id}></visit-queue>`,
  )
}
const showsCover = async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
  await waitFor(() => deepQuery(canvasElement, '.banner.warn li'), 'who covers')
}
export const CoveredByAColleague: Story = { width: 960, render: () => covered(true), play: showsCover }
export const CoveringForAColleague: Story = { width: 960, render: () => covered(false), play: showsCover }
export const GuestsBeforeTheVisit: Story = {
  width: 960,
  render: () => {
    const world = createSampleWorld({ stage: 'waiting' })
    return withProvider(
      world.client('practitioner'),
      html`<visit-queue guest-url="https://portal.lakeside.example/join"></visit-queue>`,
    )
  },
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '[data-guests-of]')
    await inviteGuest(canvasElement)
  },
}
export const EmergencyAdmission: Story = {
  render: () => withProvider(createSampleWorld().client('practitioner'), queue),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '.emergency')
    await clickOn(canvasElement, 'form .btn.primary')
    await waitFor(() => deepQuery(canvasElement, '#emergency-text-fault'), 'what is missing')
  },
}
