import { html } from 'lit'
import { afterEach, expect, test, vi } from 'vitest'
import { createSampleWorld, problem, type SampleWorld, type TestClient, type TestHandlers } from '@visitkit/sdk/testing'
import { actsForFamily, called, slots, toTimes, until } from '../../test/booking-page.ts'
import { focusComesTo, pressKeyOn } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'

afterEach(() => {
  unmount()
  vi.restoreAllMocks()
})

const show = async (handlers: TestHandlers = {}, world = createSampleWorld({ stage: 'new' })) => {
  const client = world.client('patient', { ...actsForFamily(world), ...handlers })
  await mount(
    withProvider(client, html`<visit-booking zone="America/New_York" appointments-url="#visits"></visit-booking>`),
  )
  await settled()
  return { client, world }
}
/** Noor first, then Robin. */
const chooseTwo = async (): Promise<void> => {
  await press(document.body, 'Book for more than one person')
  await press(document.body, 'Noor Example')
  await press(document.body, 'Robin Example')
  await press(document.body, 'Continue')
}
const toConfirm = async (): Promise<void> => {
  await chooseTwo()
  await toTimes()
  slots()[0]?.click()
  await press(document.body, 'Continue')
  await until('Check and book')
}
const booked = (world: SampleWorld) => world.state.appointments.filter(({ status }) => status === 'booked')
const bodies = (client: TestClient, id: string) => called(client, id).map(({ body }) => body)

test('two visits follow each other, in the order of the choices, with the keyboard', async () => {
  const { client, world } = await show()
  const told: unknown[] = []
  document.querySelector('visit-booking')?.addEventListener('visit-booked', ({ detail }) => told.push(detail.patientId))
  await pressKeyOn('Book for more than one person')
  await focusComesTo('Who are the visits for?')
  await press(document.body, 'Noor Example')
  await press(document.body, 'Robin Example')
  await until('Visit 2')
  await pressKeyOn('Continue')
  await focusComesTo('What do you need help with?')
  await toTimes()
  expect(pageText()).toContain('Noor Example and Robin Example')
  expect(called(client, 'searchSlots').every(({ query }) => Number(query['inARow']) === 2)).toBe(true)
  slots()[0]?.click()
  await until('Held for you for')
  await press(document.body, 'Continue')
  await focusComesTo('Check and book')
  const area = deepQuery<HTMLTextAreaElement>(document.body, 'textarea')!
  area.value = 'Her ear hurts.'
  area.dispatchEvent(new Event('input'))
  await pressKeyOn('Book these visits')
  await focusComesTo('Your visits are booked')
  expect(bodies(client, 'placeSeveralHolds')).toEqual([
    expect.objectContaining({ patientIds: ['patient-noor', 'patient-robin'] }),
  ])
  expect(bodies(client, 'bookAppointment')).toEqual([
    expect.objectContaining({ patientId: 'patient-noor', reason: 'Her ear hurts.' }),
    expect.objectContaining({ patientId: 'patient-robin' }),
  ])
  const [first, second] = booked(world)
  expect(first?.practitioner.id).toBe(second?.practitioner.id)
  expect(first!.start < second!.start).toBe(true)
  expect(told).toEqual(['patient-noor', 'patient-robin'])
  expect(world.state.holds).toEqual([])
})

test('a person who acts for one patient is not asked', async () => {
  const world = createSampleWorld({ stage: 'new' })
  await mount(withProvider(world.client(), html`<visit-booking></visit-booking>`))
  await settled()
  await until('What do you need help with?')
  expect(pageText()).not.toContain('Book for more than one person')
})

test('one person is too few, and nothing is lost', async () => {
  await show()
  await press(document.body, 'Book for more than one person')
  await press(document.body, 'Noor Example')
  await press(document.body, 'Continue')
  await until('Choose two to six people.')
  expect(deepQuery<HTMLInputElement>(document.body, 'input:checked')).toBeTruthy()
})

test('another time releases all of the held times first', async () => {
  const { client, world } = await show()
  await chooseTwo()
  await toTimes()
  slots()[0]?.click()
  await until('Held for you for')
  await waitFor(() => slots().length > 1, 'another time')
  slots()
    .find((slot) => slot.getAttribute('aria-pressed') !== 'true')
    ?.click()
  await waitFor(() => called(client, 'placeSeveralHolds').length === 2, 'the second choice')
  await waitFor(() => world.state.holds.length === 2, 'two holds')
  expect(called(client, 'releaseHold')).toHaveLength(2)
})

test('leaving the page releases all of them', async () => {
  const { client } = await show()
  await chooseTwo()
  await toTimes()
  slots()[0]?.click()
  await until('Held for you for')
  unmount()
  await waitFor(() => called(client, 'releaseHold').length === 2, 'both times to be let go')
})

test('a page that is loaded again goes on with all of them', async () => {
  const { client, world } = await show()
  await chooseTwo()
  await toTimes()
  slots()[0]?.click()
  await until('Held for you for')
  window.dispatchEvent(new PageTransitionEvent('pagehide'))
  await waitFor(() => called(client, 'leaveHold').length === 2, 'both holds to be left')
  const kept = structuredClone(world.state.holds)
  // A browser removes the page without the knowledge of its elements.
  vi.spyOn(client.holds, 'release').mockResolvedValue()
  document.querySelector('visit-booking')?.remove()
  world.state.holds = kept
  const again = await show({}, world)
  await until('Held for you for')
  await waitFor(() => called(again.client, 'renewHold').length === 2, 'both times to be given back')
  await press(document.body, 'Continue')
  await press(document.body, 'Book these visits')
  await until('Your visits are booked')
})

test('when the second visit is refused, the first stays booked, and only the second is chosen again', async () => {
  const world = createSampleWorld({ stage: 'new' })
  const { client } = await show(
    {
      bookAppointment: (input) =>
        input.body.patientId === 'patient-robin'
          ? problem(409, 'hold_expired')
          : world.handlers.bookAppointment!(input),
    },
    world,
  )
  await toConfirm()
  await press(document.body, 'Book these visits')
  await until('Booked already: Noor Example. The others are not booked yet.')
  expect(booked(world).map(({ patientId }) => patientId)).toEqual(['patient-noor'])
  client.setHandlers({ bookAppointment: world.handlers.bookAppointment! })
  await press(document.body, 'Choose another time for the others')
  await waitFor(() => slots().length > 0, 'free times')
  slots()[0]?.click()
  await press(document.body, 'Continue')
  await press(document.body, 'Book this visit')
  await until('Your visit is booked')
  expect(booked(world).map(({ patientId }) => patientId)).toEqual(['patient-noor', 'patient-robin'])
})

test('visits that are requested say that the clinic will answer', async () => {
  const world = createSampleWorld({ stage: 'new' })
  world.state.bookingModes['visit-type-new'] = 'request'
  await show({}, world)
  await toConfirm()
  await until('The clinic will answer each request.')
  await press(document.body, 'Request these visits')
  await until('Your requests are sent')
  expect(pageText()).not.toContain('Your visits are booked')
})
