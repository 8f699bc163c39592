import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { focusComesTo, pressKeyOn } from '../../test/keyboard.ts'
import { pageText } from '../../test/mount.ts'
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
  TOMORROW,
  until,
} from '../../test/schedule-page.ts'
import { press, waitFor } from '../../test/story.ts'
import { useStatedClock } from '../../test/use-stated-clock.ts'

useStatedClock()

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
