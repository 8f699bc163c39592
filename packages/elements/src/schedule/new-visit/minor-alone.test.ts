import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { problem, type SampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import { asDesk } from '../../../test/clinic-world.ts'
import { focusComesTo, pressKeyOn, tabTo } from '../../../test/keyboard.ts'
import { pageText } from '../../../test/mount.ts'
import { chooseType, findPatient, openNewVisit } from '../../../test/new-visit-page.ts'
import { allSensitive, sensitive, withMinor } from '../../../test/new-visit-samples.ts'
import { allInside, called, fullWorld, inside, rows, showSchedule, textOf, until } from '../../../test/schedule-page.ts'
import { press, waitFor } from '../../../test/story.ts'
import { useStatedClock } from '../../../test/use-stated-clock.ts'

useStatedClock()

const worldWithType = (): SampleWorld => {
  const world = fullWorld()
  world.state.moreVisitTypes.push(sensitive)
  return world
}
const open = (world: SampleWorld, handlers: TestHandlers = {}) =>
  openNewVisit(world, { ...withMinor(world), ...handlers })
const box = () => inside<HTMLInputElement>('#minor-alone')
/** By their place in the search: the third one is a minor. */
const toCheck = async (patients: readonly number[], type = 'Counseling'): Promise<void> => {
  for (const place of patients) await findPatient(place)
  await chooseType(type)
  await press(document.body, 'Find times')
  await waitFor(() => inside('.slot.first'), 'free times')
  inside('.slot.first')?.click()
  await press(document.body, 'Continue')
  await focusComesTo('Check the visit')
}

describe('a minor who consents alone', () => {
  test('with the keyboard: the box says what it does, and the visit is marked in the schedule', async () => {
    const client = await open(worldWithType())
    await toCheck([2])
    expect(textOf(inside('#minor-alone-hint'))).toBe(
      'Check this only if the patient said so. Parents and others who help the patient then do not see the visit, unless the patient lets them see sensitive visits. The law of the patient’s state must allow it.',
    )
    expect(box()?.checked).toBe(false)
    expect(box()?.getAttribute('aria-describedby')).toBe('minor-alone-hint')
    await tabTo('The patient consents without a parent')
    await userEvent.keyboard(' ')
    await pressKeyOn('Book the visit')
    await until('Kim Specimen is booked for')
    expect(pageText()).toContain('Not for parents: the patient consents without them.')
    expect(called(client, 'bookAppointment')[0]?.body).toMatchObject({
      patientId: 'patient-kim',
      minorConsentsAlone: true,
    })
    const row = await waitFor(() => rows().find((one) => one.includes('Kim Specimen')), 'the visit')
    expect(row).toContain('Consented alone: not for parents')
  })

  test('a visit is one that parents see if nothing was said', async () => {
    const client = await open(worldWithType())
    await toCheck([2])
    await press(document.body, 'Book the visit')
    await until('Kim Specimen is booked for')
    expect(pageText()).not.toContain('parents')
    expect(called(client, 'bookAppointment')[0]?.body).not.toHaveProperty('minorConsentsAlone')
  })

  test.each([
    ['of an adult', [0], 'Counseling'],
    ['about nothing sensitive', [2], 'New concern'],
    ['of a family', [2, 0], 'Counseling'],
  ])('is not asked for a visit %s', async (_, patients, type) => {
    await open(worldWithType())
    await toCheck(patients, type)
    expect(box()).toBeNull()
  })

  test('what was said of one kind of care is not said of another one', async () => {
    const world = worldWithType()
    world.state.moreVisitTypes.push({
      ...sensitive,
      id: 'visit-type-other',
      name: [{ language: 'en', text: 'Other care' }],
    })
    await open(world)
    await toCheck([2])
    box()?.click()
    await press(document.body, 'Back one step')
    await press(document.body, 'Back one step')
    await waitFor(() => inside('#type'), 'the form')
    await chooseType('Other care')
    await press(document.body, 'Find times')
    await waitFor(() => inside('.slot.first'), 'free times')
    inside('.slot.first')?.click()
    await press(document.body, 'Continue')
    await focusComesTo('Check the visit')
    expect(box()?.checked).toBe(false)
  })

  test('where the law does not allow it: why, what to ask, and the time is still held', async () => {
    const world = worldWithType()
    const { bookAppointment } = world.handlersFor('practitioner')
    await open(world, {
      bookAppointment: (input) =>
        input.body.minorConsentsAlone === true
          ? problem(409, 'minor_consent_not_allowed', { errors: [] })
          : bookAppointment!(input),
    })
    await toCheck([2])
    box()?.click()
    await press(document.body, 'Book the visit')
    await until('The law of the patient’s state does not let them consent alone')
    expect(textOf(inside('[role="alert"]'))).toContain(
      'Nothing was booked. Ask the patient if parents may see the visit. If so, clear the box and book again.',
    )
    expect(box()?.checked).toBe(true)
    box()?.click()
    await press(document.body, 'Book the visit')
    await until('Kim Specimen is booked for')
    expect(pageText()).not.toContain('Not for parents')
  })

  test('says it of each visit that repeats', async () => {
    const world = worldWithType()
    const client = await open(world)
    await findPatient(2)
    await chooseType('Counseling')
    await press(document.body, 'The visit repeats')
    await press(document.body, 'Plan the visits')
    await waitFor(() => inside<HTMLInputElement>('#first-day')?.value, 'the first free day')
    await press(document.body, 'Show the visits')
    await waitFor(() => allInside('[part="occurrences"] li').length > 1, 'the visits')
    box()?.click()
    await press(document.body, /^\s*Book \d visits/)
    await until('Not for parents: the patient consents without them.')
    expect(called(client, 'bookSeries')[0]?.body).toMatchObject({ minorConsentsAlone: true })
    expect(called(client, 'previewSeries')[0]?.body).not.toHaveProperty('minorConsentsAlone')
    const made = world.state.appointments.filter(({ seriesId }) => seriesId)
    expect(made.every(({ consentedByMinor }) => consentedByMinor === true)).toBe(true)
  })

  test('is put on the waitlist alone, and the list says so', async () => {
    const world = fullWorld()
    const client = await showSchedule(world, { ...asDesk(world), ...withMinor(world), ...allSensitive(world) })
    await press(document.body, 'Waitlist')
    await press(document.body, 'Put a patient on the list')
    const field = await waitFor(() => inside<HTMLInputElement>('#wait-patient'), 'the field')
    await userEvent.fill(field, 'Sample')
    const option = await waitFor(
      () => allInside('[role="option"]').find((one) => textOf(one) === 'Kim Specimen, age 15'),
      'the patient',
    )
    option.click()
    await waitFor(() => (inside<HTMLSelectElement>('#wait-type')?.options.length ?? 0) > 1, 'the visits')
    expect(box()).toBeNull()
    await userEvent.selectOptions(inside<HTMLSelectElement>('#wait-type')!, 'New concern')
    ;(await waitFor(box, 'the box')).click()
    await press(document.body, /^\s*Put on the list/)
    const row = await waitFor(() => allInside('[part="waiting"] > li').map(textOf)[0], 'the entry')
    expect(row).toContain('Consented alone: not for parents')
    expect(called(client, 'joinWaitlist')[0]?.body).toMatchObject({
      patientId: 'patient-kim',
      minorConsentsAlone: true,
    })
  })
})
