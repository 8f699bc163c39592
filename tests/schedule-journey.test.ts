import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest'
import {
  createServerClient,
  type Appointment,
  type VisitClient,
  type VisitServerClient,
} from '../packages/sdk/src/index.ts'
import { startOwnDemo } from './start-own-demo.ts'
import { launchForJourney, openBrowserFor, saveScreenshots, signIn } from './visit-journey.testing.ts'

interface Words {
  readonly away: string
  readonly firstDay: string
  readonly sick: string
  readonly reason: string
  readonly check: string
  readonly affected: string
  readonly save: string
  readonly saved: string
  readonly whose: string
  readonly needTime: (count: number) => string
  readonly unsupported: RegExp
  readonly change: RegExp
  readonly first: RegExp
  readonly next: string
  readonly move: string
  readonly moved: string
  readonly cancel: RegExp
  readonly cancelReason: string
  readonly cancelNow: string
  readonly cancelled: string
  /** Who chooses another time, and who cancels. */
  readonly people: readonly [RegExp, RegExp]
}

const words: Readonly<Record<'en' | 'es', Words>> = {
  en: {
    away: 'I am away',
    firstDay: 'First day',
    sick: 'Sick',
    reason: 'Reason',
    check: 'Show which visits this affects',
    affected: '9 booked visits are affected',
    save: 'Save, and ask 9 patients to choose another time',
    saved: 'Time off is saved. 9 visits need another time.',
    whose: 'Schedule of',
    needTime: (count) => `${count} visits need another time`,
    unsupported: /This time no longer works/,
    change: /^Change the time/,
    first: /^First available/,
    next: 'Continue',
    move: 'Move the visit',
    moved: 'Your visit is moved',
    cancel: /^Cancel,/,
    cancelReason: 'I do not need it any more',
    cancelNow: 'Cancel this visit',
    cancelled: 'Your visit is cancelled',
    people: [/Ana Duarte/, /Marta Quispe/],
  },
  es: {
    away: 'Estoy ausente',
    firstDay: 'Primer día',
    sick: 'Enfermedad',
    reason: 'Motivo',
    check: 'Ver qué consultas afecta',
    affected: 'Afecta a 9 consultas reservadas',
    save: 'Guardar y pedir a 9 pacientes que elijan otro horario',
    saved: 'La ausencia está guardada. 9 consultas necesitan otro horario.',
    whose: 'Agenda de',
    needTime: (count) => `${count} consultas necesitan otro horario`,
    unsupported: /Este horario ya no es posible/,
    change: /^Cambiar el horario/,
    first: /^Primer horario libre/,
    next: 'Continuar',
    move: 'Cambiar la consulta',
    moved: 'Su consulta tiene un nuevo horario',
    cancel: /^Cancelar,/,
    cancelReason: 'Ya no la necesito',
    cancelNow: 'Cancelar esta consulta',
    cancelled: 'Su consulta está cancelada',
    people: [/Marta Quispe/, /Ana Duarte/],
  },
}

const ZONE = 'America/New_York'
const phone = { width: 360, height: 740 }

let browser: Browser
let started: Awaited<ReturnType<typeof startOwnDemo>>
let clinic: VisitServerClient
let doctorId: string
beforeAll(async () => {
  browser = await launchForJourney()
  started = await startOwnDemo({ postgresUrl: null, video: 'peer' })
  const { setupSecret } = JSON.parse(await readFile(join(started.folder, 'secrets.json'), 'utf8')) as {
    setupSecret: string
  }
  clinic = createServerClient({
    baseUrl: started.demo.serverUrl,
    clientId: 'lakeside-setup',
    clientSecret: setupSecret,
  })
  const practitioners = await clinic.practitioners.list({ limit: 100 }).toArray()
  doctorId = practitioners.find(({ displayName }) => displayName === 'Dr Grace Oyelaran')?.id ?? ''
})
afterAll(async () => {
  clinic?.close()
  await started?.stop()
  await browser.close()
})

/** A day of the doctor's calendar, some days from today. */
const dayFromToday = (days: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: ZONE }).format(Date.now() + days * 86_400_000)

/** Seven patients without a sign-in, and the two who will act, each booked on the day: nine visits in all. */
const bookNine = async (day: string, run: string): Promise<readonly Appointment[]> => {
  const known = await clinic.patients.search({ recordNumber: 'LH-10001' }).page()
  const other = await clinic.patients.search({ recordNumber: 'LH-10003' }).page()
  const patientIds = [known.items[0]?.id ?? '', other.items[0]?.id ?? '']
  for (let index = 1; index <= 7; index++) {
    const { id } = await clinic.patients.create({
      name: { given: `Patient${index}`, family: `Of${run}` },
      birthDate: '1980-05-05',
      sex: 'female',
      state: 'OH',
      language: run,
      zone: ZONE,
      email: `patient${index}.${run}@mail.example`,
      address: { line1: '1 Test Street', city: 'Columbus', state: 'OH', postalCode: '43004' },
      recordNumber: `LH-2${run}${index}`,
    })
    patientIds.push(id)
  }
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
  return booked
}

/** The templates of the notices to a patient, as the front desk may read them. Sent or about to be: at night they wait for the morning. */
const noticesTo = (desk: Page, patientId: string): Promise<readonly string[]> =>
  desk.evaluate(async (id) => {
    const { client } = document.querySelector('visit-provider') as unknown as { client: VisitClient }
    const { items } = await client.preferences.deliveries(id, { limit: 100 }).page()
    return items.map(({ template }) => template)
  }, patientId)

const expectNoSidewaysScroll = async (page: Page): Promise<void> =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)

/** The pages of the portal are in English; the elements follow the language of the page. */
const openIn = async (language: string): ReturnType<typeof openBrowserFor> => {
  const person = await openBrowserFor(browser)
  await person.page.addInitScript((lang) => {
    document.addEventListener('DOMContentLoaded', () => (document.documentElement.lang = lang))
  }, language)
  return person
}

const expectNoFaults = async (people: readonly Awaited<ReturnType<typeof openIn>>[]): Promise<void> => {
  for (const { faults } of people) expect(faults).toEqual([])
  for (const { context } of people) await context.close()
}

describe.each([
  ['en', 1],
  ['es', 2],
] as const)('a clinician goes sick with nine visits booked (%s)', (language, days) => {
  it('sees them first, every patient is asked, one rebooks, one cancels, and the list of the front desk shrinks', async () => {
    const { demo } = started
    const t = words[language]
    const day = dayFromToday(days)
    const booked = await bookNine(day, language)
    const people = [await openIn(language), await openIn(language), await openIn(language), await openIn(language)]
    const [doctor, desk, rebooking, cancelling] = people as [(typeof people)[0], ...typeof people]
    onTestFailed(() => saveScreenshots(`schedule-${language}`, people))

    await signIn(doctor.page, `${demo.portalUrl}/clinic`, /Dr Grace Oyelaran/)
    await doctor.page.getByRole('tab', { name: 'Schedule' }).click()
    const schedule = doctor.page.locator('visit-schedule')
    await schedule.getByRole('button', { name: t.away }).click()
    await schedule.getByLabel(t.firstDay).fill(day)
    await schedule.getByLabel(t.reason).selectOption({ label: t.sick })
    await schedule.getByRole('button', { name: t.check }).click()
    await schedule.getByText(t.affected).waitFor()
    expect((await clinic.availability.get(doctorId)).timeOff).toHaveLength(days - 1)
    await schedule.getByRole('button', { name: t.save }).click()
    await schedule.getByText(t.saved).first().waitFor()

    await signIn(desk!.page, `${demo.portalUrl}/desk`, /Jo Marsh/)
    const desks = desk!.page.locator('visit-schedule')
    await desks.getByLabel(t.whose).selectOption({ label: 'Dr Grace Oyelaran' })
    const heading = (count: number): Locator => desks.getByRole('heading', { name: t.needTime(count) })
    const left = (booked.length - 2) * (days - 1)
    await heading(left + 9).waitFor()
    for (const { patientId } of booked)
      await expect
        .poll(() => noticesTo(desk!.page, patientId), { timeout: 20_000 })
        .toContain('appointment-unsupported')

    for (const person of [rebooking!, cancelling!]) await person.page.setViewportSize(phone)
    await signIn(rebooking!.page, demo.portalUrl, t.people[0])
    const visits = rebooking!.page.locator('visit-appointments')
    await visits.getByText(t.unsupported).waitFor()
    await expectNoSidewaysScroll(rebooking!.page)
    await visits.getByRole('button', { name: t.change }).first().click()
    await visits.getByRole('button', { name: t.first }).click()
    await expectNoSidewaysScroll(rebooking!.page)
    await visits.getByRole('button', { name: t.next }).click()
    await visits.getByRole('button', { name: t.move }).click()
    await visits.getByRole('heading', { name: t.moved }).waitFor()
    await heading(left + 8).waitFor()

    await signIn(cancelling!.page, demo.portalUrl, t.people[1])
    const others = cancelling!.page.locator('visit-appointments')
    await others.getByText(t.unsupported).first().waitFor()
    await others.locator('li', { hasText: t.unsupported }).getByRole('button', { name: t.cancel }).click()
    await others.getByText(t.cancelReason).click()
    await expectNoSidewaysScroll(cancelling!.page)
    await others.getByRole('button', { name: t.cancelNow }).click()
    await others.getByRole('heading', { name: t.cancelled }).waitFor()
    await heading(left + 7).waitFor()
    await schedule.getByRole('heading', { name: t.needTime(left + 7) }).waitFor()

    await expectNoFaults(people)
  })
})

describe('the front desk', () => {
  const atDesk = async (): Promise<Awaited<ReturnType<typeof openIn>> & { readonly desk: Locator }> => {
    const person = await openIn('en')
    await signIn(person.page, `${started.demo.portalUrl}/desk`, /Jo Marsh/)
    return { ...person, desk: person.page.locator('visit-schedule') }
  }

  it('puts a patient on the waitlist, who sees it at once, and takes them off', async () => {
    const [type] = await clinic.visitTypes.list({ specialty: 'urgent-care', limit: 100 }).toArray()
    const label = type?.name.find(({ language }) => language === 'en')?.text ?? ''
    const [front, patient] = [await atDesk(), await openIn('en')]
    await signIn(patient.page, started.demo.portalUrl, /Ana Duarte/)
    const waits = patient.page.locator('visit-appointments').getByText('You are on the waiting list')

    await front.desk.getByRole('button', { name: 'Waitlist' }).click()
    await front.desk.getByRole('button', { name: 'Put a patient on the list' }).click()
    await front.desk.getByRole('combobox', { name: 'Patient' }).fill('Duarte')
    await front.desk.getByRole('option', { name: /Ana Duarte/ }).click()
    await front.desk.getByLabel('Visit', { exact: true }).selectOption({ label })
    await front.desk.getByRole('button', { name: 'Put on the list' }).click()
    await front.desk.getByRole('listitem').filter({ hasText: 'Ana Duarte' }).waitFor()
    await waits.waitFor()

    await front.desk.getByRole('button', { name: 'Take off, Ana Duarte' }).click()
    await front.desk.getByRole('button', { name: 'Take off the list' }).click()
    await front.desk.getByText('No one waits for a time.').waitFor()
    await waits.waitFor({ state: 'hidden' })
    await expectNoFaults([front, patient])
  })

  it('closes the clinic for a day after it saw whose visits that affects, and the patient sees it', async () => {
    const day = dayFromToday(5)
    const [patient] = (await clinic.patients.search({ recordNumber: 'LH-10001' }).page()).items
    const [type] = await clinic.visitTypes.list({ specialty: 'primary-care', limit: 100 }).toArray()
    const asked = { patientId: patient!.id, visitTypeId: type!.id }
    const { items } = await clinic.slots.search({ ...asked, from: `${day}T14:00:00Z`, to: `${day}T22:00:00Z` })
    const hold = await clinic.holds.place({ ...asked, start: items[0]?.start ?? '' })
    await clinic.appointments.book({ holdId: hold.id, patientId: asked.patientId })
    const [front, person] = [await atDesk(), await openIn('en')]
    await signIn(person.page, started.demo.portalUrl, /Ana Duarte/)

    await front.desk.getByRole('button', { name: 'Closures' }).click()
    await front.desk.getByRole('button', { name: 'Add a closure' }).click()
    await front.desk.getByLabel('Name').fill('Founders day')
    await front.desk.getByLabel('First day').fill(day)
    await front.desk.getByRole('button', { name: 'Save the closure' }).click()
    await front.desk.getByRole('heading', { name: '1 booked visit is affected' }).waitFor()
    await front.desk.getByRole('button', { name: 'Save, and ask 1 patient to choose another time' }).click()
    await front.desk.getByRole('listitem').filter({ hasText: 'Founders day' }).waitFor()
    await person.page.locator('visit-appointments').getByText(words.en.unsupported).first().waitFor()
    await expectNoFaults([front, person])
  })
})
