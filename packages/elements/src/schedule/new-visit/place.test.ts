import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { pressKeyOn } from '../../../test/keyboard.ts'
import { pageText } from '../../../test/mount.ts'
import { chooseType, findPatient, openNewVisit, typeTime } from '../../../test/new-visit-page.ts'
import { called, fullWorld, inside, until } from '../../../test/schedule-page.ts'
import { press, waitFor } from '../../../test/story.ts'
import { useStatedClock } from '../../../test/use-stated-clock.ts'

useStatedClock()

const choose = (selector: string, name: string): Promise<void> =>
  userEvent.selectOptions(inside<HTMLSelectElement>(selector)!, name)

const toForm = async (...places: readonly number[]) => {
  const world = fullWorld()
  const client = await openNewVisit(world)
  for (const place of places) await findPatient(place)
  await chooseType('New concern')
  return { world, client }
}

describe('the state where the patient will be', () => {
  test('is their home state until another one is chosen; times, hold and confirmation are for that one', async () => {
    const { world, client } = await toForm(0)
    expect(pageText()).toContain('It is Ohio, their home state')
    await choose('#state', 'Kentucky')
    expect(pageText()).toContain('Their home state is Ohio.')
    await choose('#practitioner', 'Anyone who is free')
    await press(document.body, 'Find times')
    await waitFor(() => inside('.slot:not(.first)'), 'free times')
    expect(called(client, 'searchSlots').at(-1)?.query).toMatchObject({ state: 'KY' })
    await pressKeyOn(/^First available/)
    await until('Held for you for')
    expect(called(client, 'holdSlot').at(-1)?.body).toMatchObject({ state: 'KY' })
    await press(document.body, 'Continue')
    await until('Check the visit')
    expect(pageText()).toContain('Where the patient will be Kentucky')
    await press(document.body, 'Book the visit')
    await until('Robin Example is booked for')
    expect(world.state.appointments.at(-1)?.practitioner.id).toBe('practitioner-lee')
  })

  test('without a license of the chosen clinician: says so, and leads back', async () => {
    await toForm(0)
    await choose('#state', 'Arizona')
    await choose('#practitioner', 'Anyone who is free')
    await press(document.body, 'Find times')
    await until('No one who does this visit has a license in Arizona')
    await press(document.body, 'Change the visit')
    await choose('#practitioner', 'Dr. Jo Sample')
    await press(document.body, 'Find times')
    await until('Dr. Jo Sample has no license in Arizona')
  })

  test('is used for a typed time and a series', async () => {
    const { client } = await toForm(0)
    await choose('#state', 'Kentucky')
    await choose('#practitioner', 'Dr. Lee Placeholder')
    await press(document.body, 'Find times')
    await waitFor(() => inside('.slot:not(.first)'), 'free times')
    await typeTime('2026-11-30', '11:00')
    await waitFor(() => called(client, 'holdSlot').length > 0, 'the hold')
    expect(called(client, 'holdSlot').at(-1)?.body).toMatchObject({ state: 'KY' })
  })

  test('is passed with each visit of a series', async () => {
    const { client } = await toForm(0)
    await choose('#state', 'Kentucky')
    await choose('#practitioner', 'Dr. Lee Placeholder')
    await press(document.body, 'The visit repeats')
    await press(document.body, 'Plan the visits')
    await until('Repeat the visit')
    await waitFor(() => inside<HTMLInputElement>('#first-day')?.value, 'the first day')
    await press(document.body, 'Show the visits')
    await waitFor(() => called(client, 'previewSeries').length === 1, 'the visits')
    expect(called(client, 'previewSeries')[0]?.body).toMatchObject({ state: 'KY' })
    await press(document.body, /^\s*Book \d visits?/)
    await waitFor(() => called(client, 'bookSeries').length === 1, 'the booking')
    expect(called(client, 'bookSeries')[0]?.body).toMatchObject({ state: 'KY' })
  })

  test('of a family is the home state of each, and nothing is asked', async () => {
    const { client } = await toForm(0, 1)
    expect(pageText()).toContain('Each patient in their home state: Robin Example in Ohio and Alex Sample in Ohio.')
    expect(inside('#state')).toBeNull()
    await press(document.body, 'Find times')
    await waitFor(() => called(client, 'searchSlots').length > 0, 'the search')
    expect(called(client, 'searchSlots').at(-1)?.query).not.toHaveProperty('state')
  })

  test('is forgotten with the patient', async () => {
    await toForm(0)
    await choose('#state', 'Kentucky')
    await press(document.body, 'Remove Robin Example')
    await findPatient(2)
    expect(pageText()).toContain('It is Ohio, their home state')
  })
})
