import type { Locator, Page } from 'playwright'
import { expect, it, onTestFailed } from 'vitest'
import type { Appointment, VisitServerClient } from '../packages/sdk/src/index.ts'
import { withClient } from './page-client.testing.ts'
import { readPromise } from './promises.testing.ts'
import { useDemo } from './use-demo.ts'
import { openBrowserFor, saveScreenshots, signIn } from './visit-journey.testing.ts'

const ZONE = 'America/New_York'

let clinic: VisitServerClient
let anaId: string
const journey = useDemo({
  prepare: async (connected) => {
    clinic = connected
    const found = await clinic.patients.search({ recordNumber: 'LH-10001' }).page()
    anaId = found.items[0]?.id ?? ''
  },
})

/** A Tuesday, some weeks from now. */
const tuesdayIn = (weeks: number): string => {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE }).format(Date.now())
  const weekday = new Date(`${today}T12:00:00Z`).getUTCDay()
  const at = Date.parse(today) + (weeks * 7 + ((9 - weekday) % 7)) * 86_400_000
  return new Date(at).toISOString().slice(0, 10)
}

const visitsOfAna = (): Promise<Appointment[]> =>
  clinic.appointments.list({ patientId: anaId, status: 'booked', limit: 100 }).toArray()

/** Only members read why rules were lifted. */
const overridesSeenBy = (page: Page): Promise<unknown[]> =>
  withClient(
    page,
    async (client, patientId) => {
      const booked = await client.appointments.list({ patientId, status: 'booked', limit: 100 }).toArray()
      return booked.flatMap(({ override }) => override ?? [])
    },
    anaId,
  )

const find = async (schedule: Locator, field: string, words: string): Promise<void> => {
  await schedule.getByRole('combobox', { name: field }).fill(words)
  await schedule.getByRole('option', { name: words }).first().click()
}

/** The form of a new visit, for Ana Duarte. */
const begin = async (schedule: Locator, type: string, practitioner: string): Promise<void> => {
  await schedule.getByRole('button', { name: 'New visit' }).click()
  await find(schedule, 'Find the patient', 'Duarte')
  await schedule.getByLabel('Kind of visit').selectOption({ label: type })
  await schedule.getByLabel('With', { exact: true }).selectOption({ label: practitioner })
}

const openDesk = async (page: Page): Promise<Locator> => {
  await signIn(page, `${journey.demo.portalUrl}/desk`, /Jo Marsh/)
  return page.locator('visit-schedule')
}

it('the front desk books outside the hours with a reason, and the patient has the visit and not the reason', async () => {
  const people = [await openBrowserFor(journey.browser), await openBrowserFor(journey.browser)] as const
  const [desk, patient] = people
  onTestFailed(() => saveScreenshots('new-visit-override', people))
  const schedule = await openDesk(desk.page)
  await begin(schedule, 'Primary care visit', 'Dr Tomas Lindqvist')
  await schedule.getByRole('button', { name: 'Find times' }).click()
  await schedule.getByRole('button', { name: 'Another time' }).click()
  await schedule.getByLabel('Day').fill(tuesdayIn(1))
  await schedule.getByLabel('Time').fill('22:00')
  await schedule.getByRole('button', { name: 'Hold this time' }).click()
  await schedule.getByText('The clinician has no hours then').waitFor()
  await schedule.getByText('The visit is then outside the clinician’s hours.').waitFor()
  await readPromise(desk.page, 'new-visit.overrideHint')
  await schedule.getByLabel('Why is it booked anyway?').fill('Works by day')
  await schedule.getByRole('button', { name: 'Book anyway' }).click()
  await schedule.getByRole('button', { name: 'Book the visit' }).click()
  await schedule.getByRole('heading', { name: 'Schedule of Dr Tomas Lindqvist' }).waitFor()
  await schedule.locator('[part="list"]').getByText('Ana Duarte').waitFor()
  expect(await overridesSeenBy(desk.page)).toEqual([{ reason: 'Works by day' }])

  await signIn(patient.page, journey.demo.portalUrl, /Ana Duarte/)
  const visits = patient.page.locator('visit-appointments')
  await visits.getByText('10:00').first().waitFor()
  expect(await patient.page.locator('body').innerText()).not.toContain('Works by day')
  for (const { faults } of people) expect(faults).toEqual([])
  for (const { context } of people) await context.close()
})

it('the front desk books a series and a family', async () => {
  const desk = await openBrowserFor(journey.browser)
  onTestFailed(() => saveScreenshots('new-visit-series', [desk]))
  const schedule = await openDesk(desk.page)
  await begin(schedule, 'Therapy session', 'Dr Priya Raman')
  await schedule.getByLabel('The visit repeats').check()
  await schedule.getByRole('button', { name: 'Plan the visits' }).click()
  await expect.poll(() => schedule.getByLabel('First visit').inputValue()).not.toBe('')
  await schedule.getByLabel('Visits', { exact: true }).fill('3')
  await schedule.getByRole('button', { name: 'Show the visits' }).click()
  await schedule.getByText('3 of 3 visits work').waitFor()
  await schedule.getByRole('button', { name: 'Book 3 visits' }).click()
  await schedule.getByText('3 visits are booked for Ana Duarte').first().waitFor()
  expect((await visitsOfAna()).filter(({ seriesId }) => seriesId)).toHaveLength(3)

  await begin(schedule, 'Primary care follow-up', 'Dr Tomas Lindqvist')
  await find(schedule, 'Add another patient', 'Quispe')
  await schedule.getByRole('button', { name: 'Find times' }).click()
  await schedule.getByRole('button', { name: /^First available/ }).click()
  await schedule.getByRole('button', { name: 'Continue' }).click()
  await schedule.getByRole('button', { name: 'Book 2 visits' }).click()
  await schedule.getByText('2 visits are booked for Ana Duarte and Marta Quispe').first().waitFor()
  expect(desk.faults).toEqual([])
  await desk.context.close()
})
