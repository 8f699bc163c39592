import { html } from 'lit'
import { createSampleWorld, never, problem } from '@visitkit/sdk/testing'
import type { QueueEntry } from '@visitkit/sdk'
import '../define/provider.ts'
import '../define/queue.ts'
import { clickOn, inProvider, type Story, type StoryMeta } from '../../test/story.ts'

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
  readiness: { consent: 'done', intake: 'done', device: 'ok', licence: 'ok' },
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
    { readiness: { consent: 'done', intake: 'open', device: 'problem', licence: 'ok' } },
    'Yusuf Sample',
    34,
    'fa',
  ),
  entry(
    'c',
    2,
    { readiness: { consent: 'open', intake: 'not-needed', device: 'not-checked', licence: 'missing' }, present: false },
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

export const Busy: Story = { width: 960, render: () => inProvider(withEntries(busy), queue) }
export const Paused: Story = { width: 960, render: () => inProvider(withEntries(busy.slice(1, 3), true), queue) }
export const Nobody: Story = { width: 960, render: () => inProvider(clinician(), queue) }
export const Loading: Story = { width: 960, render: () => inProvider(clinician({ getQueue: never }), queue) }
export const Failed: Story = {
  width: 960,
  render: () => inProvider(clinician({ getQueue: () => problem(503, 'database_unavailable') }), queue),
}
export const NoLicenceThere: Story = {
  width: 960,
  render: () => {
    const world = createSampleWorld({ stage: 'waiting' })
    return inProvider(world.client('practitioner', { admitPatient: () => problem(409, 'not_licensed') }), queue)
  },
  play: ({ canvasElement }) => clickOn(canvasElement, 'td .btn.primary'),
}
export const NotAPractitioner: Story = {
  width: 960,
  render: () => inProvider(createSampleWorld().client('patient'), queue),
}
