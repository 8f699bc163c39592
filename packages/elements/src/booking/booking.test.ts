import { html } from 'lit'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createSampleWorld, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { called, manyTimes, showBooking, slots, toTimes, until } from '../../test/booking-page.ts'
import { focusComesTo, focused, focusedName, pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { setPageClock } from '../../test/page-clock.ts'
import { deepQuery, withProvider, press, waitFor } from '../../test/story.ts'

afterEach(() => {
  unmount()
  setPageClock(import.meta.env['TEST_AT'] || undefined)
  vi.restoreAllMocks()
})

const show = (handlers: TestHandlers = {}): ReturnType<typeof showBooking> => showBooking(() => handlers)

const toConfirm = async (): Promise<void> => {
  await toTimes()
  slots()[0]?.click()
  await press(document.body, 'Continue')
  await until('Check and book')
}

test('a whole visit can be booked with the keyboard, and each step shows its question', async () => {
  const { client } = await show()
  const booked = vi.fn<(event: CustomEvent<{ appointmentId: string; patientId: string }>) => void>()
  document.body.addEventListener('visit-booked', booked, { once: true })
  await pressKeyOn(/^Primary care/)
  await focusComesTo('What kind of visit?')
  await pressKeyOn(/^New concern/)
  await waitFor(() => deepQuery(document.body, '.free'), 'who is free')
  await pressKeyOn(/^Anyone who is free/)
  await focusComesTo('Choose a time')
  await waitFor(() => slots().length > 0, 'free times')
  await tabTo(/times? left$/) // the days: one tab stop, arrow keys move between them
  const before = focusedName()
  await userEvent.keyboard('{ArrowRight}')
  expect(focusedName()).not.toBe(before)
  await pressKeyOn(/^\d+:\d\d/)
  await until('Held for you for')
  await pressKeyOn('Continue')
  await focusComesTo('Check and book')
  await tabTo('What would you like to talk about?')
  await userEvent.keyboard('My knee hurts.')
  await pressKeyOn('Book this visit')
  await focusComesTo('Your visit is booked')
  expect(called(client, 'bookAppointment')[0]?.body).toMatchObject({
    reason: 'My knee hurts.',
    patientId: 'patient-robin',
  })
  expect(booked.mock.calls[0]?.[0].detail).toEqual({ appointmentId: expect.any(String), patientId: 'patient-robin' })
})

test('going back keeps choices, and choosing another visit type releases the hold', async () => {
  const { client } = await show()
  await toConfirm()
  await press(document.body, 'Back')
  await until('Choose a time')
  expect(slots().some((slot) => slot.getAttribute('aria-pressed') === 'true')).toBe(true)
  expect(called(client, 'releaseHold')).toHaveLength(0)
  await press(document.body, 'Back')
  await press(document.body, 'Dr. Lee Placeholder')
  await waitFor(() => called(client, 'releaseHold').length === 1, 'the time to be let go')
})

test('choosing another time replaces the hold in one request', async () => {
  const { client, world } = await show()
  await toTimes()
  slots()[0]?.click()
  await until('Held for you for')
  const first = world.state.holds[0]?.id
  slots()[1]?.click()
  await waitFor(() => called(client, 'holdSlot').length === 2, 'the second hold')
  await waitFor(() => slots()[1]?.getAttribute('aria-pressed') === 'true', 'the second time')
  expect(called(client, 'holdSlot')[1]?.body).toMatchObject({ replacesHoldId: first })
  expect(called(client, 'releaseHold')).toHaveLength(0)
  expect(world.state.holds).toHaveLength(1)
})

test('a second tab that is closed takes the held time from the first one only until that is seen again', async () => {
  const { client, world } = await show()
  await toTimes()
  slots()[1]?.click()
  await until('Held for you for')
  const [held] = world.state.holds
  const second = world.client('patient')
  await second.holds.leave(held?.id ?? '')
  document.dispatchEvent(new Event('visibilitychange'))
  await waitFor(() => called(client, 'renewHold').length === 1, 'the time to be given back')
  world.state.holds = []
  document.dispatchEvent(new Event('visibilitychange'))
  await waitFor(() => !pageText().includes('Held for you for'), 'the end of the hold')
})

test('a page that is loaded again shows the held time, and has the time back that it left', async () => {
  const { client, world } = await show()
  await toTimes()
  deepQuery(document.body, 'label.day:has(input:checked) ~ label.day input:enabled')?.click()
  await settled()
  slots()[1]?.click()
  await until('Held for you for')
  const label = slots()[1]?.textContent.trim()
  window.dispatchEvent(new PageTransitionEvent('pagehide'))
  await waitFor(() => called(client, 'leaveHold').length === 1, 'the hold to be left')
  const [kept] = world.state.holds
  expect(Date.parse(kept?.expiresAt ?? '')).toBeLessThanOrEqual(Date.parse(world.now()) + 30_000)
  // A browser removes the page without telling its elements.
  const host = document.querySelector('visit-booking')
  vi.spyOn(client.holds, 'release').mockResolvedValue()
  host?.remove()
  const again = world.client('patient')
  await mount(withProvider(again, html`<visit-booking zone="America/New_York"></visit-booking>`))
  await until('Held for you for')
  await waitFor(() => called(again, 'renewHold').length === 1, 'the time to be given back')
  await waitFor(() => slots().some((slot) => slot.getAttribute('aria-pressed') === 'true'), 'the held time')
  expect(
    slots()
      .find((slot) => slot.getAttribute('aria-pressed') === 'true')
      ?.textContent.trim(),
  ).toBe(label)
  expect(world.state.holds.map(({ id }) => id)).toEqual([kept?.id])
})

describe('when another person takes the slot first', () => {
  test('only the slot is lost, and the nearest free ones are one press away', async () => {
    let taken = 0
    const { client } = await show()
    await toTimes()
    const first = slots()[0]?.textContent.trim()
    client.setHandlers({ holdSlot: () => (taken++, problem(409, 'slot_taken')) })
    slots()[0]?.click()
    await until('Someone else just took that time')
    expect(pageText()).toContain('Everything else you chose is kept.')
    expect(taken).toBe(1)
    expect(first).toBeTruthy()
    client.setHandlers({ holdSlot: createSampleWorld({ stage: 'new' }).handlers.holdSlot })
    // The year is shown only if it is not the current one.
    await press(deepQuery(document.body, '[role="alert"]')!, /(Today|Tomorrow|\w{3}, \w{3} \d+(, \d{4})?), \d+:\d\d/)
    await until('Held for you for')
    expect(pageText()).not.toContain('Someone else just took that time')
  })

  test('an expired hold can be placed again, with the text kept', async () => {
    const { client, world } = await show()
    await toConfirm()
    await tabTo('What would you like to talk about?')
    await userEvent.keyboard('My knee hurts.')
    world.state.holds = []
    await press(document.body, 'Book this visit')
    await until('Your time is no longer held')
    await press(document.body, 'Hold it again')
    await until('Held for you for')
    await press(document.body, 'Book this visit')
    await until('Your visit is booked')
    expect(called(client, 'bookAppointment').at(-1)?.body).toMatchObject({ reason: 'My knee hurts.' })
  })
})

test('a booking that fails for lack of a connection is retried without booking twice', async () => {
  const keys = new Set<unknown>()
  const { client } = await show()
  await toConfirm()
  const book = vi.spyOn(client.appointments, 'book').mockImplementation(async (_, options) => {
    keys.add(options?.idempotencyKey)
    throw Object.assign(new Error('broken'), { code: 'connection_failed', status: 0 })
  })
  await press(document.body, 'Book this visit')
  await until('We could not reach the clinic')
  await press(document.body, 'Book this visit')
  await waitFor(() => book.mock.calls.length === 2, 'the second try')
  expect(keys.size).toBe(1)
  expect([...keys][0]).toBeTruthy()
})

test('times are in the person’s own time zone, with the practitioner’s time if it differs', async () => {
  const world = createSampleWorld({ stage: 'new' })
  await mount(withProvider(world.client(), html`<visit-booking zone="Asia/Kathmandu"></visit-booking>`))
  await settled()
  await toTimes()
  expect(pageText()).toContain('Times are in Nepal Time, Kathmandu.')
  expect(pageText()).toMatch(/For Dr\. Jo Sample it is \d+:\d\d.(AM|PM) then\./)
})

test('says that the visit is booked, with the page’s next step, and leads to where it can be changed', async () => {
  const world = createSampleWorld({ stage: 'new' })
  await mount(
    withProvider(
      world.client('patient'),
      html`<visit-booking zone="America/New_York" appointments-url="#visits"
        ><a slot="booked" href="#ready">Get ready</a></visit-booking
      >`,
    ),
  )
  await settled()
  await toTimes()
  // The last time of the day: late enough to be changed.
  slots().at(-1)?.click()
  await press(document.body, 'Continue')
  await press(document.body, 'Book this visit')
  await focusComesTo('Your visit is booked')
  await tabTo('your visits')
  expect((focused() as HTMLAnchorElement).hash).toBe('#visits')
  await tabTo('Get ready')
  await tabTo('Add to my calendar')
})

test('inside a provider it follows a change of the page’s language', async () => {
  await show()
  await until('What do you need help with?')
  document.documentElement.lang = 'es'
  await until('¿Con qué necesita ayuda?')
  document.documentElement.lang = 'en'
  await until('What do you need help with?')
})

test('without a page of the visits the patient reads whom to call to change it', async () => {
  await show()
  await toConfirm()
  await press(document.body, 'Book this visit')
  await until('To change or cancel it, call 555-0100')
})

test('does not ask what the page has decided', async () => {
  const world = createSampleWorld({ stage: 'new' })
  await mount(withProvider(world.client(), html`<visit-booking specialty="cardiology"></visit-booking>`))
  await settled()
  await until('Choose a time')
  expect(pageText()).toContain('Step 1 of 2')
})

test.each([
  ['every step', {}, ['1 of 5', '2 of 5', '3 of 5', '4 of 5', '5 of 5']],
  ['a step that asks nothing', { practitionerId: 'practitioner-jo' }, ['1 of 5', '2 of 5', '4 of 5', '5 of 5']],
])('the steps count upward and their number holds: %s', async (_, only, counted) => {
  const { handlers } = createSampleWorld({ stage: 'new' })
  await show({ searchSlots: (input) => handlers.searchSlots!({ ...input, query: { ...input.query, ...only } }) })
  const seen: string[] = []
  const choose = async (name: string, next: string): Promise<void> => {
    seen.push(/Step (\d of \d)/.exec(pageText())?.[1] ?? 'none')
    await press(document.body, name)
    await focusComesTo(next)
  }
  await choose('Primary care', 'What kind of visit?')
  if (counted.length === 5) {
    await choose('New concern', 'Who would you like to see?')
    await choose('Dr. Jo Sample', 'Choose a time')
  } else await choose('New concern', 'Choose a time')
  await waitFor(() => slots().length > 0, 'free times')
  slots()[0]?.click()
  await choose('Continue', 'Check and book')
  seen.push(/Step (\d of \d)/.exec(pageText())?.[1] ?? 'none')
  expect(seen).toEqual(counted)
})

test('a hold is released when the person leaves the page', async () => {
  const { client } = await show()
  await toTimes()
  slots()[0]?.click()
  await until('Held for you for')
  unmount()
  await waitFor(() => called(client, 'releaseHold').length === 1, 'the time to be let go')
})

test('a slot that another person takes disappears from the screen', async () => {
  const { world } = await show()
  await toTimes()
  const left = (): number =>
    Number(/(\d+) times? left/.exec(deepQuery(document.body, 'input:checked')?.ariaLabel ?? '')?.[1])
  const before = left()
  const other = world.client()
  const what = { visitTypeId: 'visit-type-new', practitionerId: 'practitioner-jo' }
  const to = new Date(Date.parse(world.now()) + 14 * 86_400_000).toISOString()
  const { items } = await other.slots.search({ ...what, from: world.now(), to })
  await other.holds.place({ ...what, start: items[0]?.start ?? '' })
  await waitFor(() => left() === before - 1, 'the time to go')
})

test('a time that could begin before it is booked is not offered, however near the next one is', async () => {
  // Ten seconds before the half hour, with a start every five minutes and no notice, as urgent care has.
  setPageClock('2026-11-25T15:29:50Z')
  await showBooking(manyTimes)
  await toTimes()
  expect(deepQuery(document.body, '.slot.first')?.innerText).toContain('10:35')
})
