import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { problem } from '@visitkit/sdk/testing'
import { focusComesTo, focused, pressKeyOn } from '../../test/keyboard.ts'
import { pageText, unmount } from '../../test/mount.ts'
import { setPageClock, statedMoment } from '../../test/page-clock.ts'
import { recordEvents } from '../../test/record-announcements.ts'
import {
  addVisitAt,
  allInside,
  asFrontDesk,
  called,
  fullWorld,
  inside,
  showSchedule,
  textOf,
  TODAY,
  until,
} from '../../test/schedule-page.ts'
import { press, waitFor } from '../../test/story.ts'

const TOMORROW = '2026-11-26'

beforeEach(() => setPageClock(statedMoment))
afterEach(() => {
  unmount()
  setPageClock(import.meta.env['TEST_AT'] || undefined)
})

const rows = (): string[] => allInside('[part="list"] .rows > li').map(textOf)

test('a day shows its visits with patient, kind and state, and its hours', async () => {
  await showSchedule(fullWorld())
  expect(textOf(inside('#heading'))).toBe('Schedule')
  expect(textOf(inside(`#day-${TODAY}`))).toBe('Today, Wednesday, November 25')
  expect(pageText()).toContain('Hours: 9:00 AM to 5:00 PM')
  expect(pageText()).toContain('Times are in Eastern Time, New York.')
  expect(rows()).toEqual([
    '9:00 AM to 9:30 AM Noor Example Video visit, New concern Completed',
    '10:30 AM to 11:00 AM Sam Placeholder Video visit, New concern In progress',
    '1:00 PM to 1:30 PM Ida Sample Phone visit, New concern Booked Move Cancel',
  ])
})

test('days can be turned, and a week is a list on a phone', async () => {
  await page.viewport(360, 740)
  await showSchedule(fullWorld())
  await pressKeyOn('Later')
  await waitFor(() => rows().length === 9, 'the next day')
  await press(document.body, 'Week')
  await waitFor(() => allInside('[part="list"] > section').length === 7, 'seven days')
  expect(rows()).toHaveLength(14)
  expect(inside('[part="grid"]')).toBeNull()
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360)
})

test('the front desk chooses whose schedule it reads', async () => {
  const world = fullWorld()
  const client = await showSchedule(world, asFrontDesk(world))
  await until('Whose schedule?')
  expect(called(client, 'listAppointments')).toHaveLength(0)
  await userEvent.selectOptions(inside<HTMLSelectElement>('#whose')!, 'Dr. Jo Sample')
  await until('Schedule of Dr. Jo Sample')
  await waitFor(() => rows().length === 3, 'the visits of the day')
  await userEvent.selectOptions(inside<HTMLSelectElement>('#whose')!, 'Dr. Lee Placeholder')
  await until('No visits are booked on this day.')
})

test('what others book and cancel is shown at once', async () => {
  const world = fullWorld()
  await showSchedule(world)
  const visit = addVisitAt(world, TODAY, '15:00', 7)
  world.live.emit({
    type: 'appointment.changed',
    ids: { appointmentId: visit.id, patientId: visit.patientId, practitionerId: visit.practitioner.id },
  })
  await waitFor(() => rows().length === 4, 'the new visit')
  await world.client('practitioner').appointments.cancel(visit.id, { reason: 'other' })
  await waitFor(() => rows().length === 3, 'the visit to go')
})

describe('moving a visit', () => {
  test('with the keyboard: another time is held, checked and confirmed', async () => {
    const world = fullWorld()
    const client = await showSchedule(world)
    const moved = recordEvents('visit-appointment-rescheduled')
    await pressKeyOn(/^Move, Ida Sample/)
    await focusComesTo('Choose a new time')
    expect(pageText()).toContain('Ida Sample')
    await waitFor(() => inside('.slot:not(.first)'), 'free times')
    await pressKeyOn(/^First available/)
    await until('Held for you for')
    await pressKeyOn('Continue')
    await focusComesTo('Check the new time')
    await pressKeyOn('Move the visit')
    await focusComesTo('Schedule')
    expect(pageText()).toContain('Ida Sample’s visit is moved to')
    const hold = called(client, 'holdSlot')[0]?.body as { start: string; appointmentId: string }
    expect(hold.appointmentId).toBe(`visit-${TODAY}-13:00`)
    expect(world.state.appointments.find(({ id }) => id === hold.appointmentId)?.start).toBe(hold.start)
    expect(moved).toEqual([{ appointmentId: hold.appointmentId, patientId: 'patient-5' }])
  })

  test('a refusal has its sentence and the nearest times, and moves nothing', async () => {
    const world = fullWorld()
    const nearest = ['2026-11-27T15:00:00Z']
    await showSchedule(world, { holdSlot: () => problem(409, 'patient_busy', { nearest }) })
    await pressKeyOn(/^Move, Ida Sample/)
    await waitFor(() => inside('.slot:not(.first)'), 'free times')
    inside('.slot.first')?.click()
    await until('There is another visit at that time')
    expect(textOf(inside('[role="alert"]'))).toContain('Fri, Nov 27, 10:00 AM')
    await press(document.body, 'Back to the schedule')
    await until('Today, Wednesday')
    expect(rows()[2]).toContain('1:00 PM to 1:30 PM Ida Sample')
  })

  test('by dragging it on the week of a wide screen: the new time is asked before it is final', async () => {
    await page.viewport(1200, 900)
    const world = fullWorld()
    await showSchedule(world, {}, 'week')
    const block = await waitFor(
      () => allInside('.block button').find((one) => textOf(one).includes('Ida Sample')),
      'the visit',
    )
    const target = inside(`.track[data-day="2026-11-27"]`)!.getBoundingClientRect()
    const from = block.getBoundingClientRect()
    const [x, y] = [from.left + 10, from.top + 5]
    const to = {
      clientX: target.left + target.width / 2,
      clientY: y + 30 * 1.6,
      button: 0,
      bubbles: true,
      composed: true,
    }
    block.dispatchEvent(
      new PointerEvent('pointerdown', {
        clientX: x,
        clientY: y,
        button: 0,
        bubbles: true,
        composed: true,
        pointerType: 'mouse',
      }),
    )
    window.dispatchEvent(new PointerEvent('pointermove', to))
    expect(block.parentElement?.classList.contains('dragged')).toBe(true)
    window.dispatchEvent(new PointerEvent('pointerup', to))
    await focusComesTo('Check the new time')
    expect(textOf(inside('dl'))).toContain('New time Fri, Nov 27, 1:30 PM')
    expect(world.state.appointments.find(({ id }) => id === `visit-${TODAY}-13:00`)?.start).toBe('2026-11-25T18:00:00Z')
    await press(document.body, 'Move the visit')
    await until('Ida Sample’s visit is moved to Fri, Nov 27, 1:30 PM')
  })
})

test('a visit of the week opens with a press, and closes', async () => {
  await page.viewport(1200, 900)
  await showSchedule(fullWorld(), {}, 'week')
  await waitFor(() => inside('[part="grid"]'), 'the grid')
  await pressKeyOn(/^1:00 PM Booked Ida Sample/)
  await focusComesTo('Ida Sample')
  expect(textOf(focused()?.closest('section'))).toContain('1:00 PM to 1:30 PM')
  await press(document.body, 'Close')
  await waitFor(() => !inside('#selected'), 'it to close')
})

test('a visit is cancelled with a reason', async () => {
  const world = fullWorld()
  const client = await showSchedule(world)
  await pressKeyOn(/^Cancel, Ida Sample/)
  await focusComesTo('Cancel this visit?')
  await pressKeyOn('Cancel this visit')
  await focusComesTo('The clinician is not available')
  expect(pageText()).toContain('Choose a reason.')
  await userEvent.keyboard(' ')
  await pressKeyOn('Cancel this visit')
  await focusComesTo('Schedule')
  expect(called(client, 'cancelAppointment')[0]?.body).toEqual({ reason: 'practitioner-unavailable' })
  await waitFor(() => rows().length === 2, 'the visit to go')
})

describe('being away', () => {
  const toAway = async (): Promise<void> => {
    await press(document.body, 'Later')
    await waitFor(() => rows().length === 9, 'the next day')
    await pressKeyOn('I am away')
    await focusComesTo('When are you away?')
    expect(inside<HTMLInputElement>('#firstDay')?.value).toBe(TOMORROW)
  }

  test('shows the visits in it first, then asks the patients for another time', async () => {
    const world = fullWorld()
    const client = await showSchedule(world)
    const added = recordEvents('visit-time-off-added')
    await toAway()
    await userEvent.selectOptions(inside<HTMLSelectElement>('#away-reason')!, 'Sick')
    await pressKeyOn('Show which visits this affects')
    await until('9 booked visits are affected')
    expect(called(client, 'addTimeOff')).toHaveLength(0)
    expect(allInside('[part="affected"] li')).toHaveLength(9)
    await pressKeyOn('Save, and ask 9 patients to choose another time')
    await until('Time off is saved. 9 visits need another time.')
    expect(called(client, 'addTimeOff')[0]?.body).toEqual({
      ...{ from: `${TOMORROW}T00:00`, to: '2026-11-27T00:00', reason: 'sick' },
      ...{ appointments: 'flag', affected: 9 },
    })
    expect(added).toEqual([{ practitionerId: 'practitioner-jo', affected: 9 }])
    await until('9 visits need another time')
    await waitFor(() => allInside('[part="needs-time"] li').length === 9, 'the list')
    expect(textOf(allInside('[part="needs-time"] li')[0])).toContain('Needs another time: clinician is off')
    const first = world.state.appointments.find(({ start }) => start === `${TOMORROW}T14:00:00Z`)!
    await world.client('practitioner').appointments.cancel(first.id, { reason: 'other' })
    await waitFor(() => allInside('[part="needs-time"] li').length === 8, 'the list to shrink')
  })

  test('can cancel all of them', async () => {
    const world = fullWorld()
    const client = await showSchedule(world)
    await toAway()
    await press(document.body, 'Show which visits this affects')
    await until('9 booked visits are affected')
    await press(document.body, 'All are cancelled.')
    await pressKeyOn('Save, and cancel 9 visits')
    await until('Time off is saved. 9 visits are cancelled.')
    expect(called(client, 'addTimeOff')[0]?.body).toMatchObject({ appointments: 'cancel', affected: 9 })
    await until('No visits are booked on this day.')
  })

  test('a visit that is booked in the meantime is shown before anything is saved', async () => {
    const world = fullWorld()
    const client = await showSchedule(world)
    await toAway()
    await press(document.body, 'Show which visits this affects')
    await until('9 booked visits are affected')
    addVisitAt(world, TOMORROW, '09:30', 9)
    await press(document.body, 'Save, and ask 9 patients')
    await until('More visits are affected than you have seen')
    await until('10 booked visits are affected')
    await press(document.body, 'Save, and ask 10 patients')
    await until('Time off is saved. 10 visits need another time.')
    expect(called(client, 'addTimeOff').map(({ body }) => (body as { affected: number }).affected)).toEqual([9, 10])
  })

  test('other times are looked at again, and a range that ends before it begins is refused here', async () => {
    const client = await showSchedule(fullWorld())
    await toAway()
    await press(document.body, 'Show which visits this affects')
    await until('9 booked visits are affected')
    await press(document.body, 'Only a part of the day')
    await waitFor(() => !inside('[part="affected"]'), 'the list to go')
    await userEvent.fill(inside<HTMLInputElement>('#to')!, '08:00')
    await press(document.body, 'Show which visits this affects')
    await until('The end must be after the start.')
    await userEvent.fill(inside<HTMLInputElement>('#to')!, '11:00')
    await press(document.body, 'Show which visits this affects')
    await until('2 booked visits are affected')
    expect(called(client, 'previewSupplyChange').at(-1)?.body).toMatchObject({
      timeOff: { from: `${TOMORROW}T09:00`, to: `${TOMORROW}T11:00` },
    })
  })
})

describe('hours', () => {
  test('are saved at once when they affect no visit', async () => {
    const client = await showSchedule(fullWorld())
    await pressKeyOn('Hours and time off')
    await focusComesTo('Weekly hours')
    await press(document.body, /Add hours, Saturday/)
    await press(document.body, 'Save hours')
    await until('Hours are saved.')
    const body = called(client, 'putAvailability')[0]?.body as { weekly: unknown[]; affected: number }
    expect(body.weekly).toContainEqual({ weekday: 6, from: '09:00', to: '17:00' })
    expect(body.affected).toBe(0)
  })

  test('that strand visits are saved after they were seen', async () => {
    const client = await showSchedule(fullWorld())
    await press(document.body, 'Hours and time off')
    await press(document.body, /Remove, Thursday/)
    await press(document.body, 'Save hours')
    await until('9 booked visits are affected')
    expect(called(client, 'putAvailability')).toHaveLength(0)
    await press(document.body, 'Save hours, and ask 9 patients to choose another time')
    await until('Hours are saved.')
    expect(called(client, 'putAvailability')[0]?.body).toMatchObject({ affected: 9 })
    await until('9 visits need another time')
    expect(pageText()).toContain('Needs another time: outside hours')
  })

  test('time off is listed, and removing it supports its visits again', async () => {
    const world = fullWorld()
    await showSchedule(world)
    await world.client('practitioner').timeOff.add('practitioner-jo', {
      ...{ from: `${TOMORROW}T00:00`, to: '2026-11-27T00:00', reason: 'meeting', appointments: 'flag', affected: 9 },
    })
    await until('9 visits need another time')
    await press(document.body, 'Hours and time off')
    await until('Meeting')
    await press(document.body, /Remove, Thu, Nov 26/)
    await until('No time off')
    await press(document.body, 'Back to the schedule')
    await waitFor(() => !inside('[part="needs-time"]'), 'the list to go')
  })
})

test('the end of the session leaves no name on the page', async () => {
  const client = await showSchedule(fullWorld())
  expect(pageText()).toContain('Ida Sample')
  client.endSession()
  await waitFor(() => !pageText().includes('Ida'), 'an empty page')
})

test('a request is answered: booked, or declined with a reason', async () => {
  const world = fullWorld()
  const asked = [addVisitAt(world, TODAY, '14:00', 7), addVisitAt(world, TODAY, '15:00', 8)]
  for (const one of asked) Object.assign(one, { status: 'requested', answerBy: one.changeableUntil })
  const client = await showSchedule(world)
  await until('Requested')
  await pressKeyOn(/^Answer, .*2:00 PM/)
  await focusComesTo('Answer the request')
  expect(pageText()).toContain('If no one answers, the request is declined on')
  await pressKeyOn('Send the answer')
  await focusComesTo('Yes, book it')
  expect(pageText()).toContain('Choose an answer.')
  expect(called(client, 'approveAppointment')).toHaveLength(0)
  await userEvent.keyboard(' ')
  await pressKeyOn('Send the answer')
  await until('is booked.')
  expect(called(client, 'approveAppointment')).toHaveLength(1)
  await press(document.body, 'Answer')
  await press(document.body, 'No: another visit or clinician fits better')
  await press(document.body, 'Send the answer')
  await until('is declined.')
  expect(called(client, 'declineAppointment')[0]?.body).toEqual({ reason: 'not-suitable' })
})
