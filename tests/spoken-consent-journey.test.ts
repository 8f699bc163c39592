import type { Locator } from 'playwright'
import { describe, expect, it, onTestFailed } from 'vitest'
import type { VisitServerClient } from '../packages/sdk/src/index.ts'
import { acceptInvitation, expectNoSidewaysScroll, openIn, phone } from './phone-journey.testing.ts'
import { readPromise } from './promises.testing.ts'
import { connectClinic } from './start-own-demo.ts'
import { useDemo } from './use-demo.ts'
import { saveScreenshots, signIn } from './visit-journey.testing.ts'
import { variants } from './variants.testing.ts'

/* A consent that a patient gives by phone: the front desk records it, the patient reads by whom, and takes it back. */

const doctorName = 'Dr Grace Oyelaran'

/** What the patient reads, on a phone. */
const patients = {
  en: {
    name: 'Sam Mesa',
    agreed: /What you agreed to/,
    said: /You said this by phone\./,
    recorded: /Recorded at the clinic on .+, by: front desk\./,
    ask: /^See who recorded it/,
    takeBack: /^Take it back/,
    takeBackNow: 'Yes, take it back',
    tookBack: 'You took it back.',
  },
  es: {
    name: 'Luz Mesa',
    agreed: /Lo que aceptó/,
    said: /Usted lo dijo por teléfono\./,
    recorded: /Anotado en la clínica el .+, por: recepción\./,
    ask: /^Ver quién lo anotó/,
    takeBack: /^Retirarlo/,
    takeBackNow: 'Sí, retirarlo',
    tookBack: 'Lo retiró.',
  },
} as const
type Language = keyof typeof patients

const newcomers = Object.values(patients).map(({ name }) => ({
  username: name.toLowerCase().replace(' ', '.'),
  displayName: name,
}))
let clinic: VisitServerClient
let doctorId: string
/** The law of Ohio wants a signature, the law of Arizona accepts a spoken yes. */
const journey = useDemo({
  newcomers,
  prepare: async (connected) => {
    clinic = connected
    const practitioners = await clinic.practitioners.list({ limit: 100 }).toArray()
    doctorId = practitioners.find(({ displayName }) => displayName === doctorName)?.id ?? ''
    const { licenses, version } = await clinic.practitioners.get(doctorId)
    const expiresOn = new Date(Date.now() + 365 * 86_400_000).toISOString().slice(0, 10)
    const license = { state: 'AZ', number: 'AZ-1', kind: 'full', status: 'active', expiresOn } as const
    await clinic.practitioners.update(doctorId, { version, licenses: [...licenses, license] })
  },
})

/** A patient at home in Arizona, invited, and booked with the doctor tomorrow. */
const bookInArizona = async (language: Language): Promise<{ readonly name: string; readonly code: string }> => {
  const { name } = patients[language]
  const [given = '', family = ''] = name.split(' ')
  const { id: patientId } = await clinic.patients.create({
    name: { given, family },
    birthDate: '1980-05-05',
    sex: 'female',
    state: 'AZ',
    language,
    zone: 'America/Phoenix',
    email: `${given.toLowerCase()}@mail.example`,
    address: { line1: '1 Test Street', city: 'Phoenix', state: 'AZ', postalCode: '85004' },
    recordNumber: `LH-3${language}`,
  })
  // An invitation needs a sign-in of the last minutes.
  const inviting = await connectClinic(journey)
  const { secret } = await inviting.patients.invite(patientId)
  inviting.close()
  const [type] = await clinic.visitTypes.list({ specialty: 'urgent-care', limit: 100 }).toArray()
  const visitTypeId = type?.id ?? ''
  const [from, to] = [1, 2].map((days) => new Date(Date.now() + days * 86_400_000).toISOString()) as [string, string]
  const { items } = await clinic.slots.search({ visitTypeId, practitionerId: doctorId, from, to })
  const hold = await clinic.holds.place({
    ...{ visitTypeId, start: items[0]?.start ?? '', practitionerId: doctorId, patientId },
  })
  await clinic.appointments.book({ holdId: hold.id, patientId })
  return { name, code: secret }
}

/** Asks where the patient is, and how they say it. */
const beginRecording = async (schedule: Locator, name: string): Promise<void> => {
  await schedule.getByRole('button', { name: new RegExp(`^Spoken consent: ${name}`) }).click()
  await schedule.getByRole('heading', { name: `Record what ${name} says about the consent` }).waitFor()
}

describe.each(variants(['en', 'es'] as const))('a patient consents by phone (%s)', (language) => {
  it('the front desk records it where the law accepts it, and the patient reads by whom and takes it back', async () => {
    const { portalUrl } = journey.demo
    const words = patients[language]
    const { name, code } = await bookInArizona(language)
    const [desk, patient] = [await openIn(journey.browser, 'en'), await openIn(journey.browser, language, phone)]
    onTestFailed(() => saveScreenshots(`spoken-consent-${language}`, [desk, patient]))

    await signIn(desk.page, `${portalUrl}/desk`, /Jo Marsh/)
    const schedule = desk.page.locator('visit-schedule')
    await schedule.getByLabel('Schedule of').selectOption({ label: doctorName })
    await schedule.getByRole('button', { name: 'Later' }).click()
    await beginRecording(schedule, name)
    const state = schedule.getByLabel('Where is the patient now?')
    await state.selectOption('OH')
    await schedule.getByText('This must be signed').waitFor()
    expect(await schedule.getByRole('button', { name: 'They agree' }).count()).toBe(0)
    await state.selectOption('AZ')
    await schedule.getByLabel(`${name}, the patient`).check()
    await schedule.getByLabel('By phone').check()
    await schedule.getByRole('button', { name: 'They agree' }).click()
    await schedule.getByText('Read the text aloud, then confirm it here.').waitFor()
    await schedule.getByLabel(/I read the whole text aloud/).check()
    await schedule.getByRole('button', { name: 'They agree' }).click()
    await schedule.getByRole('listitem').filter({ hasText: 'Recorded: they agreed.' }).waitFor()
    await readPromise(desk.page, 'spoken-decision.doneText')
    await schedule.getByRole('button', { name: 'Close' }).click()

    await acceptInvitation(patient.page, portalUrl, { name, code }, language)
    await patient.page.goto(`${portalUrl}/privacy`)
    const center = patient.page.locator('visit-privacy-center')
    await center.getByRole('button', { name: words.agreed }).click()
    await center.getByText(words.said).waitFor()
    await center.getByText(words.recorded).waitFor()
    await expectNoSidewaysScroll(patient.page)
    await center.getByRole('button', { name: words.ask }).click()
    await patient.page
      .locator('visit-audit-log')
      .getByRole('listitem')
      .filter({ hasText: 'Jo Marsh' })
      .first()
      .waitFor()
    await patient.page.goto(`${portalUrl}/privacy`)
    await center.getByRole('button', { name: words.agreed }).click()
    await center.getByRole('button', { name: words.takeBack }).click()
    await center.getByRole('button', { name: words.takeBackNow }).click()
    await center.getByText(words.tookBack).first().waitFor()
    await center.getByText(words.said).waitFor()

    await beginRecording(schedule, name)
    await state.selectOption('AZ')
    await schedule.getByText('They agreed before, and took it back.').waitFor()
    for (const { faults } of [desk, patient]) expect(faults).toEqual([])
    for (const { context } of [desk, patient]) await context.close()
  })
})
