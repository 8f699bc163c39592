import { html } from 'lit'
import type { OnDemandRequest } from '@visitkit/sdk'
import { createSampleWorld, type SampleWorld, type TestClient, type TestHandlers } from '@visitkit/sdk/testing'
import '../src/define/booking.ts'
import '../src/define/provider.ts'
import { mount, settled } from './mount.ts'
import { deepQuery, press, waitFor, withProvider } from './story.ts'

/** A clinic with a visit that can be had without an appointment. */
export const worldWithLine = (): SampleWorld => {
  const world = createSampleWorld({ stage: 'new' })
  world.state.visitTypeChanges['visit-type-new'] = { onDemand: true }
  return world
}

/** Others who wait for the same specialty in the same state, and were there first. */
export const addOthers = (world: SampleWorld, count: number, more: Partial<OnDemandRequest> = {}): void => {
  const [type] = world.state.appointments
  if (!type) throw new Error('The sample world has no appointment')
  for (let index = 0; index < count; index++)
    world.state.onDemand.push({
      id: `on-demand-before-${index}`,
      patientId: `patient-before-${index}`,
      visitTypeId: 'visit-type-new',
      visitTypeName: type.visitTypeName,
      state: 'OH',
      status: 'waiting',
      requestedAt: world.now(),
      renewBy: new Date(Date.parse(world.now()) + 5 * 60_000).toISOString(),
      version: 1,
      ...more,
    })
}

export const show = async (
  world: SampleWorld,
  handlers: TestHandlers = {},
  booking = html`<visit-booking zone="America/New_York" appointments-url="#visits"></visit-booking>`,
): Promise<TestClient> => {
  const client = world.client('patient', handlers)
  await mount(withProvider(client, booking))
  await settled()
  return client
}

export const toForm = async (): Promise<void> => {
  await press(document.body, 'See a clinician now')
  await waitFor(() => deepQuery(document.body, '#now-state'), 'the form')
}

/** A clinician takes the one who has waited longest. */
export const takeFirst = (world: SampleWorld) =>
  world.client('practitioner').onDemand.take(world.state.onDemand.find(({ status }) => status === 'waiting')?.id ?? '')

/** The visits that the booking says are booked, from now on. */
export const bookedEvents = (): { type: string; detail: unknown }[] => {
  const seen: { type: string; detail: unknown }[] = []
  document
    .querySelector('visit-booking')
    ?.addEventListener('visit-booked', ({ type, detail }) => seen.push({ type, detail }))
  return seen
}
