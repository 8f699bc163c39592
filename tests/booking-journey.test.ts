import type { Locator, Page } from 'playwright'
import { describe, expect, it, onTestFailed } from 'vitest'
import type { Appointment, VisitServerClient } from '../packages/sdk/src/index.ts'
import { bookingWords as words, type BookingWords as Words } from './booking-words.testing.ts'
import { withClient } from './page-client.testing.ts'
import { expectNoSidewaysScroll, hourOf, openIn, phone } from './phone-journey.testing.ts'
import { readPromise } from './promises.testing.ts'
import { useDemo } from './use-demo.ts'
import { openTab, saveScreenshots, signIn } from './visit-journey.testing.ts'
import { variants } from './variants.testing.ts'

const ZONE = 'America/New_York'
const minuteMs = 60_000

let clinic: VisitServerClient
let doctorId: string
let visitTypeId: string
const journey = useDemo({
  prepare: async (connected) => {
    clinic = connected
    const practitioners = await clinic.practitioners.list({ limit: 100 }).toArray()
    doctorId = practitioners.find(({ displayName }) => displayName === 'Dr Grace Oyelaran')?.id ?? ''
    const visitType = await clinic.visitTypes.create({
      ...{ code: 'blood-pressure-check', specialty: 'urgent-care', modality: 'video', licenseRequired: true },
      name: [
        { language: 'en', text: words.en.visitType },
        { language: 'es', text: words.es.visitType },
      ],
      description: [],
      // Longer than a step: each time overlaps the one before. Every time is within the notice of a cancellation.
      ...{ minutes: 30, stepMinutes: 10, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 },
      ...{ minimumNoticeMinutes: 60, horizonDays: 2, cancellationNoticeMinutes: 4 * 24 * 60 },
      ...{ requiredConsents: [], questionnaires: [] },
    })
    visitTypeId = visitType.id
  },
})

/** A time of tomorrow in the zone of the patient and of the doctor, as the contract writes it. */
const tomorrowAt = (time: string): string =>
  Temporal.Instant.fromEpochMilliseconds(Date.now())
    .toZonedDateTimeISO(ZONE)
    .toPlainDate()
    .add({ days: 1 })
    .toPlainDateTime(time)
    .toZonedDateTime(ZONE)
    .toInstant()
    .toString({ smallestUnit: 'second' })

/** The times that the server holds for the person of this page, and for how long at least. */
const heldFor = async (page: Page): Promise<{ readonly starts: readonly string[]; readonly leftMs: number }> => {
  const holds = await withClient(page, async (client) => {
    const { items } = await client.holds.list()
    return items.map(({ start, expiresAt }) => ({ start, expiresAt }))
  })
  return {
    starts: holds.map(({ start }) => start),
    leftMs: Math.min(...holds.map(({ expiresAt }) => Date.parse(expiresAt))) - Date.now(),
  }
}

/** The visits of the patient that the server has booked. */
const bookedVisits = (page: Page): Promise<readonly Appointment[]> =>
  withClient(
    page,
    async (client, type) => {
      const { items } = await client.appointments.list({ status: 'booked', limit: 100 }).page()
      return items.filter(({ visitTypeId: ofVisit }) => ofVisit === type)
    },
    visitTypeId,
  )

/** Whether anyone else can have this time of tomorrow. */
const isFreeForOthers = async (time: string): Promise<boolean> => {
  const from = tomorrowAt(time)
  const to = new Date(Date.parse(from) + 5 * minuteMs).toISOString()
  const { items } = await clinic.slots.search({ visitTypeId, practitionerId: doctorId, from, to })
  return items.length === 1
}

/** Everything that a person reads in an element, in one line. */
const readBy = (element: Locator): Promise<string> =>
  element.evaluate((host) =>
    [...(host.shadowRoot?.children ?? [])]
      .map((child) => (child as HTMLElement).innerText)
      .join(' ')
      .replaceAll(/\s+/g, ' '),
  )

const timesOf = (element: Locator): Locator => element.locator('button.slot:not(.first)')

/** Presses a time of the part of the day that is open. */
const press = async (element: Locator, t: Words, time: string): Promise<void> => {
  const more = element.getByRole('button', { name: t.more })
  await timesOf(element).first().waitFor()
  if (await more.isVisible()) await more.click()
  await timesOf(element)
    .filter({ hasText: new RegExp(`^\\s*${time}`) })
    .click()
}

/** The person reads that this time is held, and nothing else; the server holds this time for them, and no other. */
const expectHeld = async (element: Locator, t: Words, time: string): Promise<void> => {
  const page = element.page()
  const bar = element.locator('.bar').filter({ has: page.getByRole('button', { name: t.next }) })
  await bar.filter({ hasText: time }).waitFor()
  expect(await bar.textContent()).toMatch(t.held)
  expect(await element.getByRole('alert').count()).toBe(0)
  const pressed = timesOf(element).and(page.locator('[aria-pressed="true"]'))
  await expect.poll(async () => (await pressed.allTextContents()).map((label) => hourOf(label))).toEqual([time])
  await expectNoSidewaysScroll(page)
  expect((await heldFor(page)).starts).toEqual([tomorrowAt(time)])
}

/** The bar at the bottom does not cover the time that was just pressed. */
const expectInSight = async (element: Locator): Promise<void> => {
  const [shown, bar] = [
    await element.locator('button.slot:not(.first)[aria-pressed="true"]').boundingBox(),
    await element.locator('.bar').boundingBox(),
  ]
  expect((shown?.y ?? Infinity) + (shown?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0)
}

/** From the first question to the times of tomorrow. */
const chooseTomorrow = async (booking: Locator, t: Words, language: string): Promise<void> => {
  const page = booking.page()
  await page.getByRole('link', { name: 'Book a visit' }).first().click()
  await booking.getByRole('button', { name: t.specialty }).click()
  await booking.getByRole('button', { name: t.visitType }).click()
  const day = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', timeZone: ZONE })
  const name = new RegExp(`^${day.format(new Date(tomorrowAt('12:00')))}`)
  await booking.locator('label.day', { has: page.getByRole('radio', { name }) }).click()
}

const languages = variants(['en', 'es'] as const)

describe.each(languages)('a patient changes the time again and again on a phone (%s)', (language) => {
  it('by one step five times, after a reload, in a second tab, by ten minutes once it is booked, and cancels in the grace', async () => {
    const { demo } = journey
    const t = words[language]
    const patient = await openIn(journey.browser, language, phone)
    const tabs = [patient]
    onTestFailed(() => saveScreenshots(`booking-${language}`, tabs))
    const { page } = patient
    const booking = page.locator('visit-booking')

    await signIn(page, demo.portalUrl, /Ana Duarte/)
    await chooseTomorrow(booking, t, language)
    for (const time of ['10:00', '10:10', '10:20', '10:30', '10:40', '10:50']) {
      await press(booking, t, time)
      await expectHeld(booking, t, time)
      await expectInSight(booking)
    }
    expect([await isFreeForOthers('10:20'), await isFreeForOthers('10:30')]).toEqual([true, false])
    await readPromise(page, 'time-choice.held')

    await page.reload()
    await expectHeld(booking, t, '10:50')
    // A page that is left keeps its time for half a minute; the one that is loaded again has the whole time back.
    await expect.poll(async () => (await heldFor(page)).leftMs).toBeGreaterThan(minuteMs)

    const second = { ...(await openTab(patient.context)), context: patient.context }
    tabs.push(second)
    await second.page.setViewportSize(phone)
    await second.page.goto(`${demo.portalUrl}/book`)
    const bookingThere = second.page.locator('visit-booking')
    await expectHeld(bookingThere, t, '10:50')
    await press(bookingThere, t, '11:00')
    await expectHeld(bookingThere, t, '11:00')
    await press(booking, t, '11:10')
    await expectHeld(booking, t, '11:10')
    await second.page.close()
    expect((await heldFor(page)).starts).toEqual([tomorrowAt('11:10')])

    await booking.getByRole('button', { name: t.next }).click()
    await expectNoSidewaysScroll(page)
    await booking.getByRole('button', { name: t.book }).click()
    await booking.getByRole('heading', { name: t.booked }).waitFor()
    await readPromise(page, 'booking-end.bookedChange')
    const [booked, ...others] = await bookedVisits(page)
    expect([booked?.start, others]).toEqual([tomorrowAt('11:10'), []])
    expect((await heldFor(page)).starts).toEqual([])
    const untilMs = Date.parse(booked?.changeableUntil ?? '')
    expect(untilMs).toBeGreaterThan(Date.now() + 10 * minuteMs)
    expect(untilMs).toBeLessThanOrEqual(Date.now() + 15 * minuteMs)
    expect(await booking.getByText('11:10').count()).toBeGreaterThan(0)
    const clock = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit', timeZone: ZONE })
    const until = t.canChange.exec(await readBy(booking))?.[0] ?? null
    expect(hourOf(until)).toBe(hourOf(clock.format(untilMs)))
    expect(await isFreeForOthers('11:00')).toBe(false)

    await page.getByRole('link', { name: t.visits }).click()
    const visits = page.locator('visit-appointments')
    await visits.getByRole('button', { name: t.change }).click()
    await press(visits, t, '11:20')
    await expectHeld(visits, t, '11:20')
    await visits.getByRole('button', { name: t.next }).click()
    await visits.getByRole('button', { name: t.move }).waitFor()
    const [oldTime, newTime] = (await visits.locator('dd', { hasText: /1[01]:\d0/ }).allTextContents()).map(hourOf)
    expect([oldTime, newTime]).toEqual(['11:10', '11:20'])
    await expectNoSidewaysScroll(page)
    await visits.getByRole('button', { name: t.move }).click()
    await visits.getByRole('heading', { name: t.moved }).waitFor()
    await readPromise(page, 'appointments.movedOld')
    expect(await visits.getByText('11:20').count()).toBeGreaterThan(0)
    expect((await bookedVisits(page)).map(({ id, start }) => [id, start])).toEqual([[booked?.id, tomorrowAt('11:20')]])
    expect((await heldFor(page)).starts).toEqual([])
    expect([await isFreeForOthers('10:50'), await isFreeForOthers('11:10')]).toEqual([true, false])

    await visits.getByRole('button', { name: t.back }).click()
    await visits.getByText(t.canChange).waitFor()
    await visits.getByRole('button', { name: t.cancel }).click()
    await visits.getByText(t.reason).click()
    await expectNoSidewaysScroll(page)
    await readPromise(page, 'appointments.cancelEffect')
    await visits.getByRole('button', { name: t.cancelNow }).click()
    await visits.getByRole('heading', { name: t.cancelled }).waitFor()
    await readPromise(page, 'appointments.cancelledText')
    expect(await bookedVisits(page)).toEqual([])
    expect(await isFreeForOthers('11:20')).toBe(true)
    await visits.getByRole('button', { name: t.back }).click()
    await visits.getByText(t.none).waitFor()

    for (const { faults } of tabs) expect(faults).toEqual([])
    await patient.context.close()
  })
})

it('a patient who will be in another state is offered, and booked with, a clinician with a license there', async () => {
  const { demo } = journey
  const patient = await openIn(journey.browser, 'en', phone)
  onTestFailed(() => saveScreenshots('booking-other-state', [patient]))
  const { page } = patient
  const booking = page.locator('visit-booking')
  const goTo = async (state: string): Promise<void> => {
    await booking.getByLabel('State', { exact: true }).selectOption({ label: state })
    await booking.getByRole('button', { name: 'Continue' }).click()
  }
  await signIn(page, demo.portalUrl, /Ana Duarte/)
  await chooseTomorrow(booking, words.en, 'en')
  expect(await readBy(booking)).toContain('You will be in Ohio, your home state.')
  await booking.getByRole('button', { name: 'Change where you will be' }).click()
  // No clinician of the demo has a license there.
  await goTo('Kentucky')
  await booking.getByText('No one who does this visit has a license in Kentucky').waitFor()
  await booking.getByRole('button', { name: 'Choose another state' }).click()
  await goTo('Pennsylvania')
  await timesOf(booking).first().waitFor()
  expect(await readBy(booking)).toContain('You will be in Pennsylvania.')
  await booking.getByRole('button', { name: /^First available/ }).click()
  await booking.getByText('Held for you for').waitFor()
  await page.reload()
  await booking.getByText('Held for you for').waitFor()
  expect(await readBy(booking)).toContain('You will be in Pennsylvania.')
  const held = await withClient(page, async (client) => (await client.holds.list()).items)
  expect(held.map(({ state, practitioner }) => [state, practitioner.states.includes('PA')])).toEqual([['PA', true]])
  await booking.getByRole('button', { name: 'Continue' }).click()
  await booking.getByRole('button', { name: 'Book this visit' }).click()
  await booking.getByRole('heading', { name: 'Your visit is booked' }).waitFor()
  expect(await readBy(booking)).toContain('You will be in Pennsylvania. Will you be in another state?')
  await expectNoSidewaysScroll(page)
  const [visit] = await bookedVisits(page)
  expect(visit?.practitioner.displayName).toBe('Dr Grace Oyelaran')
  expect(visit?.practitioner.states).toContain('PA')
  await page.goto(`${demo.portalUrl}/home`)
  await page.locator('visit-appointments').getByText('You will be in Pennsylvania.').waitFor()
  await expectNoSidewaysScroll(page)

  const doctor = await openIn(journey.browser, 'en')
  onTestFailed(() => saveScreenshots('booking-other-state', [patient, doctor]))
  await signIn(doctor.page, `${demo.portalUrl}/clinic`, /Dr Grace Oyelaran/)
  await doctor.page.locator('visit-inbox').waitFor()
  await doctor.page.getByRole('tab', { name: 'Schedule' }).click()
  const schedule = doctor.page.locator('visit-schedule')
  await schedule.getByRole('button', { name: 'Later', exact: true }).click()
  await schedule.getByText('patient in Pennsylvania').waitFor()
  expect(doctor.faults).toEqual([])
  await doctor.context.close()
  await clinic.appointments.cancel(visit?.id ?? '', { reason: 'booked-in-error' })
  expect(patient.faults).toEqual([])
  await patient.context.close()
})

it('the link in every notice leads through the sign-in to the page where the patient stops a kind of notice', async () => {
  const { demo } = journey
  const patient = await openIn(journey.browser, 'en', phone)
  onTestFailed(() => saveScreenshots('preferences', [patient]))
  const { page } = patient
  await page.goto(`${demo.portalUrl}/preferences`)
  await page.getByRole('button', { name: /Ana Duarte/ }).click()
  await page.getByLabel('A visit is near').uncheck()
  await expectNoSidewaysScroll(page)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Saved.', { exact: true }).first().waitFor()
  await page.reload()
  const reminders = page.getByLabel('A visit is near')
  await reminders.waitFor()
  expect([await reminders.isChecked(), await page.getByLabel('A visit is booked').isChecked()]).toEqual([false, true])
  const ana = (await clinic.patients.search({ recordNumber: 'LH-10001' }).page()).items[0]?.id ?? ''
  expect((await clinic.preferences.get(ana)).muted).toEqual(['reminder'])
  expect(patient.faults).toEqual([])
  await patient.context.close()
})
