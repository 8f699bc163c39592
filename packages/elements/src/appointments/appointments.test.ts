import { html } from 'lit'
import type { Appointment } from '@visitkit/sdk'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createSampleWorld, problem, type SampleWorld, type TestClient, type TestHandlers } from '@visitkit/sdk/testing'
import { focusComesTo, focused, focusedName, pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { setPageClock } from '../../test/page-clock.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'
import '../define/appointments.ts'
import '../define/provider.ts'

afterEach(() => {
  unmount()
  setPageClock(import.meta.env['TEST_AT'] || undefined)
  vi.restoreAllMocks()
})

const HOUR = 3_600_000
const DAY = 24 * HOUR

const instant = (time: number): string => new Date(time).toISOString().replace('.000', '')

/** A booked visit of the sample patient, hours from now. */
const addVisit = (world: SampleWorld, id: string, hours: number, more: Partial<Appointment> = {}): Appointment => {
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

const worldWithVisit = (hours = 72): { world: SampleWorld; visit: Appointment } => {
  const world = createSampleWorld({ stage: 'new' })
  return { world, visit: addVisit(world, 'appointment-soon', hours) }
}

const show = async (world: SampleWorld, handlers: TestHandlers = {}): Promise<TestClient> => {
  const client = world.client('patient', handlers)
  await mount(withProvider(client, html`<visit-appointments zone="America/New_York"></visit-appointments>`))
  await settled()
  return client
}

const called = (client: TestClient, id: string) => client.calls.filter(({ operationId }) => operationId === id)
const until = (text: string) => waitFor(() => pageText().includes(text), text)
const element = (): HTMLElement => document.querySelector('visit-appointments')!
const slots = (): HTMLElement[] => [...(element().shadowRoot?.querySelectorAll<HTMLElement>('button.slot') ?? [])]
const details = (type: string): unknown[] => {
  const seen: unknown[] = []
  element().addEventListener(type, (event) => seen.push((event as CustomEvent).detail))
  return seen
}

const toTimes = async (): Promise<void> => {
  await press(document.body, 'Change the time')
  await waitFor(() => slots().length > 0, 'free times')
}
const toConfirm = async (): Promise<void> => {
  await toTimes()
  slots()[0]?.click()
  await press(document.body, 'Continue')
  await until('Check the new time')
}

test('a visit can be moved with the keyboard, and each step shows its question', async () => {
  const { world, visit } = worldWithVisit()
  const client = await show(world)
  const moved = details('visit-appointment-rescheduled')
  await pressKeyOn(/^Change the time/)
  await focusComesTo('Choose a new time')
  await waitFor(() => slots().length > 0, 'free times')
  await pressKeyOn(/^\d+:\d\d/)
  await until('Held for you for')
  await pressKeyOn('Continue')
  await focusComesTo('Check the new time')
  expect(pageText()).toContain('Old time')
  await pressKeyOn('Move the visit')
  await focusComesTo('Your visit is moved')
  const hold = called(client, 'holdSlot')[0]?.body as { start: string }
  expect(hold).toMatchObject({
    appointmentId: visit.id,
    practitionerId: visit.practitioner.id,
    patientId: 'patient-robin',
  })
  expect(called(client, 'searchSlots')[0]?.query).toMatchObject({ appointmentId: visit.id })
  expect(world.state.appointments.find(({ id }) => id === visit.id)?.start).toBe(hold.start)
  expect(moved).toEqual([{ appointmentId: visit.id, patientId: 'patient-robin' }])
  await pressKeyOn('Back to your visits')
  await focusComesTo('Your visits')
  expect(called(client, 'releaseHold')).toHaveLength(0)
})

test('going back from a new time keeps the visit as it is, and releases the held time', async () => {
  const { world, visit } = worldWithVisit()
  const { start } = visit
  const client = await show(world)
  await toConfirm()
  await press(document.body, 'Keep the old time')
  await until('Your next visit')
  await waitFor(() => called(client, 'releaseHold').length === 1, 'the time to be released')
  expect(called(client, 'rescheduleAppointment')).toHaveLength(0)
  expect(visit.start).toBe(start)
})

test('a refused move keeps the visit and offers the nearest times', async () => {
  const { world, visit } = worldWithVisit()
  const nearest = [instant(Date.parse(visit.start) + DAY)]
  let refusals = 0
  const client = await show(world, {
    rescheduleAppointment: (input) =>
      refusals++ === 0 ? problem(409, 'slot_taken', { nearest }) : world.handlers.rescheduleAppointment!(input),
  })
  await toConfirm()
  await press(document.body, 'Move the visit')
  await until('Someone else just took that time')
  expect(pageText()).toContain('Old time')
  await press(deepQuery(document.body, '[role="alert"]')!, /\d+:\d\d/)
  await waitFor(() => called(client, 'holdSlot').length === 2, 'the nearest time to be held')
  expect(called(client, 'holdSlot')[1]?.body).toMatchObject({ start: nearest[0], appointmentId: visit.id })
  await focusComesTo('Check the new time')
  await press(document.body, 'Move the visit')
  await until('Your visit is moved')
})

test('a page that is loaded again goes on with the held new time', async () => {
  const { world, visit } = worldWithVisit()
  await show(world)
  await toTimes()
  slots()[0]?.click()
  await until('Held for you for')
  const [hold] = world.state.holds
  const { client } = { client: world.client('patient') }
  const before = element()
  world.state.holds = []
  before.remove()
  await settled()
  world.state.holds = [hold!]
  await mount(withProvider(client, html`<visit-appointments zone="America/New_York"></visit-appointments>`))
  await until('Choose a new time')
  await until('Held for you for')
  expect(hold?.appointmentId).toBe(visit.id)
})

describe('cancelling', () => {
  test('asks for a reason, says what happens, and offers another visit', async () => {
    const { world, visit } = worldWithVisit()
    const client = await show(world)
    const [cancelled, booking] = [details('visit-appointment-cancelled'), details('visit-book-requested')]
    await pressKeyOn(/^Cancel, /)
    await focusComesTo('Cancel this visit?')
    expect(pageText()).toContain('Your time becomes free for others at once. You can book again.')
    await pressKeyOn('Cancel this visit')
    await focusComesTo('I cannot come at that time')
    expect(pageText()).toContain('Choose a reason.')
    expect(called(client, 'cancelAppointment')).toHaveLength(0)
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    await pressKeyOn('Cancel this visit')
    await focusComesTo('Your visit is cancelled')
    expect(called(client, 'cancelAppointment')[0]?.body).toEqual({ reason: 'booked-in-error' })
    expect(cancelled).toEqual([{ appointmentId: visit.id, patientId: 'patient-robin' }])
    await press(document.body, 'Book another visit')
    expect(booking).toEqual([{ visitTypeId: visit.visitTypeId, practitionerId: visit.practitioner.id }])
    await press(document.body, 'Back to your visits')
    await until('You have no visits booked')
    expect(pageText()).toContain('Cancelled')
  })

  test('a refusal leaves the visit and the reason', async () => {
    const { world, visit } = worldWithVisit()
    await show(world, { cancelAppointment: () => problem(409, 'too_late_to_change') })
    await press(document.body, /^\s*Cancel\s/)
    await press(document.body, 'I do not need it any more')
    await press(document.body, 'Cancel this visit')
    await until('It is too late to change this visit here')
    expect(pageText()).toContain('555-0100')
    expect(deepQuery<HTMLInputElement>(document.body, 'input:checked')).toBeTruthy()
    expect(visit.status).toBe('booked')
  })

  test('after a lost answer, pressing again does not act twice', async () => {
    const { world } = worldWithVisit()
    const keys = new Set<unknown>()
    const client = await show(world)
    vi.spyOn(client.appointments, 'cancel').mockImplementation(async (_, __, options) => {
      keys.add(options?.idempotencyKey)
      throw Object.assign(new Error('broken'), { code: 'connection_failed', status: 0 })
    })
    await press(document.body, /^\s*Cancel\s/)
    await press(document.body, 'Another reason')
    await press(document.body, 'Cancel this visit')
    await until('We could not reach the clinic')
    await press(document.body, 'Cancel this visit')
    await waitFor(() => vi.mocked(client.appointments.cancel).mock.calls.length === 2, 'the second try')
    expect(keys.size).toBe(1)
  })
})

describe('what others change is shown at once', () => {
  test('a visit that the clinic cancels goes to the cancelled ones, and is announced', async () => {
    const { world, visit } = worldWithVisit()
    await show(world)
    await until('Your next visit')
    await world.client('practitioner').appointments.cancel(visit.id, { reason: 'practitioner-unavailable' })
    await until('You have no visits booked')
    expect(pageText()).toContain('Your visits have changed.')
  })

  test('a visit that was cancelled elsewhere can no longer be moved here', async () => {
    const { world, visit } = worldWithVisit()
    await show(world)
    await toTimes()
    await world.client('practitioner').appointments.cancel(visit.id, { reason: 'practitioner-unavailable' })
    await until('You have no visits booked')
    expect(pageText()).not.toContain('Choose a new time')
  })

  test('one’s own change is not announced as one by others', async () => {
    const { world } = worldWithVisit()
    await show(world)
    await toConfirm()
    await press(document.body, 'Move the visit')
    await until('Your visit is moved')
    await press(document.body, 'Back to your visits')
    await until('Your next visit')
    await settled()
    expect(pageText()).not.toContain('Your visits have changed.')
  })
})

test('what can no longer be changed says until when it could be, and whom to call', async () => {
  const { world } = worldWithVisit(1)
  await show(world)
  await until('Your next visit')
  await until('555-0100')
  expect(pageText()).toMatch(/You could change or cancel it here until \w{3}, \w{3} \d+/)
  expect(pageText()).not.toContain('Change the time')
})

test('check-in opens with the clock, and hands the visit to the page', async () => {
  const { world, visit } = worldWithVisit()
  const now = Date.now()
  visit.checkInFrom = instant(Math.floor(now / 1000) * 1000 + 60_000)
  const client = await show(world)
  const opened = details('visit-appointment-open')
  await until('You can check in from')
  expect(pageText()).not.toContain('Check in ')
  setPageClock(instant(Math.floor(now / 1000) * 1000 + 61_000))
  ;(element() as unknown as { requestUpdate(): void }).requestUpdate()
  await press(document.body, /^\s*Check in\s/)
  expect(opened).toEqual([{ appointmentId: visit.id, patientId: 'patient-robin' }])
  expect(called(client, 'checkIn')).toHaveLength(0)
})

test('a person who acts for several chooses one, reads for whom, and can choose another', async () => {
  const { world } = worldWithVisit()
  addVisit(world, 'appointment-sky', 48, { patientId: 'patient-sky' })
  const client = await show(world, {
    getMe: async (input) => {
      const me = await world.handlers.getMe!(input)
      const [robin] = (me as { patients: Appointment['patient'][] }).patients
      return {
        ...me,
        kind: 'proxy',
        patients: [robin, { ...robin, id: 'patient-sky', displayName: 'Sky Example' }],
      } as never
    },
  })
  await until('Who is this for?')
  await press(document.body, 'Sky Example')
  await until('Visits for Sky Example')
  expect(called(client, 'listAppointments').every(({ query }) => query['patientId'] === 'patient-sky')).toBe(true)
  await press(document.body, 'Choose another person')
  await until('Who is this for?')
  await press(document.body, 'Robin Example')
  await until('Visits for Robin Example')
})

test('past visits are shown a few at a time, back through the years', async () => {
  const { world } = worldWithVisit()
  for (let index = 1; index <= 7; index++) addVisit(world, `past-${index}`, -24 * 10 * index, { status: 'completed' })
  addVisit(world, 'long-ago', -24 * 500, { status: 'no-show' })
  await show(world)
  const rows = (): number => element().shadowRoot!.querySelectorAll('[part="past"] li').length
  await until('Past and cancelled visits')
  expect(rows()).toBe(5)
  await press(document.body, 'Show more')
  await waitFor(() => rows() === 9, 'all of them')
  expect(pageText()).toContain('Missed')
  expect(pageText()).not.toContain('Show more')
  expect(pageText()).not.toContain('Your visits have changed.')
})

test('the bar with the held time covers nothing that has the focus', async () => {
  await page.viewport(360, 640)
  const { world } = worldWithVisit()
  await show(world)
  await toTimes()
  slots()[0]?.click()
  await until('Held for you for')
  await tabTo('Back to your visits', '{Shift>}{Tab}{/Shift}')
  for (let presses = 0; presses < 40 && focusedName() !== 'Continue'; presses++) {
    await userEvent.keyboard('{Tab}')
    await new Promise((resolve) => requestAnimationFrame(resolve))
    const control = focused()?.closest('label') ?? focused()
    if (!control || control === document.body) break
    const bar = deepQuery(document.body, '.bar')?.getBoundingClientRect()
    const { top, bottom } = control.getBoundingClientRect()
    const isInBar = control.closest('.bar') !== null
    expect([focusedName(), isInBar || !bar || bottom <= bar.top || top >= bar.bottom, top >= 0]).toEqual([
      focusedName(),
      true,
      true,
    ])
  }
  expect(focusedName()).toBe('Continue')
})
