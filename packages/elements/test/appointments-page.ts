import { html } from 'lit'
import type { Appointment } from '@visitkit/sdk'
import { createSampleWorld, type SampleWorld, type TestClient, type TestHandlers } from '@visitkit/sdk/testing'
import '../src/define/appointments.ts'
import '../src/define/provider.ts'
import { mount, pageText, settled } from './mount.ts'
import { press, waitFor, withProvider } from './story.ts'

export const HOUR = 3_600_000
export const DAY = 24 * HOUR

export const instant = (time: number): string => new Date(time).toISOString().replace('.000', '')

/** A booked visit of the sample patient, hours from now. */
export const addVisit = (
  world: SampleWorld,
  id: string,
  hours: number,
  more: Partial<Appointment> = {},
): Appointment => {
  const [like] = world.state.appointments
  if (!like) throw new Error('The sample world has no appointment')
  const start = Math.floor(Date.parse(world.now()) / (HOUR / 2)) * (HOUR / 2) + hours * HOUR
  const visit: Appointment = {
    ...like,
    ...{ id, start: instant(start), end: instant(start + HOUR / 2), status: 'booked', version: 1 },
    ...{ changeableUntil: instant(start - 2 * HOUR), checkInFrom: instant(start - HOUR / 2) },
    ...more,
  }
  world.state.appointments.push(visit)
  return visit
}

export const worldWithVisit = (hours = 72): { world: SampleWorld; visit: Appointment } => {
  const world = createSampleWorld({ stage: 'new' })
  return { world, visit: addVisit(world, 'appointment-soon', hours) }
}

export const show = async (world: SampleWorld, handlers: TestHandlers = {}): Promise<TestClient> => {
  const client = world.client('patient', handlers)
  await mount(withProvider(client, html`<visit-appointments zone="America/New_York"></visit-appointments>`))
  await settled()
  return client
}

export const called = (client: TestClient, id: string) => client.calls.filter(({ operationId }) => operationId === id)
export const until = (text: string) => waitFor(() => pageText().includes(text), text)
export const element = (): HTMLElement => document.querySelector('visit-appointments')!
export const slots = (): HTMLElement[] => [
  ...(element().shadowRoot?.querySelectorAll<HTMLElement>('button.slot:not(.first)') ?? []),
]
export const details = (type: string): unknown[] => {
  const seen: unknown[] = []
  element().addEventListener(type, (event) => seen.push((event as CustomEvent).detail))
  return seen
}

export const toTimes = async (): Promise<void> => {
  await press(document.body, 'Change the time')
  await waitFor(() => slots().length > 0, 'free times')
}
export const toConfirm = async (): Promise<void> => {
  await toTimes()
  slots()[0]?.click()
  await press(document.body, 'Continue')
  await until('Check the new time')
}
