import { html } from 'lit'
import type { Appointment, Me } from '@visitkit/sdk'
import { createSampleWorld, type SampleWorld, type TestClient, type TestHandlers } from '@visitkit/sdk/testing'
import '../src/define/provider.ts'
import '../src/define/schedule.ts'
import { mount, pageText, settled } from './mount.ts'
import { waitFor, withProvider } from './story.ts'

const people = [
  'Robin Example',
  'Alex Sample',
  'Kim Specimen',
  'Noor Example',
  'Sam Placeholder',
  'Ida Sample',
  'Leo Specimen',
  'Mia Example',
  'Tom Sample',
]

/** The day of the sample's clock, in New York. */
export const TODAY = '2026-11-25'
export const TOMORROW = '2026-11-26'

/** Adds a booked visit of Dr. Jo Sample at a time of day in New York, which is five hours behind UTC. */
export const addVisitAt = (
  world: SampleWorld,
  day: string,
  time: string,
  index: number,
  more: Partial<Appointment> = {},
): Appointment => {
  const [like] = world.state.appointments
  if (!like) throw new Error('The sample world has no appointment')
  const start = Date.parse(`${day}T${time}:00-05:00`)
  const at = (minutes: number): string => new Date(start + minutes * 60_000).toISOString().replace('.000', '')
  const id = `visit-${day}-${time}`
  const patient = { ...like.patient!, id: `patient-${index}`, displayName: people[index % people.length]! }
  const visit: Appointment = {
    ...like,
    ...{ id, patientId: patient.id, patient, start: at(0), end: at(30), status: 'booked', version: 1 },
    ...{ changeableUntil: at(-120), checkInFrom: at(-30), support: { status: 'supported', reasons: [] } },
    ...more,
  }
  world.state.appointments.push(visit)
  return visit
}

/** Nine visits on the next day, and some around it. */
export const fullWorld = (): SampleWorld => {
  const world = createSampleWorld({ stage: 'new' })
  addVisitAt(world, '2026-11-24', '10:00', 1, { status: 'completed' })
  addVisitAt(world, '2026-11-24', '11:00', 2, { status: 'no-show' })
  addVisitAt(world, TODAY, '09:00', 3, { status: 'completed' })
  addVisitAt(world, TODAY, '10:30', 4, { status: 'in-progress' })
  addVisitAt(world, TODAY, '13:00', 5, { modality: 'audio' })
  for (const [index, hour] of ['09', '10', '11', '12', '13', '14', '15', '16'].entries())
    addVisitAt(world, '2026-11-26', `${hour}:00`, index)
  addVisitAt(world, '2026-11-26', '16:30', 8)
  return world
}

/** The front desk: no practitioner of its own. */
export const asFrontDesk = (world: SampleWorld): TestHandlers => ({
  getMe: async (input) => {
    const me = (await world.handlersFor('practitioner').getMe!(input)) as Me
    return { ...me, displayName: 'Pat Sample', roles: ['front-desk'], practitionerId: null }
  },
})

export const showSchedule = async (
  world: SampleWorld,
  handlers: TestHandlers = {},
  period: 'day' | 'week' = 'day',
): Promise<TestClient> => {
  const client = world.client('practitioner', handlers)
  await mount(withProvider(client, html`<visit-schedule period=${period}></visit-schedule>`))
  await settled()
  return client
}

export const called = (client: TestClient, id: string) => client.calls.filter(({ operationId }) => operationId === id)
export const until = (text: string) => waitFor(() => pageText().includes(text), text)
export const element = (): HTMLElement => document.querySelector('visit-schedule')!
export const inside = <E extends Element = HTMLElement>(selector: string): E | null =>
  element().shadowRoot!.querySelector<E>(selector)
export const allInside = <E extends Element = HTMLElement>(selector: string): E[] => [
  ...element().shadowRoot!.querySelectorAll<E>(selector),
]
export const textOf = (one: Element | null | undefined): string =>
  (one?.textContent ?? '')
    .replace(/[\u2068\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
/** The visits of the list. */
export const rows = (): string[] => allInside('[part="list"] .rows > li').map(textOf)
