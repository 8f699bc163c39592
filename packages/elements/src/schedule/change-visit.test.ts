import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { problem } from '@visitkit/sdk/testing'
import { focusComesTo, pressKeyOn } from '../../test/keyboard.ts'
import { pageText } from '../../test/mount.ts'
import { withRoom } from '../../test/new-visit-samples.ts'
import { recordEvents } from '../../test/record-announcements.ts'
import {
  addVisitAt,
  allInside,
  called,
  fullWorld,
  inside,
  rows,
  showSchedule,
  textOf,
  TODAY,
  until,
} from '../../test/schedule-page.ts'
import { press, waitFor } from '../../test/story.ts'
import { useStatedClock } from '../../test/use-stated-clock.ts'

useStatedClock()

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

  test('takes the room that is named, or any that is free', async () => {
    const world = fullWorld()
    world.state.moreVisitTypes = [withRoom]
    addVisitAt(world, TODAY, '15:30', 3, { visitTypeId: withRoom.id })
    const client = await showSchedule(world)
    await pressKeyOn(/^Move, .*3:30 PM/)
    const field = await waitFor(() => inside<HTMLSelectElement>('#resource'), 'the rooms')
    await until('First available')
    expect(called(client, 'searchSlots').at(-1)?.query).not.toHaveProperty('resourceId')
    await userEvent.selectOptions(field, 'Room 2')
    await waitFor(() => called(client, 'searchSlots').at(-1)?.query['resourceId'] === 'resource-room-2', 'its times')
    await waitFor(() => inside('.slot.first'), 'free times')
    inside('.slot.first')?.click()
    await until('Held for you for')
    await pressKeyOn('Continue')
    await focusComesTo('Check the new time')
    expect(textOf(inside('dl'))).toContain('Room Room 2')
    expect(called(client, 'holdSlot')[0]?.body).toMatchObject({ resourceId: 'resource-room-2' })
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
    const dragToFriday = async (): Promise<void> => {
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
    }
    await dragToFriday()
    // A person who goes back can still open the visit with the keyboard.
    await press(document.body, 'Back to the schedule')
    await pressKeyOn(/^1:00 PM Booked Ida Sample/)
    await focusComesTo('Ida Sample')
    await dragToFriday()
    expect(textOf(inside('dl'))).toContain('New time Fri, Nov 27, 1:30 PM')
    expect(world.state.appointments.find(({ id }) => id === `visit-${TODAY}-13:00`)?.start).toBe('2026-11-25T18:00:00Z')
    await press(document.body, 'Move the visit')
    await until('Ida Sample’s visit is moved to Fri, Nov 27, 1:30 PM')
  })
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
