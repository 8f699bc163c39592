import type { Locator, Page } from 'playwright'
import { describe, expect, it, onTestFailed } from 'vitest'
import type { Appointment, VisitServerClient } from '../packages/sdk/src/index.ts'
import { withClient } from './page-client.testing.ts'
import { acceptInvitation, expectNoSidewaysScroll, openIn, phone } from './phone-journey.testing.ts'
import { scheduleWords as words, type Words } from './schedule-words.testing.ts'
import { connectClinic } from './start-own-demo.ts'
import { readPromise } from './promises.testing.ts'
import { useDemo } from './use-demo.ts'
import { saveScreenshots, signIn } from './visit-journey.testing.ts'
import { variants } from './variants.testing.ts'

const ZONE = 'America/New_York'
const doctorName = 'Dr Grace Oyelaran'

/** Patients who are invited in the journey in one language, by number. */
const newcomerOf = (language: string, number: number) => ({
  username: `patient${number}.${language}`,
  displayName: `Patient${number} Of${language}`,
})
const numbers = [1, 2, 3, 4, 5, 6, 7]

const newcomers = ['en', 'es'].flatMap((language) => numbers.map((number) => newcomerOf(language, number)))
let clinic: VisitServerClient
let doctorId: string
const journey = useDemo({
  newcomers,
  prepare: async (connected) => {
    clinic = connected
    const practitioners = await clinic.practitioners.list({ limit: 100 }).toArray()
    doctorId = practitioners.find(({ displayName }) => displayName === doctorName)?.id ?? ''
  },
})

/** A day of the doctor's calendar, some days from today. */
const dayFromToday = (days: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: ZONE }).format(Date.now() + days * 86_400_000)

/** The first day from then on which the clinic is open. */
const workdayFromToday = (days: number): string => {
  const day = dayFromToday(days)
  return [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay()) ? workdayFromToday(days + 1) : day
}

interface Invited {
  readonly name: string
  readonly code: string
}

/** Seven patients who are invited, and the two who will act, each booked on the day: nine visits in all. */
const bookNine = async (
  day: string,
  run: string,
): Promise<{ readonly booked: readonly Appointment[]; readonly invited: readonly Invited[] }> => {
  const known = await clinic.patients.search({ recordNumber: 'LH-10001' }).page()
  const other = await clinic.patients.search({ recordNumber: 'LH-10003' }).page()
  const patientIds = [known.items[0]?.id ?? '', other.items[0]?.id ?? '']
  const invited: Invited[] = []
  // An invitation needs a sign-in of the last minutes.
  const inviting = await connectClinic(journey)
  for (const number of numbers) {
    const { displayName } = newcomerOf(run, number)
    const [given = '', family = ''] = displayName.split(' ')
    const { id } = await clinic.patients.create({
      name: { given, family },
      birthDate: '1980-05-05',
      sex: 'female',
      state: 'OH',
      language: run,
      zone: ZONE,
      email: `patient${number}.${run}@mail.example`,
      address: { line1: '1 Test Street', city: 'Columbus', state: 'OH', postalCode: '43004' },
      recordNumber: `LH-2${run}${number}`,
    })
    patientIds.push(id)
    const { secret } = await inviting.patients.invite(id)
    invited.push({ name: displayName, code: secret })
  }
  inviting.close()
  const types = await clinic.visitTypes.list({ specialty: 'urgent-care', limit: 100 }).toArray()
  const visitTypeId = types[0]?.id ?? ''
  const noon = Date.parse(`${day}T17:00:00Z`)
  const from = new Date(noon - 3 * 3_600_000).toISOString()
  const { items } = await clinic.slots.search({
    ...{ visitTypeId, practitionerId: doctorId, from, to: new Date(noon + 3 * 3_600_000).toISOString() },
  })
  const booked: Appointment[] = []
  for (const [index, patientId] of patientIds.entries()) {
    const start = items[index * 6]?.start ?? ''
    const hold = await clinic.holds.place({ visitTypeId, start, practitionerId: doctorId, patientId })
    booked.push(await clinic.appointments.book({ holdId: hold.id, patientId }))
  }
  return { booked, invited }
}

/** The card of the visit that needs another time: who cannot come, and times to choose from. */
const expectAskedToChoose = async (page: Page, t: Words): Promise<void> => {
  const visits = page.locator('visit-appointments')
  const card = visits.locator('li', { hasText: t.unsupported })
  await card.waitFor()
  expect(await card.textContent()).toContain(doctorName)
  await expectNoSidewaysScroll(page)
  await card.getByRole('button', { name: t.change }).click()
  await visits.getByRole('button', { name: t.first }).waitFor()
  expect(await visits.locator('button.slot:not(.first)').count()).toBeGreaterThan(0)
  await expectNoSidewaysScroll(page)
}

/** The templates of the notices to a patient, as the front desk may read them. Sent or about to be: at night they wait for the morning. */
const noticesTo = (desk: Page, patientId: string): Promise<readonly string[]> =>
  withClient(
    desk,
    async (client, id) => {
      const { items } = await client.preferences.deliveries(id, { limit: 100 }).page()
      return items.map(({ template }) => template)
    },
    patientId,
  )

const expectNoFaults = async (people: readonly Awaited<ReturnType<typeof openIn>>[]): Promise<void> => {
  for (const { faults } of people) expect(faults).toEqual([])
  for (const { context } of people) await context.close()
}

describe.each(
  variants([
    ['en', 1],
    ['es', 2],
  ] as const),
)('a clinician goes sick with nine visits booked (%s)', (language, days) => {
  it('sees them first, every patient reads it, one rebooks, one cancels, and the list of the front desk shrinks', async () => {
    const { demo } = journey
    const t = words[language]
    const day = dayFromToday(days)
    // In the other language, if that ran.
    const earlier = (await clinic.availability.get(doctorId)).timeOff.length
    const { booked, invited } = await bookNine(day, language)
    const [doctor, desk] = [await openIn(journey.browser, language), await openIn(journey.browser, language)]
    const [rebooking, cancelling] = [
      await openIn(journey.browser, language, phone),
      await openIn(journey.browser, language, phone),
    ]
    const people = [doctor, desk, rebooking, cancelling]
    onTestFailed(() => saveScreenshots(`schedule-${language}`, people))

    await signIn(doctor.page, `${demo.portalUrl}/clinic`, /Dr Grace Oyelaran/)
    // The tabs work once the first one has its element.
    await doctor.page.locator('visit-inbox').waitFor()
    expect(await doctor.page.getByRole('button', { name: /Emergency alert/ }).count()).toBe(0)
    await doctor.page.getByRole('tab', { name: 'Schedule' }).click()
    const schedule = doctor.page.locator('visit-schedule')
    await schedule.getByRole('button', { name: t.away }).click()
    await schedule.getByLabel(t.firstDay).fill(day)
    await schedule.getByLabel(t.reason).selectOption({ label: t.sick })
    await schedule.getByRole('button', { name: t.check }).click()
    await schedule.getByText(t.affected).waitFor()
    await readPromise(doctor.page, 'panels.handling_flag')
    await readPromise(doctor.page, 'panels.saveAwayFlag')
    expect((await clinic.availability.get(doctorId)).timeOff).toHaveLength(earlier)
    await schedule.getByRole('button', { name: t.save }).click()
    await schedule.getByText(t.saved).first().waitFor()

    await signIn(desk.page, `${demo.portalUrl}/desk`, /Jo Marsh/)
    const desks = desk.page.locator('visit-schedule')
    await desks.getByLabel(t.whose).selectOption({ label: doctorName })
    const heading = (count: number): Locator => desks.getByRole('heading', { name: t.needTime(count) })
    const left = (booked.length - 2) * earlier
    await heading(left + 9).waitFor()
    await readPromise(desk.page, 'schedule.needsTimeText')
    for (const { patientId } of booked)
      await expect.poll(() => noticesTo(desk.page, patientId), { timeout: 20_000 }).toContain('appointment-unsupported')

    for (const one of invited) {
      const patient = await openIn(journey.browser, language, phone)
      people.push(patient)
      await acceptInvitation(patient.page, demo.portalUrl, one, language)
      await expectAskedToChoose(patient.page, t)
      await patient.context.close()
    }

    await signIn(rebooking.page, demo.portalUrl, t.people[0])
    await expectAskedToChoose(rebooking.page, t)
    const visits = rebooking.page.locator('visit-appointments')
    await visits.getByRole('button', { name: t.first }).click()
    await expectNoSidewaysScroll(rebooking.page)
    await visits.getByRole('button', { name: t.next }).click()
    await visits.getByRole('button', { name: t.move }).click()
    await visits.getByRole('heading', { name: t.moved }).waitFor()
    await heading(left + 8).waitFor()

    await signIn(cancelling.page, demo.portalUrl, t.people[1])
    const others = cancelling.page.locator('visit-appointments')
    await expectAskedToChoose(cancelling.page, t)
    await others.getByRole('button', { name: t.backToVisits }).click()
    await others.locator('li', { hasText: t.unsupported }).getByRole('button', { name: t.cancel }).click()
    await others.getByText(t.cancelReason).click()
    await expectNoSidewaysScroll(cancelling.page)
    await others.getByRole('button', { name: t.cancelNow }).click()
    await others.getByRole('heading', { name: t.cancelled }).waitFor()
    await readPromise(cancelling.page, 'appointments.cancelledUnsupported')
    await heading(left + 7).waitFor()
    await schedule.getByRole('heading', { name: t.needTime(left + 7) }).waitFor()

    await expectNoFaults(people)
  })
})

describe('the front desk', () => {
  const atDesk = async (): Promise<Awaited<ReturnType<typeof openIn>> & { readonly desk: Locator }> => {
    const person = await openIn(journey.browser, 'en')
    await signIn(person.page, `${journey.demo.portalUrl}/desk`, /Jo Marsh/)
    return { ...person, desk: person.page.locator('visit-schedule') }
  }

  it('puts a patient on the waitlist, who sees it at once, and takes them off', async () => {
    const [type] = await clinic.visitTypes.list({ specialty: 'urgent-care', limit: 100 }).toArray()
    const label = type?.name.find(({ language }) => language === 'en')?.text ?? ''
    const [front, patient] = [await atDesk(), await openIn(journey.browser, 'en')]
    await signIn(patient.page, journey.demo.portalUrl, /Ana Duarte/)
    const waits = patient.page.locator('visit-appointments').getByText('You are on the waiting list')

    await front.desk.getByRole('button', { name: 'Waitlist' }).click()
    await readPromise(front.page, 'waiting.waitlistText')
    await front.desk.getByRole('button', { name: 'Put a patient on the list' }).click()
    await front.desk.getByRole('combobox', { name: 'Patient' }).fill('Duarte')
    await front.desk.getByRole('option', { name: /Ana Duarte/ }).click()
    await front.desk.getByLabel('Visit', { exact: true }).selectOption({ label })
    await front.desk.getByRole('button', { name: 'Put on the list' }).click()
    await front.desk.getByRole('listitem').filter({ hasText: 'Ana Duarte' }).waitFor()
    await waits.waitFor()

    await front.desk.getByRole('button', { name: 'Take off, Ana Duarte' }).click()
    await readPromise(front.page, 'waiting.takeOffEffect')
    await front.desk.getByRole('button', { name: 'Take off the list' }).click()
    await front.desk.getByText('The waitlist is empty.').waitFor()
    await waits.waitFor({ state: 'hidden' })
    await expectNoFaults([front, patient])
  })

  it('closes the clinic for a day after it saw whose visits that affects, and the patient sees it', async () => {
    const day = workdayFromToday(5)
    const [patient] = (await clinic.patients.search({ recordNumber: 'LH-10001' }).page()).items
    const [type] = await clinic.visitTypes.list({ specialty: 'primary-care', limit: 100 }).toArray()
    const asked = { patientId: patient!.id, visitTypeId: type!.id }
    const { items } = await clinic.slots.search({ ...asked, from: `${day}T14:00:00Z`, to: `${day}T22:00:00Z` })
    const hold = await clinic.holds.place({ ...asked, start: items[0]?.start ?? '' })
    await clinic.appointments.book({ holdId: hold.id, patientId: asked.patientId })
    const [front, person] = [await atDesk(), await openIn(journey.browser, 'en')]
    await signIn(person.page, journey.demo.portalUrl, /Ana Duarte/)

    await front.desk.getByRole('button', { name: 'Closures' }).click()
    await front.desk.getByRole('button', { name: 'Add a closure' }).click()
    await front.desk.getByLabel('Name').fill('Founders day')
    await front.desk.getByLabel('First day').fill(day)
    await front.desk.getByRole('button', { name: 'Save the closure' }).click()
    await front.desk.getByRole('heading', { name: '1 booked visit is affected' }).waitFor()
    await readPromise(front.page, 'supply.saveAffected')
    await front.desk.getByRole('button', { name: 'Save, and ask 1 patient to choose another time' }).click()
    await front.desk.getByRole('listitem').filter({ hasText: 'Founders day' }).waitFor()
    await person.page.locator('visit-appointments').getByText(words.en.unsupported).first().waitFor()
    await expectNoFaults([front, person])
  })
})
