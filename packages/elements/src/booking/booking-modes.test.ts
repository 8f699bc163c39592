import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import type { VisitType } from '@visitkit/sdk'
import { createSampleWorld, type SampleWorld, type TestClient } from '@visitkit/sdk/testing'
import { focusComesTo } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { press, waitFor, withProvider } from '../../test/story.ts'
import '../define/appointments.ts'
import '../define/booking.ts'
import '../define/provider.ts'

afterEach(unmount)

const until = (text: string) => waitFor(() => pageText().includes(text), text)
const inBooking = (selector: string): HTMLElement | null =>
  document.querySelector('visit-booking')?.shadowRoot?.querySelector<HTMLElement>(selector) ?? null
const slot = (): HTMLElement | null => inBooking('button.slot')

const show = async (mode: VisitType['bookingMode']): Promise<{ client: TestClient; world: SampleWorld }> => {
  const world = createSampleWorld({ stage: 'new' })
  world.state.bookingModes['visit-type-new'] = mode
  const client = world.client('patient')
  const page = html`<visit-booking zone="America/New_York" appointments-url="#visits"></visit-booking>
    <visit-appointments zone="America/New_York"></visit-appointments>`
  await mount(withProvider(client, page))
  await settled()
  await press(document.body, 'Primary care')
  await press(document.body, 'New concern')
  await press(document.body, 'Dr. Jo Sample')
  await waitFor(() => inBooking('.slot'), 'free times')
  return { client, world }
}

test('a request says that the clinic will answer, waits in the list, and can be withdrawn there', async () => {
  const { client, world } = await show('request')
  const events: string[] = []
  for (const type of ['visit-requested', 'visit-booked']) document.body.addEventListener(type, () => events.push(type))
  slot()?.click()
  await press(document.body, 'Continue')
  await until('The clinic will answer your request.')
  await press(document.body, 'Request this visit')
  await focusComesTo('Your request is sent')
  expect(pageText()).toContain('The visit is not booked yet.')
  expect(pageText()).not.toContain('Your visit is booked')
  expect(pageText()).not.toContain('Add to my calendar')
  expect(events).toEqual(['visit-requested'])

  await until('Waiting for the clinic’s answer')
  expect(pageText()).toContain('The clinic will answer by')
  expect(pageText()).not.toContain('Change the time')
  expect(pageText()).not.toContain('Get ready')
  await press(document.body, /^\s*Cancel\s/)
  await press(document.body, 'I do not need it any more')
  await press(document.body, 'Cancel this visit')
  await until('Your visit is cancelled')
  expect(client.calls.filter(({ operationId }) => operationId === 'cancelAppointment')).toHaveLength(1)
  expect(world.state.appointments.at(-1)?.status).toBe('cancelled')
})

test('an approved request becomes a booked visit on the open page', async () => {
  const { world } = await show('request')
  slot()?.click()
  await press(document.body, 'Continue')
  await press(document.body, 'Request this visit')
  await until('Waiting for the clinic’s answer')
  const id = world.state.appointments.at(-1)?.id ?? ''
  await world.client('practitioner').appointments.approve(id)
  await until('Add to my calendar')
  expect(pageText()).not.toContain('Waiting for the clinic’s answer')
})

test('times that are only shown are read, not pressed, and come with the telephone number', async () => {
  const { client, world } = await show('view')
  expect(pageText()).toContain('Call the clinic to book this visit')
  expect(pageText()).toContain('Times that are free')
  expect(inBooking('.banner a[href^="tel:"]')).toBeTruthy()
  expect(inBooking('p.slot.first')?.textContent).toMatch(/\d+:\d\d/)
  expect(inBooking('p.slot:not(.first)')?.textContent).toMatch(/\d+:\d\d/)
  expect(slot()).toBeNull()
  expect(pageText()).not.toContain('Choose a time')
  inBooking('p.slot')?.click()
  await settled()
  expect(client.calls.some(({ operationId }) => operationId === 'holdSlot')).toBe(false)
  expect(world.state.holds).toHaveLength(0)
})

test('the times of a group visit say how many seats are left', async () => {
  const world = createSampleWorld({ stage: 'new' })
  world.state.visitTypeChanges['visit-type-new'] = { capacity: 8 }
  await mount(withProvider(world.client('patient'), html`<visit-booking zone="America/New_York"></visit-booking>`))
  await press(document.body, 'Primary care')
  await press(document.body, 'New concern')
  await press(document.body, 'Dr. Jo Sample')
  await waitFor(() => inBooking('button.slot:not(.first)'), 'free times')
  expect(inBooking('button.slot:not(.first)')?.innerText).toMatch(/\d+:\d\d [AP]M\s+8 seats left/)
  const start = (
    await world.client('patient').slots.search({
      ...{ visitTypeId: 'visit-type-new', practitionerId: 'practitioner-jo', from: world.now() },
      to: new Date(Date.parse(world.now()) + 7 * 86_400_000).toISOString(),
    })
  ).items[0]?.start
  await world
    .client('practitioner')
    .holds.place({ visitTypeId: 'visit-type-new', practitionerId: 'practitioner-jo', start: start! })
  await waitFor(() => inBooking('button.slot:not(.first)')?.innerText.includes('7 seats left'), 'one seat less')
})
