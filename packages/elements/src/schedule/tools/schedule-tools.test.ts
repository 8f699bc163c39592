import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { VisitType } from '@visitkit/sdk'
import { addVisitAt, allInside, fullWorld, rows, showSchedule, textOf, TODAY } from '../../../test/schedule-page.ts'
import { waitFor } from '../../../test/story.ts'
import { useStatedClock } from '../../../test/use-stated-clock.ts'

useStatedClock()

const rowAt = (time: string): string => rows().find((row) => row.startsWith(time)) ?? ''

test('a visit shows who else takes part and what it takes', async () => {
  const world = fullWorld()
  const [, lee] = (await world.client('practitioner').practitioners.list().page()).items
  addVisitAt(world, TODAY, '14:00', 7, {
    resources: [{ id: 'room-1', kind: 'room', name: 'Room 1' }],
    additionalPractitioners: [lee!],
  })
  await showSchedule(world)
  await waitFor(() => rowAt('2:00 PM').includes('with Dr. Lee Placeholder, Room 1'), 'what it takes')
})

test('a visit by video or phone shows in which state the patient will be, one at the clinic does not', async () => {
  const world = fullWorld()
  addVisitAt(world, TODAY, '14:00', 7, { modality: 'video', state: 'PA' })
  addVisitAt(world, TODAY, '15:00', 6, { modality: 'in-person', state: 'PA' })
  await showSchedule(world)
  await waitFor(() => rowAt('2:00 PM').includes('patient in Pennsylvania'), 'the state')
  expect(rowAt('3:00 PM')).not.toContain('Pennsylvania')
})

test('a group shows its seats, and a visit of a series its place, also when one of the series is cancelled', async () => {
  const world = fullWorld()
  for (const index of [6, 7, 8])
    addVisitAt(world, TODAY, '15:00', index, { id: `group-${index}`, visitTypeId: 'group' })
  for (const day of ['2026-11-18', TODAY, '2026-12-02'])
    addVisitAt(world, day, '14:00', 5, { seriesId: 'series-1', status: day < TODAY ? 'completed' : 'booked' })
  await showSchedule(world, {
    listVisitTypes: async (input) => {
      const { items, nextCursor } = (await world.handlers.listVisitTypes!(input)) as {
        items: VisitType[]
        nextCursor: string | null
      }
      return { items: [...items, { ...items[0]!, id: 'group', capacity: 8 }], nextCursor }
    },
  })
  await waitFor(() => rowAt('3:00 PM').includes('3 of 8 seats taken'), 'the seats')
  await waitFor(() => rowAt('2:00 PM').includes('2 of 3 in a series'), 'the place')
  const later = world.state.appointments.find(({ id }) => id === 'visit-2026-12-02-14:00')!
  later.status = 'cancelled'
  world.live.emit({
    type: 'appointment.changed',
    ids: { appointmentId: later.id, patientId: later.patientId, practitionerId: later.practitioner.id },
  })
  await waitFor(() => rowAt('2:00 PM').includes('2 of 2 in a series'), 'the new place')
})

test('the week names them for each visit', async () => {
  await page.viewport(1200, 900)
  const world = fullWorld()
  addVisitAt(world, TODAY, '14:00', 7, { resources: [{ id: 'room-1', kind: 'room', name: 'Room 1' }] })
  await showSchedule(world, {}, 'week')
  await waitFor(() => allInside('.block button').some((one) => textOf(one).includes('Room 1')), 'the room')
})
