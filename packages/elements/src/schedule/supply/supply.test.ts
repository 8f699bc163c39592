import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { SampleWorld } from '@visitkit/sdk/testing'
import { asAdministrator, asDesk, withResources } from '../../../test/clinic-world.ts'
import { focusComesTo, pressKeyOn } from '../../../test/keyboard.ts'
import { pageText, unmount } from '../../../test/mount.ts'
import {
  addVisitAt,
  allInside,
  called,
  fullWorld,
  inside,
  showSchedule,
  textOf,
  TOMORROW,
  until,
} from '../../../test/schedule-page.ts'
import { press, waitFor } from '../../../test/story.ts'
import { useStatedClock } from '../../../test/use-stated-clock.ts'

useStatedClock()

const rowsOf = (part: string): string[] => allInside(`[part="${part}"] > li`).map(textOf)
const fill = (selector: string, value: string) => userEvent.fill(inside<HTMLInputElement>(selector)!, value)

/** A colleague adds a closure. */
const closeAtChristmas = (world: SampleWorld) => {
  const name = [{ language: 'en', text: 'Christmas' }]
  const items = [{ from: '2026-12-25T00:00', to: '2026-12-26T00:00', name }]
  return world.client('practitioner').closures.put({ items, version: 0, affected: 0 })
}

describe('closures', () => {
  const toForm = async (): Promise<void> => {
    await pressKeyOn('Closures')
    await focusComesTo('When is the clinic closed?')
    await until('No closed days are ahead.')
    await pressKeyOn('Add a closure')
    await focusComesTo('Add a closure')
  }

  test('change while they are shown, and what is being entered stays', async () => {
    const world = fullWorld()
    await showSchedule(world, asDesk(world))
    await toForm()
    await fill('[name=closure]', 'Founders day')
    await closeAtChristmas(world)
    await waitFor(() => rowsOf('closures')[0]?.includes('Christmas'), 'the closure of a colleague')
    expect(inside<HTMLInputElement>('[name=closure]')?.value).toBe('Founders day')
  })

  test('a holiday is saved after the visits in it were seen', async () => {
    const world = fullWorld()
    const client = await showSchedule(world, asDesk(world))
    await toForm()
    await pressKeyOn('Save the closure')
    await until('Enter a name')
    expect(called(client, 'previewSupplyChange')).toHaveLength(0)
    await fill('[name=closure]', 'Thanksgiving')
    await press(document.body, 'Save the closure')
    await focusComesTo('9 booked visits are affected')
    expect(called(client, 'putClosures')).toHaveLength(0)
    expect(allInside('[part="affected"] li')).toHaveLength(9)
    // In the zone of the clinic, wherever the person is.
    expect(textOf(allInside('[part="affected"] li')[0])).toContain('Thu, Nov 26, 9:00 AM')
    await press(document.body, 'Save, and ask 9 patients to choose another time')
    await waitFor(() => rowsOf('closures').length === 1, 'the closure')
    expect(rowsOf('closures')[0]).toContain('Thanksgiving November 26, 2026')
    expect(called(client, 'putClosures')[0]?.body).toEqual({
      items: [{ from: `${TOMORROW}T00:00`, to: '2026-11-27T00:00', name: [{ language: 'en', text: 'Thanksgiving' }] }],
      ...{ version: 0, affected: 9 },
    })
    expect(world.state.appointments.filter(({ support }) => support.reasons.includes('closed'))).toHaveLength(9)
  })

  test('a visit that is booked in the meantime is shown before anything is saved', async () => {
    const world = fullWorld()
    const client = await showSchedule(world, asDesk(world))
    await toForm()
    await fill('[name=closure]', 'Thanksgiving')
    await press(document.body, 'Save the closure')
    await until('9 booked visits are affected')
    addVisitAt(world, TOMORROW, '09:30', 9)
    await press(document.body, 'Save, and ask 9 patients')
    await until('More visits are affected than you have seen')
    await until('10 booked visits are affected')
    await press(document.body, 'Save, and ask 10 patients')
    await waitFor(() => rowsOf('closures').length === 1, 'the closure')
    expect(called(client, 'putClosures').map(({ body }) => (body as { affected: number }).affected)).toEqual([9, 10])
  })

  test('a part of a day is changed and removed, and its visits can take place again', async () => {
    const world = fullWorld()
    const client = await showSchedule(world, asDesk(world))
    await world.client('practitioner').closures.put({
      items: [
        { from: `${TOMORROW}T12:00`, to: `${TOMORROW}T14:00`, name: [{ language: 'en', text: 'Staff meeting' }] },
      ],
      ...{ version: 0, affected: 2 },
    })
    await press(document.body, 'Closures')
    await press(document.body, 'Change, Staff meeting')
    await focusComesTo('Change the closure')
    expect(inside<HTMLInputElement>('#from')?.value).toBe('12:00')
    await fill('#to', '13:00')
    await press(document.body, 'Save the closure')
    await waitFor(() => rowsOf('closures')[0]?.includes('1:00 PM'), 'the shorter closure')
    const stranded = () => world.state.appointments.filter(({ support }) => support.status === 'unsupported')
    expect(stranded()).toHaveLength(1)
    await press(document.body, 'Remove, Staff meeting')
    await focusComesTo('Remove Staff meeting?')
    expect(called(client, 'putClosures')).toHaveLength(1)
    await press(document.body, 'Remove the closure')
    await until('No closed days are ahead.')
    expect(stranded()).toHaveLength(0)
  })

  test('what someone else saved at the same moment stays', async () => {
    const world = fullWorld()
    const { putClosures } = world.handlersFor('practitioner')
    let tries = 0
    await showSchedule(world, {
      ...asDesk(world),
      putClosures: async (input) => {
        if (++tries === 1) await closeAtChristmas(world)
        return putClosures!(input)
      },
    })
    await toForm()
    await fill('[name=closure]', 'Founders day')
    await fill('#firstDay', '2026-12-10')
    await press(document.body, 'Save the closure')
    await until('Someone else changed this in the meantime')
    expect(inside<HTMLInputElement>('[name=closure]')?.value).toBe('Founders day')
    await press(document.body, 'Save the closure')
    await waitFor(() => rowsOf('closures').length === 2, 'both')
    expect(rowsOf('closures').join()).toContain('Christmas')
  })

  test('are for the front desk and administrators', async () => {
    await showSchedule(fullWorld())
    await until('Waitlist')
    expect(pageText()).not.toContain('Closures')
  })
})

describe('days with other hours', () => {
  const toDays = async (): Promise<void> => {
    await press(document.body, 'Hours and time off')
    await pressKeyOn('Days with other hours')
    await focusComesTo('Days with other hours')
  }

  test('a day is added after its visits were seen, changed, and removed', async () => {
    const world = fullWorld()
    const client = await showSchedule(world)
    await toDays()
    await until('Every day ahead has the hours of its weekday.')
    await press(document.body, 'Add a day')
    await focusComesTo('Add a day')
    expect(inside<HTMLInputElement>('#other-day')?.value).toBe(TOMORROW)
    await press(document.body, 'Save the day')
    await focusComesTo('6 booked visits are affected')
    expect(called(client, 'putAvailability')).toHaveLength(0)
    await press(document.body, 'Save, and ask 6 patients')
    await waitFor(() => rowsOf('exceptions').length === 1, 'the day')
    expect(rowsOf('exceptions')[0]).toContain('November 26, 2026 Hours: 9:00 AM to 12:00 PM')
    const body = called(client, 'putAvailability')[0]?.body as { exceptions: unknown; weekly: unknown[] }
    expect(body.exceptions).toEqual([{ date: TOMORROW, windows: [{ from: '09:00', to: '12:00' }] }])
    expect(body.weekly).toHaveLength(5)
    await press(document.body, 'Change, November 26, 2026')
    await press(document.body, 'Add hours')
    await press(document.body, 'Save the day')
    await waitFor(() => rowsOf('exceptions')[0]?.includes('5:00 PM'), 'the longer day')
    await press(document.body, 'Remove, November 26, 2026')
    await focusComesTo('Remove November 26, 2026?')
    await press(document.body, 'Remove the day')
    await until('Every day ahead has the hours of its weekday.')
    expect(world.state.appointments.every(({ support }) => support.status === 'supported')).toBe(true)
  })

  test('a day is entered once', async () => {
    const world = fullWorld()
    const client = await showSchedule(world)
    await toDays()
    for (const date of ['2026-12-01', '2026-12-01']) {
      await press(document.body, 'Add a day')
      await waitFor(() => inside('#other-day'), 'the form')
      await fill('#other-day', date)
      await press(document.body, 'Save the day')
      await waitFor(() => rowsOf('exceptions').length === 1, 'the day')
    }
    await until('This day is in the list already.')
    expect(called(client, 'putAvailability')).toHaveLength(1)
  })
})

describe('rooms and interpreters', () => {
  test('are listed, added with their hours, and retired', async () => {
    const world = fullWorld()
    const resources = withResources()
    const { stored, ...handlers } = resources
    const client = await showSchedule(world, { ...asDesk(world), ...handlers })
    await pressKeyOn('Rooms and interpreters')
    await focusComesTo('Rooms, interpreters and equipment')
    await waitFor(() => rowsOf('resources').length === 3, 'all')
    expect(rowsOf('resources')[1]).toContain('Sasha Placeholder Interpreter, Spanish, Arabic')
    expect(rowsOf('resources')[2]).toContain('Not used for new visits')
    await press(document.body, 'Add a room, interpreter or device')
    const kind = await waitFor(() => inside<HTMLSelectElement>('#resource-kind'), 'the form')
    await userEvent.selectOptions(kind, 'Interpreter')
    await press(document.body, /^\s*Save\s*$/)
    await focusComesTo('Name')
    await userEvent.keyboard('Robin Interpreter')
    await press(document.body, /^\s*Save\s*$/)
    await until('Choose at least one language.')
    await press(document.body, 'Vietnamese')
    await press(document.body, /^\s*Save\s*$/)
    await waitFor(() => rowsOf('resources').length === 4, 'the new one')
    expect(called(client, 'createResource')[0]?.body).toMatchObject({
      ...{ kind: 'interpreter', name: 'Robin Interpreter', languages: ['vi'], zone: 'America/New_York' },
      weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' })),
    })
    await press(document.body, 'Do not use any more, Room 1')
    await waitFor(() => rowsOf('resources')[0]?.includes('Not used for new visits'), 'the room to be retired')
    expect(stored[0]?.active).toBe(false)
  })

  test('what a visit takes is shown to the front desk, and changed by administrators', async () => {
    const world = fullWorld()
    const { stored: _, ...handlers } = withResources()
    await showSchedule(world, { ...asDesk(world), ...handlers })
    await press(document.body, 'Rooms and interpreters')
    await until('What visits take')
    expect(pageText()).toContain('The clinician only')
    expect(inside('[aria-label="Change, New concern"]')).toBeNull()
    unmount()
    const client = await showSchedule(world, {
      ...asAdministrator(world),
      ...handlers,
      updateVisitType: async ({ path, body: { resources = [] } }) => {
        const { items } = await world.client('practitioner').visitTypes.list().page()
        return { ...items.find(({ id }) => id === path.visitTypeId)!, resources }
      },
    })
    await press(document.body, 'Rooms and interpreters')
    await press(document.body, 'Change, New concern')
    await focusComesTo('Rooms')
    await userEvent.selectOptions(inside<HTMLSelectElement>('#needs-room')!, '1')
    await press(inside('form')!, /^\s*Save\s*$/)
    await waitFor(() => called(client, 'updateVisitType').length === 1, 'the change')
    expect(called(client, 'updateVisitType')[0]?.body).toEqual({ resources: [{ kind: 'room', count: 1 }], version: 1 })
  })
})
