import type { Appointment } from '@visitkit/sdk'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { problem } from '@visitkit/sdk/testing'
import { focusComesTo, pressKeyOn } from '../../test/keyboard.ts'
import { pageText, settled, unmount } from '../../test/mount.ts'
import { setPageClock } from '../../test/page-clock.ts'
import { deepQuery, press, waitFor } from '../../test/story.ts'
import {
  instant,
  addVisit,
  worldWithVisit,
  show,
  called,
  until,
  element,
  details,
  toTimes,
  toConfirm,
} from '../../test/appointments-page.ts'

afterEach(() => {
  unmount()
  setPageClock(import.meta.env['TEST_AT'] || undefined)
  vi.restoreAllMocks()
})

describe('cancelling', () => {
  test('asks for a reason, says what happens, and offers another visit', async () => {
    const { world, visit } = worldWithVisit()
    const client = await show(world)
    const [cancelled, booking] = [details('visit-appointment-cancelled'), details('visit-book-requested')]
    await pressKeyOn(/^Cancel, /)
    await focusComesTo('Cancel this visit?')
    expect(pageText()).toContain('Other patients can book this time as soon as you cancel. You can book another visit.')
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

test('without a visit, one press leads to the booking of any kind of visit', async () => {
  const { world, visit } = worldWithVisit()
  await world.client('practitioner').appointments.cancel(visit.id, { reason: 'practitioner-unavailable' })
  await show(world)
  const wanted = details('visit-book-requested')
  await until('You have no visits booked')
  await pressKeyOn('Book a visit')
  expect(wanted).toEqual([{ visitTypeId: null, practitionerId: null }])
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

test('a person who acts for several sees the visits of all, each with its name', async () => {
  const { world } = worldWithVisit()
  addVisit(world, 'appointment-sky', 48, { patientId: 'patient-sky' })
  addVisit(world, 'appointment-past', -48, { patientId: 'patient-sky', status: 'completed' })
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
  await until('Past and cancelled visits')
  const rows = [...element().shadowRoot!.querySelectorAll('li')].map(({ textContent }) => textContent)
  expect(rows.map((row) => /For (Robin|Sky) Example/.exec(row)?.[1])).toEqual(['Sky', 'Robin', 'Sky', 'Robin'])
  expect(called(client, 'listAppointments').every(({ query }) => !('patientId' in query))).toBe(true)
  await pressKeyOn(/^Cancel, /)
  await focusComesTo('Cancel this visit?')
  expect(pageText()).toContain('For Sky Example')
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
