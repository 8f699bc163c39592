import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { BookSeries, Hold, PlaceHold, PlaceSeveralHolds } from '@visitkit/sdk'
import { problem, type SampleWorld } from '@visitkit/sdk/testing'
import { focusComesTo, pressKeyOn } from '../../../test/keyboard.ts'
import { pageText } from '../../../test/mount.ts'
import { chooseType, findPatient, openNewVisit, toTimes, typeTime } from '../../../test/new-visit-page.ts'
import { group, withRoom } from '../../../test/new-visit-samples.ts'
import { addVisitAt, allInside, called, fullWorld, inside, textOf, until } from '../../../test/schedule-page.ts'
import { press, waitFor } from '../../../test/story.ts'
import { useStatedClock } from '../../../test/use-stated-clock.ts'

useStatedClock()

const worldWithRoom = (): SampleWorld => {
  const world = fullWorld()
  world.state.moreVisitTypes = [withRoom]
  return world
}

describe('visits that repeat', () => {
  const toSeries = async (): Promise<void> => {
    await findPatient(0)
    await chooseType('New concern')
    await press(document.body, 'The visit repeats')
    await press(document.body, 'Plan the visits')
    await focusComesTo('Repeat the visit')
    await waitFor(() => inside<HTMLInputElement>('#first-day')?.value, 'the first free day')
  }

  test('each is judged, another time replaces one that does not work, and those that were chosen are booked', async () => {
    const world = fullWorld()
    const client = await openNewVisit(world)
    await toSeries()
    await userEvent.fill(inside<HTMLInputElement>('#first-day')!, '2026-12-01')
    await userEvent.fill(inside<HTMLInputElement>('#series-clock')!, '10:30')
    addVisitAt(world, '2026-12-08', '10:30', 3)
    await pressKeyOn('Show the visits')
    await waitFor(() => allInside('[part="occurrences"] li').length === 4, 'four visits')
    const shown = allInside('[part="occurrences"] li').map(textOf)
    expect(shown[0]).toContain('Tue, Dec 1, 10:30 AM')
    expect(shown[1]).toContain('Does not work')
    expect(shown[1]).toContain('The clinician has another visit then.')
    const working = shown.filter((row) => row.includes('Works')).length
    await until(`Book ${working} visits`)
    const select = allInside<HTMLSelectElement>('[part="occurrences"] select')[0]!
    const [, nearest] = [...select.options]
    await userEvent.selectOptions(select, nearest!.text.trim())
    await until(`Book ${working + 1} visits`)
    await pressKeyOn(new RegExp(`^Book ${working + 1} visits`))
    await until(`${working + 1} visits are booked for Robin Example`)
    const body = called(client, 'bookSeries')[0]?.body as BookSeries
    expect(body.starts).toHaveLength(working + 1)
    expect(body.starts).toContain(nearest!.value)
    expect(called(client, 'previewSeries')[0]?.body).toMatchObject({
      ...{ start: '2026-12-01T15:30:00Z', rule: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=TU;COUNT=4', zone: 'America/New_York' },
    })
    expect(world.state.appointments.filter(({ seriesId }) => seriesId)).toHaveLength(working + 1)
  })

  test('take the room that is named, each of them', async () => {
    const client = await openNewVisit(worldWithRoom())
    await findPatient(0)
    await chooseType('Procedure')
    const field = await waitFor(() => inside<HTMLSelectElement>('#resource'), 'the rooms')
    await userEvent.selectOptions(field, 'Room 2')
    await press(document.body, 'The visit repeats')
    await press(document.body, 'Plan the visits')
    await waitFor(() => inside<HTMLInputElement>('#first-day')?.value, 'the first free day')
    await press(document.body, 'Show the visits')
    await press(document.body, /^\s*Book \d visits?/)
    await until('booked for Robin Example')
    for (const operation of ['previewSeries', 'bookSeries'])
      expect(called(client, operation)[0]?.body).toMatchObject({ resourceId: 'resource-room-2' })
  })

  test('what no longer works is shown again, and nothing is booked', async () => {
    const world = fullWorld()
    const client = await openNewVisit(world)
    await toSeries()
    await press(document.body, 'Show the visits')
    await until('visits work')
    const first = called(client, 'previewSeries')[0]?.body as { start: string }
    addVisitAt(world, first.start.slice(0, 10), '00:00', 3, { start: first.start })
    await press(document.body, /^\s*Book \d visits?/)
    await until('Some of these visits no longer work')
    expect(called(client, 'previewSeries')).toHaveLength(2)
    expect(world.state.appointments.filter(({ seriesId }) => seriesId)).toHaveLength(0)
  })

  test('a rule that cannot be is refused at its field', async () => {
    const client = await openNewVisit(fullWorld())
    await toSeries()
    await userEvent.fill(inside<HTMLInputElement>('#count')!, '53')
    await pressKeyOn('Show the visits')
    await focusComesTo('Visits')
    expect(pageText()).toContain('There can be 1 to 52 visits.')
    expect(called(client, 'previewSeries')).toHaveLength(0)
  })
})

describe('a family', () => {
  const toFamily = async (): Promise<void> => {
    await findPatient(0)
    await findPatient(2)
    await chooseType('New concern')
    await press(document.body, 'Find times')
    await waitFor(() => inside('.slot.first'), 'free times')
    inside('.slot.first')?.click()
    await press(document.body, 'Continue')
    await focusComesTo('Check the visit')
  }

  test('has its visits one after the other, all held at once', async () => {
    const world = fullWorld()
    const client = await openNewVisit(world)
    await toFamily()
    expect(called(client, 'searchSlots')[0]?.query).toMatchObject({ inARow: 2 })
    const body = called(client, 'placeSeveralHolds')[0]?.body as PlaceSeveralHolds
    expect(body.patientIds).toEqual(['patient-robin', 'patient-kim'])
    expect(textOf(inside('dl'))).toMatch(/Robin Example .* Kim Specimen/)
    await press(document.body, 'Book 2 visits')
    await until('2 visits are booked for Robin Example and Kim Specimen')
    const made = world.state.appointments.slice(-2)
    expect(made.map(({ patientId }) => patientId)).toEqual(['patient-robin', 'patient-kim'])
    expect(made[0]!.start < made[1]!.start).toBe(true)
    expect(world.state.holds).toHaveLength(0)
  })

  test('is in the room that is named', async () => {
    const client = await openNewVisit(worldWithRoom())
    await findPatient(0)
    await findPatient(2)
    await chooseType('Procedure')
    const field = await waitFor(() => inside<HTMLSelectElement>('#resource'), 'the rooms')
    await userEvent.selectOptions(field, 'Room 2')
    await press(document.body, 'Find times')
    await waitFor(() => inside('.slot.first'), 'free times')
    inside('.slot.first')?.click()
    await press(document.body, 'Continue')
    await focusComesTo('Check the visit')
    expect(textOf(inside('dl'))).toContain('Room Room 2')
    expect(called(client, 'searchSlots').at(-1)?.query).toMatchObject({ inARow: 2, resourceId: 'resource-room-2' })
    expect(called(client, 'placeSeveralHolds')[0]?.body).toMatchObject({ resourceId: 'resource-room-2' })
  })

  test('is booked outside the rules with a reason, which holds for each of them', async () => {
    const world = fullWorld()
    const client = await openNewVisit(world)
    await findPatient(0)
    await findPatient(2)
    await chooseType('New concern')
    await press(document.body, 'Find times')
    await waitFor(() => inside('.slot.first'), 'free times')
    await typeTime('2026-11-27', '07:00')
    await waitFor(() => inside('[part="override"]'), 'the form')
    expect(textOf(inside('[part="override"]'))).toContain('The reason is for 2 visits.')
    await userEvent.fill(inside<HTMLTextAreaElement>('#override-reason')!, 'Before school')
    await pressKeyOn('Book anyway')
    await focusComesTo('Check the visit')
    expect(textOf(inside('dl'))).toContain('Before school')
    const override = { reason: 'Before school' }
    expect(called(client, 'placeSeveralHolds').at(-1)?.body).toMatchObject({ start: '2026-11-27T12:00:00Z', override })
    await press(document.body, 'Book 2 visits')
    await until('2 visits are booked for Robin Example and Kim Specimen')
    expect(world.state.appointments.slice(-2).map((one) => one.override)).toEqual([override, override])
  })

  test('keeps what was booked when a later visit is refused', async () => {
    const world = fullWorld()
    let tries = 0
    const { bookAppointment } = world.handlersFor('practitioner')
    const client = await openNewVisit(world, {
      bookAppointment: (input) => (++tries === 2 ? problem(0, 'connection_failed') : bookAppointment!(input)),
    })
    await toFamily()
    await press(document.body, 'Book 2 visits')
    await until('Booked already: Robin Example.')
    await press(document.body, 'Book the visit')
    await until('2 visits are booked for Robin Example and Kim Specimen')
    const holds = called(client, 'bookAppointment').map(({ body }) => (body as { holdId: Hold['id'] }).holdId)
    expect(holds[1]).toBe(holds[2])
    expect(new Set(holds).size).toBe(2)
  })
})

test('a seat in a group that others have joined', async () => {
  const world = fullWorld()
  world.state.moreVisitTypes.push(group)
  addVisitAt(world, '2026-11-27', '10:00', 3, { visitTypeId: group.id })
  addVisitAt(world, '2026-11-27', '10:30', 4, { visitTypeId: group.id })
  addVisitAt(world, '2026-11-27', '11:00', 4, { visitTypeId: group.id })
  const client = await openNewVisit(world)
  await toTimes('Group session')
  await until('3 seats left')
  await pressKeyOn(/^Hold a seat/)
  await until('Held for you for')
  await press(document.body, 'Continue')
  await press(document.body, 'Book the visit')
  await until('Robin Example is booked')
  const hold = called(client, 'holdSlot')[0]?.body as PlaceHold
  expect(world.state.appointments.filter(({ start }) => start === hold.start)).toHaveLength(2)
})
