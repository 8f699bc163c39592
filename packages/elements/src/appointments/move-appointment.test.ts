import { html } from 'lit'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { VisitType } from '@visitkit/sdk'
import { problem } from '@visitkit/sdk/testing'
import { actsForChild } from '../../test/booking-page.ts'
import { tabInSightTo } from '../../test/focus-in-sight.ts'
import { focusComesTo, pressKeyOn } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { setPageClock } from '../../test/page-clock.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'
import {
  DAY,
  instant,
  worldWithVisit,
  show,
  called,
  until,
  element,
  slots,
  details,
  toTimes,
  toConfirm,
} from '../../test/appointments-page.ts'

afterEach(() => {
  unmount()
  setPageClock(import.meta.env['TEST_AT'] || undefined)
  vi.restoreAllMocks()
})

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

test('a visit moves to another state, and the times are those of clinicians who are licensed there', async () => {
  const { world, visit } = worldWithVisit()
  visit.state = 'OH'
  const client = await show(world)
  await toTimes()
  const state = await waitFor(() => deepQuery<HTMLSelectElement>(document.body, '#move-state'), 'the state')
  expect(state.value).toBe('OH')
  expect(state.labels[0]?.textContent).toBe('State where you will be')
  await userEvent.selectOptions(state, 'KY')
  await press(document.body, 'Choose someone else')
  await waitFor(() => slots().length > 0, 'free times')
  slots()[0]?.click()
  await press(document.body, 'Continue')
  await until('Check the new time')
  expect(pageText()).toMatch(/Where Kentucky/)
  await press(document.body, 'Move the visit')
  await until('Your visit is moved')
  expect(called(client, 'searchSlots').at(-1)?.query).toMatchObject({ appointmentId: visit.id, state: 'KY' })
  expect(called(client, 'holdSlot').at(-1)?.body).toMatchObject({ appointmentId: visit.id, state: 'KY' })
})

test('a visit without licenses asks for no state', async () => {
  const { world } = worldWithVisit()
  await show(world, {
    listVisitTypes: async (input) => {
      const page = (await world.handlersFor('patient').listVisitTypes!(input)) as { items: VisitType[] }
      return {
        items: page.items.map((type) => ({ ...type, licenseRequired: false })),
        nextCursor: null,
      }
    },
  })
  await toTimes()
  expect(deepQuery(document.body, '#move-state')).toBeNull()
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
  // A Wednesday: the visit is on Thursday, and the nearest time on Friday.
  setPageClock()
  const { world, visit } = worldWithVisit(24)
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

test('a parent reads on each step for whom it is', async () => {
  const { world, visit } = worldWithVisit()
  visit.patientId = 'patient-noor'
  await show(world, actsForChild(world))
  await until('For Noor Example')
  await toTimes()
  expect(pageText()).toContain('For Noor Example')
  slots()[0]?.click()
  await press(document.body, 'Continue')
  await until('Check the new time')
  expect(pageText()).toContain('For Noor Example')
  await press(document.body, 'Keep the old time')
  await press(document.body, /^\s*Cancel\s/)
  await until('Cancel this visit?')
  expect(pageText()).toContain('For Noor Example')
})

describe.each([
  [360, 740],
  [320, 568],
])('on a screen of %i by %i pixels what has the focus is never hidden', (width, height) => {
  beforeEach(() => page.viewport(width, height))

  test('in the list, with a held time, and before moving or cancelling', async () => {
    const { world } = worldWithVisit()
    await show(world)
    await tabInSightTo('Add to my calendar')
    await toTimes()
    slots()[0]?.click()
    await until('Held for you for')
    expect((await tabInSightTo('Continue')).length).toBeGreaterThan(8)
    await press(document.body, 'Continue')
    await until('Check the new time')
    await tabInSightTo('Move the visit')
    await press(document.body, 'Keep the old time')
    await press(document.body, /^\s*Cancel\s/)
    await until('Cancel this visit?')
    await tabInSightTo('Keep this visit')
  })
})
