import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { focusComesTo, focused, pressKeyOn } from '../../test/keyboard.ts'
import { pageText } from '../../test/mount.ts'
import {
  addVisitAt,
  allInside,
  asFrontDesk,
  called,
  fullWorld,
  inside,
  rows,
  showSchedule,
  textOf,
  TODAY,
  until,
} from '../../test/schedule-page.ts'
import { choose, sayHow } from '../../test/spoken-decision-page.ts'
import { press, waitFor } from '../../test/story.ts'
import { useStatedClock } from '../../test/use-stated-clock.ts'

useStatedClock()

test('a day shows its visits with patient, kind and state, and its hours', async () => {
  await showSchedule(fullWorld())
  expect(textOf(inside('#heading'))).toBe('Schedule')
  expect(textOf(inside(`#day-${TODAY}`))).toBe('Today, Wednesday, November 25')
  expect(pageText()).toContain('Hours: 9:00 AM to 5:00 PM')
  expect(pageText()).toContain('Times are in Eastern Time, New York.')
  // Loaded after the visits.
  await until('patient in Ohio')
  expect(rows()).toEqual([
    '9:00 AM to 9:30 AM Noor Example Video visit, New concern patient in Ohio Completed',
    '10:30 AM to 11:00 AM Sam Placeholder Video visit, New concern patient in Ohio In progress Guests',
    '1:00 PM to 1:30 PM Ida Sample Phone visit, New concern patient in Ohio Booked Guests Move Cancel',
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

test('a consent that a patient revokes is shown at the visit at once, with what to do, and the visits without one can be shown alone', async () => {
  const world = fullWorld()
  await showSchedule(world, asFrontDesk(world))
  await until('Whose schedule?')
  await userEvent.selectOptions(inside<HTMLSelectElement>('#whose')!, 'Dr. Jo Sample')
  await waitFor(() => rows().length === 3, 'the visits of the day')
  expect(pageText()).not.toContain('Consent missing')
  expect(inside('#only-lacking')).toBeNull()
  const one = world.state.appointments.find(({ patient }) => patient?.displayName === 'Ida Sample')!
  one.refusedConsents = ['telehealth-treatment']
  world.live.emit({ type: 'appointment.changed', ids: { appointmentId: one.id, patientId: one.patientId } } as never)
  await until('Consent missing')
  expect(pageText()).toContain('Call them, or ask at check-in.')
  await userEvent.click(inside<HTMLInputElement>('#only-lacking')!)
  await waitFor(() => rows().length === 1, 'the visit without a consent')
  expect(rows()[0]).toContain('Ida Sample')
  await userEvent.click(inside<HTMLInputElement>('#only-lacking')!)
  await waitFor(() => rows().length === 3, 'all visits')
})

test('the front desk records what a patient on the phone says of the consent of a visit', async () => {
  const world = fullWorld()
  const client = await showSchedule(world, asFrontDesk(world))
  await until('Whose schedule?')
  await userEvent.selectOptions(inside<HTMLSelectElement>('#whose')!, 'Dr. Jo Sample')
  await waitFor(() => rows().length === 3, 'the visits of the day')
  await press(document.body, 'Spoken consent: Ida Sample')
  await focusComesTo(/Record what Ida Sample says/)
  await choose('AZ')
  await until('Read the whole text aloud in English')
  await sayHow('patient', 'phone')
  await press(document.body, 'They do not agree')
  await until('Recorded: they did not agree.')
  expect(called(client, 'decideConsent')[0]).toMatchObject({ body: { decision: 'declined', spoken: { state: 'AZ' } } })
  await press(document.body, 'Close')
  await waitFor(() => rows().length === 3, 'the visits again')
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

test('the calendar stays behind a panel, a panel begins from the start, and both go with the session', async () => {
  await page.viewport(1200, 900)
  const client = await showSchedule(fullWorld(), {}, 'week')
  const block = await waitFor(() => inside('.block'), 'the grid')
  await pressKeyOn(/^1:00 PM Booked Ida Sample/)
  await pressKeyOn(/^Cancel, Ida Sample/)
  await focusComesTo('Cancel this visit?')
  expect(block.checkVisibility()).toBe(false)
  expect(focused()?.closest('.kept')).toBeNull()
  inside<HTMLInputElement>('[name="why"]')?.click()
  await press(document.body, 'Back to the schedule')
  await focusComesTo('Schedule')
  expect(inside('.block')).toBe(block)
  expect(block.checkVisibility()).toBe(true)
  await pressKeyOn(/^Cancel, Ida Sample/)
  await focusComesTo('Cancel this visit?')
  expect(inside('[name="why"]')).not.toBeNull()
  expect(inside('[name="why"]:checked')).toBeNull()
  client.endSession()
  await waitFor(() => !pageText().includes('Ida'), 'an empty page')
  expect(inside('.block, [type="radio"]')).toBeNull()
})

test('the end of the session leaves no name on the page', async () => {
  const client = await showSchedule(fullWorld())
  expect(pageText()).toContain('Ida Sample')
  client.endSession()
  await waitFor(() => !pageText().includes('Ida'), 'an empty page')
})

test('a visit without the interpreter whom the patient needs says so, and why', async () => {
  const world = fullWorld()
  const visit = world.state.appointments.find(({ status }) => status === 'booked')
  if (!visit) throw new Error('There is no visit')
  visit.missingInterpreter = { language: 'es' }
  await showSchedule(world, asFrontDesk(world))
  await userEvent.selectOptions(inside<HTMLSelectElement>('#whose')!, 'Dr. Jo Sample')
  await until('This patient needs an interpreter (Spanish), and none is booked. Why?')
  await userEvent.selectOptions(inside<HTMLSelectElement>('.missing-interpreter select')!, 'declined')
  await pressKeyOn('Save')
  await until('No interpreter (Spanish): The patient does not want one.')
  expect(visit.missingInterpreter).toEqual({ language: 'es', reason: 'declined' })
})

test('a visit of a patient who needs captions says so, and who types them', async () => {
  const world = fullWorld()
  const visit = world.state.appointments.find(({ status }) => status === 'booked')
  if (!visit) throw new Error('There is no visit')
  visit.missingCaptioner = {}
  await showSchedule(world, asFrontDesk(world))
  await userEvent.selectOptions(inside<HTMLSelectElement>('#whose')!, 'Dr. Jo Sample')
  await until('This patient needs captions. Who types them?')
  await userEvent.selectOptions(inside<HTMLSelectElement>('.missing-captioner select')!, 'arranged-otherwise')
  await pressKeyOn('Save')
  await until('Captions: They are arranged another way.')
  expect(visit.missingCaptioner).toEqual({ reason: 'arranged-otherwise' })
})
