import { html } from 'lit'
import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { PlaceHold } from '@visitkit/sdk'
import { problem } from '@visitkit/sdk/testing'
import { focusComesTo, pressKeyOn } from '../../../test/keyboard.ts'
import { mount, pageText, settled } from '../../../test/mount.ts'
import {
  chooseType,
  findPatient,
  openNewVisit,
  toTimes,
  typeTime,
  withoutOverride,
} from '../../../test/new-visit-page.ts'
import { withRoom } from '../../../test/new-visit-samples.ts'
import { recordAnnouncements, recordEvents } from '../../../test/record-announcements.ts'
import {
  addVisitAt,
  asFrontDesk,
  called,
  element,
  fullWorld,
  inside,
  rows,
  showSchedule,
  textOf,
  until,
} from '../../../test/schedule-page.ts'
import { press, waitFor, withProvider } from '../../../test/story.ts'
import { useStatedClock } from '../../../test/use-stated-clock.ts'
import '../../define/appointments.ts'

useStatedClock()

describe('one visit', () => {
  test('with the keyboard: found, chosen, held, checked and booked; it is in the schedule and in the list of the patient', async () => {
    const world = fullWorld()
    const before = world.state.appointments.length
    const client = await openNewVisit(world)
    const events = recordEvents('visit-booked')
    const said = recordAnnouncements(element())
    await findPatient(0)
    await focusComesTo('Kind of visit')
    await userEvent.keyboard('New')
    await pressKeyOn('Find times')
    await focusComesTo('Choose a time')
    await waitFor(() => inside('.slot:not(.first)'), 'free times')
    await pressKeyOn(/^First available/)
    await until('Held for you for')
    await pressKeyOn('Continue')
    await focusComesTo('Check the visit')
    await pressKeyOn('Book the visit')
    await until('Robin Example is booked for')
    await focusComesTo('Schedule')
    const made = world.state.appointments[before]!
    expect(made).toMatchObject({ patientId: 'patient-robin', visitTypeId: 'visit-type-new', status: 'booked' })
    expect(made.practitioner.id).toBe('practitioner-jo')
    expect(called(client, 'bookAppointment')).toHaveLength(1)
    expect(events).toEqual([{ appointmentId: made.id, patientId: 'patient-robin' }])
    expect(said.some((text) => text.includes('Robin Example is booked for'))).toBe(true)
    await waitFor(() => rows().some((row) => row.includes('Robin Example')), 'the visit in the schedule')

    await mount(withProvider(world.client('patient'), html`<visit-appointments></visit-appointments>`))
    await until('New concern')
    const time = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit' }).format(Date.parse(made.start))
    expect(pageText()).toContain(time.replace('\u202f', ' '))
  })

  test('a form that lacks something says so at the field, and asks nothing of the server', async () => {
    const client = await openNewVisit(fullWorld())
    await pressKeyOn('Find times')
    await focusComesTo('Find the patient')
    expect(pageText()).toContain('Find the patient first.')
    await findPatient(0)
    await pressKeyOn('Find times')
    await focusComesTo('Kind of visit')
    expect(pageText()).toContain('Choose a kind of visit.')
    expect(called(client, 'searchSlots')).toHaveLength(0)
  })

  test('the front desk books for a clinician whose schedule it has not opened, and is shown that schedule', async () => {
    const world = fullWorld()
    await openNewVisit(world, asFrontDesk(world))
    await findPatient(2)
    await chooseType('New concern')
    await userEvent.selectOptions(inside<HTMLSelectElement>('#practitioner')!, 'Dr. Lee Placeholder')
    await press(document.body, 'Find times')
    await waitFor(() => inside('.slot.first'), 'free times')
    inside('.slot.first')?.click()
    await press(document.body, 'Continue')
    await press(document.body, 'Book the visit')
    await until('Schedule of Dr. Lee Placeholder')
    await waitFor(() => rows().some((row) => row.includes('Kim Specimen')), 'the visit')
  })

  test('rooms, interpreters and further clinicians are named before it is booked', async () => {
    const world = fullWorld()
    world.state.moreVisitTypes.push(withRoom)
    const client = await openNewVisit(world)
    await findPatient(1)
    expect(textOf(inside('[part="patients"]'))).toContain('needs an interpreter for Spanish')
    expect(inside<HTMLSelectElement>('#interpreterLanguage')?.value).toBe('es')
    await chooseType('Procedure')
    await until('It also takes 1 room and 1 more clinician (Primary care).')
    await press(document.body, 'Find times')
    await waitFor(() => inside('.slot.first'), 'free times')
    inside('.slot.first')?.click()
    await press(document.body, 'Continue')
    await focusComesTo('Check the visit')
    const facts = textOf(inside('dl'))
    expect(facts).toContain('Also takes part Dr. Lee Placeholder')
    expect(facts).toContain('Room Room 1')
    expect(facts).toContain('Interpreter Sasha Placeholder')
    expect(facts).toContain('Language of the visit Spanish')
    expect(called(client, 'searchSlots')[0]?.query).toMatchObject({ interpreterLanguage: 'es' })
    expect(called(client, 'holdSlot')[0]?.body).toMatchObject({ interpreterLanguage: 'es' })
    await press(document.body, 'Book the visit')
    await until('Alex Sample is booked')
    expect(called(client, 'bookAppointment')[0]?.body).toMatchObject({ language: 'es', patientId: 'patient-alex' })
  })

  test('a room is chosen by name: it is searched and held, and only rooms that the visit takes are offered', async () => {
    const world = fullWorld()
    world.state.moreVisitTypes.push(withRoom)
    const client = await openNewVisit(world)
    await findPatient(0)
    await chooseType('New concern')
    expect(inside('#resource')).toBeNull()
    await chooseType('Procedure')
    const field = await waitFor(() => inside<HTMLSelectElement>('#resource'), 'the rooms')
    expect([...field.options].map(({ text }) => text.trim())).toEqual(['Any that is free', 'Room 1', 'Room 2'])
    await userEvent.selectOptions(field, 'Room 2')
    await press(document.body, 'Find times')
    await waitFor(() => inside('.slot.first'), 'free times')
    inside('.slot.first')?.click()
    await press(document.body, 'Continue')
    await focusComesTo('Check the visit')
    expect(textOf(inside('dl'))).toContain('Room Room 2')
    expect(called(client, 'searchSlots').at(-1)?.query).toMatchObject({ resourceId: 'resource-room-2' })
    expect(called(client, 'holdSlot')[0]?.body).toMatchObject({ resourceId: 'resource-room-2' })
  })

  test('leaving releases what is held, and the end of the session leaves no name', async () => {
    const world = fullWorld()
    const client = await openNewVisit(world)
    await toTimes()
    inside('.slot.first')?.click()
    await until('Held for you for')
    await press(document.body, 'Back to the schedule')
    await waitFor(() => called(client, 'releaseHold').length === 1, 'the release')
    expect(world.state.holds).toHaveLength(0)
    await press(document.body, 'New visit')
    await waitFor(() => inside('#find-patient'), 'an empty form')
    expect(pageText()).not.toContain('Robin Example')
    await findPatient(0)
    client.endSession()
    await waitFor(() => !pageText().includes('Robin'), 'an empty page')
  })

  test('a booking whose answer is lost is repeated with the same key', async () => {
    const world = fullWorld()
    let tries = 0
    const { bookAppointment } = world.handlersFor('practitioner')
    const client = await openNewVisit(world, {
      bookAppointment: (input) => (tries++ === 0 ? problem(0, 'connection_failed') : bookAppointment!(input)),
    })
    await toTimes()
    inside('.slot.first')?.click()
    await press(document.body, 'Continue')
    await press(document.body, 'Book the visit')
    await until('We could not reach the clinic')
    await press(document.body, 'Book the visit')
    await until('Robin Example is booked')
    const keys = called(client, 'bookAppointment').map(({ idempotencyKey }) => idempotencyKey)
    expect(keys).toHaveLength(2)
    expect(keys[0]).toBeTruthy()
    expect(keys[1]).toBe(keys[0])
  })
})

describe('another time', () => {
  test('outside the hours: refused in words with its code, and booked anyway with a reason', async () => {
    const world = fullWorld()
    const client = await openNewVisit(world)
    await toTimes()
    await typeTime('2026-11-27', '07:00')
    await until('The clinician has no hours then')
    expect(inside('[part="override"]')?.textContent).toContain('The visit is then outside the clinician’s hours.')
    await pressKeyOn('Book anyway')
    await focusComesTo('Why is it booked anyway?')
    expect(pageText()).toContain('Write why, in a few words.')
    expect(called(client, 'holdSlot')).toHaveLength(1)
    await userEvent.keyboard('The only time without work')
    await pressKeyOn('Book anyway')
    await focusComesTo('Check the visit')
    expect(textOf(inside('dl'))).toContain('Outside the rules The visit is then outside the clinician’s hours')
    await pressKeyOn('Book the visit')
    await until('Robin Example is booked for Fri, Nov 27, 7:00 AM')
    expect(called(client, 'holdSlot').at(-1)?.body).toMatchObject({
      ...{ start: '2026-11-27T12:00:00Z', practitionerId: 'practitioner-jo', patientId: 'patient-robin' },
      override: { reason: 'The only time without work' },
    } satisfies Partial<PlaceHold>)
    expect(world.state.appointments.at(-1)?.override).toEqual({ reason: 'The only time without work' })
    await waitFor(() => rows().some((row) => row.startsWith('7:00 AM')), 'the day of the visit')
  })

  test('the nearest times of a refusal can be held', async () => {
    const world = fullWorld()
    await openNewVisit(world)
    await toTimes()
    await typeTime('2026-11-27', '07:00')
    await until('Free near that time')
    const near = await waitFor(() => inside<HTMLElement>('[role="alert"] button'), 'a time nearby')
    near.click()
    await focusComesTo('Check the visit')
  })

  test('a taken time is never overridden', async () => {
    const world = fullWorld()
    addVisitAt(world, '2026-11-27', '10:00', 3)
    await openNewVisit(world)
    await toTimes()
    await typeTime('2026-11-27', '10:00')
    await until('Someone else just took that time')
    expect(inside('[part="override"]')).toBeNull()
  })

  test('is not overridden by who may not', async () => {
    const world = fullWorld()
    await openNewVisit(world, withoutOverride(world))
    await toTimes()
    await typeTime('2026-11-27', '07:00')
    await until('Your role cannot book outside the rules.')
    expect(inside('[part="override"]')).toBeNull()
  })

  test('with anyone, the clinician for whom the rule is lifted is named', async () => {
    const world = fullWorld()
    const client = await openNewVisit(world)
    await findPatient(0)
    await chooseType('New concern')
    await userEvent.selectOptions(inside<HTMLSelectElement>('#practitioner')!, 'Anyone who is free')
    await press(document.body, 'Find times')
    await waitFor(() => inside('.slot.first'), 'free times')
    await typeTime('2026-11-27', '07:00')
    await waitFor(() => inside('[part="override"]'), 'the form')
    await userEvent.fill(inside<HTMLTextAreaElement>('#override-reason')!, 'Asked by phone')
    await press(document.body, 'Book anyway')
    await focusComesTo('With')
    await userEvent.selectOptions(inside<HTMLSelectElement>('#override-practitioner')!, 'Dr. Lee Placeholder')
    await press(document.body, 'Book anyway')
    await focusComesTo('Check the visit')
    expect(called(client, 'holdSlot').at(-1)?.body).toMatchObject({ practitionerId: 'practitioner-lee' })
  })
})

test('who may not book sees no way to it', async () => {
  const world = fullWorld()
  await showSchedule(world, {
    getMe: async (input) => {
      const me = (await world.handlersFor('practitioner').getMe!(input)) as { permissions: string[] }
      return { ...me, permissions: me.permissions.filter((one) => one !== 'appointment:book') } as never
    },
  })
  await settled()
  expect(pageText()).not.toContain('New visit')
})
