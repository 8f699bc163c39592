import { html } from 'lit'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createSampleWorld, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { addVisit, called, element, show, until, worldWithVisit } from '../../test/appointments-page.ts'
import { focusComesTo, pressKeyOn } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { setPageClock } from '../../test/page-clock.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'
import { addWaiting } from '../../test/waitlist-page.ts'
import '../define/booking.ts'
import '../define/provider.ts'

afterEach(() => {
  unmount()
  setPageClock(import.meta.env['TEST_AT'] || undefined)
  vi.restoreAllMocks()
})

const showBooking = async (handlers: TestHandlers = {}) => {
  const world = createSampleWorld({ stage: 'new' })
  const client = world.client('patient', handlers)
  await mount(withProvider(client, html`<visit-booking zone="America/New_York"></visit-booking>`))
  await settled()
  await press(document.body, 'Primary care')
  await press(document.body, 'New concern')
  return { world, client }
}
const write = (selector: string, value: string): void => {
  const input = deepQuery<HTMLInputElement>(document.body, selector)
  if (!input) throw new Error(`There is no ${selector}`)
  input.value = value
  input.dispatchEvent(new Event('change'))
}

describe('next to the times of a booking', () => {
  test('the patient joins for days and parts of the day, with the keyboard', async () => {
    const { client, world } = await showBooking()
    await press(document.body, 'Dr. Jo Sample')
    await pressKeyOn('Tell me when a time is free')
    await focusComesTo('Wait for a free time')
    await press(document.body, 'Morning')
    await press(document.body, 'Evening')
    const to = deepQuery<HTMLInputElement>(document.body, '#wait-to')?.value ?? ''
    await pressKeyOn('Wait for a time')
    await focusComesTo('You are on the waiting list')
    expect(called(client, 'joinWaitlist')[0]?.body).toEqual({
      patientId: 'patient-robin',
      state: 'OH',
      visitTypeId: expect.any(String),
      practitionerId: expect.any(String),
      from: world.now().slice(0, 10),
      to,
      dayParts: ['morning', 'evening'],
    })
    expect(Date.parse(to) - Date.parse(world.now().slice(0, 10))).toBe(14 * 86_400_000)
  })

  test('days that are the wrong way round are refused before anything is sent, and nothing is lost', async () => {
    const { client } = await showBooking()
    await press(document.body, 'Anyone who is free')
    await press(document.body, 'Tell me when a time is free')
    await press(document.body, 'Afternoon')
    write('#wait-to', '2020-01-01')
    await press(document.body, 'Wait for a time')
    await until('Choose a first day, and a last day that is not before it.')
    expect(called(client, 'joinWaitlist')).toHaveLength(0)
    expect(deepQuery<HTMLInputElement>(document.body, 'input[name="part"]:checked')).toBeTruthy()
  })

  test('a refusal says what to do, and another visit begins again', async () => {
    await showBooking({ joinWaitlist: () => problem(409, 'already_waiting') })
    await press(document.body, 'Dr. Jo Sample')
    await press(document.body, 'Tell me when a time is free')
    await press(document.body, 'Wait for a time')
    await until('You are already on the waiting list for this visit')
    await press(document.body, 'Back')
    await press(document.body, 'Anyone who is free')
    await waitFor(() => deepQuery(document.body, 'button.slot'), 'times')
    expect(pageText()).not.toContain('already')
  })
})

describe('among the visits', () => {
  test('an offered time is accepted, and the visit is shown', async () => {
    const { world } = worldWithVisit()
    const entry = addWaiting(world, 24)
    const client = await show(world)
    await until('A time is free for you')
    expect(pageText()).toMatch(/It is held for you until \d+:\d\d [AP]M, 2\d minutes from now\./)
    await pressKeyOn(/^Take this time/)
    await focusComesTo('Your visits')
    await waitFor(() => !pageText().includes('waiting list'), 'the list without the entry')
    expect(called(client, 'acceptWaitlistOffer')).toHaveLength(1)
    expect(entry.status).toBe('accepted')
    expect(pageText()).toContain('Later visits')
  })

  test('a declined time keeps the place, and leaving ends it', async () => {
    const { world } = worldWithVisit()
    const entry = addWaiting(world, 24)
    await show(world)
    await press(document.body, 'Decline this time')
    await waitFor(() => !pageText().includes('A time is free for you'), 'the entry without the offer')
    expect(pageText()).toContain('You are on the waiting list')
    await press(document.body, 'Leave the waiting list')
    await waitFor(() => entry.status === 'left', 'leaving')
    await waitFor(() => !pageText().includes('You are on the waiting list'), 'no entry')
  })

  test('a time that is offered while the page is open appears, and is hidden when it ends', async () => {
    const { world } = worldWithVisit()
    const entry = addWaiting(world)
    await show(world)
    await until('You are on the waiting list')
    expect(pageText()).not.toContain('Take this time')
    const { offer } = addWaiting(createSampleWorld({ stage: 'new' }), 1)
    Object.assign(entry, { status: 'offered', offer, version: 2 })
    world.live.emit({ type: 'waitlist.changed', ids: { entryId: entry.id, patientId: entry.patientId } })
    await until('Take this time')
    setPageClock(new Date(Date.now() + 61_000).toISOString())
    ;(element() as unknown as { requestUpdate(): void }).requestUpdate()
    await until('This time is no longer held for you.')
    expect(pageText()).not.toContain('Take this time')
  })

  test('a refused acceptance is shown at the entry', async () => {
    const { world } = worldWithVisit()
    addWaiting(world, 24)
    await show(world, { acceptWaitlistOffer: () => problem(409, 'patient_busy') })
    await press(document.body, 'Take this time')
    await until('There is another visit at that time')
  })

  test('a visit that can move waits for an earlier time, until the day of the visit', async () => {
    const { world, visit } = worldWithVisit(24 * 6)
    addVisit(world, 'appointment-later', 24 * 30)
    const client = await show(world)
    await press(document.body, 'Change the time')
    await press(document.body, 'Tell me when an earlier time is free')
    const last = deepQuery<HTMLInputElement>(document.body, '#wait-to')?.value ?? ''
    expect(Date.parse(last)).toBeLessThanOrEqual(Date.parse(visit.start))
    await press(document.body, 'Wait for a time')
    await waitFor(() => called(client, 'joinWaitlist').length === 1, 'joining')
    expect(called(client, 'joinWaitlist')[0]?.body).toMatchObject({ appointmentId: visit.id, to: last })
  })
})
