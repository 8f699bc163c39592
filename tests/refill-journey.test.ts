import type { Page } from 'playwright'
import { describe, expect, it, onTestFailed } from 'vitest'
import { medicineIsChecked } from './aftercare-journey.testing.ts'
import { wayToBookedVisit, type WayToBookedVisit } from './booking-words.testing.ts'
import { withClient } from './page-client.testing.ts'
import { readPromise } from './promises.testing.ts'
import { linkTo, mailTo } from './mails.testing.ts'
import { useDemo } from './use-demo.ts'
import { bookFirstTime, openBrowserFor, saveScreenshots, signIn } from './visit-journey.testing.ts'
import { variants } from './variants.testing.ts'

/* A refill: asked for in the patient's record, answered in the inbox of the clinic, read in the record. */

interface Person extends WayToBookedVisit {
  readonly name: string
  readonly address: string
  /** Of the mail that says that there is an answer. */
  readonly subject: string
  readonly ask: RegExp
  readonly asked: RegExp
  readonly refused: RegExp
  readonly approved: RegExp
}

const people: Readonly<Record<'en' | 'es', Person>> = {
  en: {
    name: 'Ana Duarte',
    address: 'ana.duarte@mail.example',
    subject: 'Your request was answered',
    ...wayToBookedVisit.en,
    ask: /^Ask for a refill lisinopril/,
    asked: /^You asked for a refill on/,
    refused: /^The clinic did not approve the refill/,
    approved: /^The refill was approved on/,
  },
  es: {
    name: 'Marta Quispe',
    address: 'marta.quispe@mail.example',
    subject: 'Su solicitud tiene respuesta',
    ...wayToBookedVisit.es,
    ask: /^Pedir una renovación lisinopril/,
    asked: /^Pidió una renovación el/,
    refused: /^La clínica no aprobó la renovación/,
    approved: /^La renovación se aprobó el/,
  },
}
const answer = 'Please book a visit first: we want to measure your blood pressure.'
const sizes = { en: { width: 360, height: 740 }, es: { width: 1440, height: 900 } } as const

const journey = useDemo()

/** The doctor has prescribed before. How that is done in the page is another journey. */
const prescribe = (page: Page, person: Person): Promise<void> =>
  withClient(
    page,
    async (client, family) => {
      const [patient] = (await client.patients.search({ family }).page()).items
      const [pharmacy] = (await client.pharmacies.search({ search: 'example' })).items
      if (!patient || !pharmacy) throw new Error('The patient or the pharmacy was not found')
      const body = {
        rxcui: '314076',
        directions: { dose: 1, doseUnit: 'tablet', route: 'oral', timing: { timesPerDay: 1 } } as const,
        quantity: 30,
        daysSupply: 30,
        refills: 0,
        substitutionAllowed: true,
        pharmacyId: pharmacy.id,
      }
      const { alerts } = await client.prescriptions.check(patient.id, { rxcui: body.rxcui })
      const acknowledgments = alerts.map(({ id }) => ({ alertId: id, reason: 'Discussed before.' }))
      const draft = await client.prescriptions.write(patient.id, { ...body, acknowledgments })
      await client.prescriptions.sign(draft.id, { version: draft.version })
    },
    person.name.split(' ')[1] ?? '',
  )

/** Whatever time it is, mails do not wait for the morning. */
const writeAtNight = async (page: Page): Promise<void> => {
  await withClient(page, async (client) => {
    const { patients } = await client.me.get()
    const id = patients[0]?.id ?? ''
    const { channel, language, muted, version } = await client.preferences.get(id)
    await client.preferences.put(id, { channel, language, muted, version, quietHours: null })
  })
}

/** The answer, where the mail leads: signed out, on another device, by way of the sign-in. */
const readWhereTheMailLeads = async (page: Page, person: Person): Promise<void> => {
  const mail = await mailTo(journey.inboxUrl, person.address, person.subject)
  expect(mail.text).not.toMatch(/lisinopril|refill|renovaci/i)
  expect(mail.text).not.toContain(answer)
  await page.goto(linkTo('/record', mail))
  await page.getByRole('button', { name: new RegExp(person.name) }).click()
  const record = page.locator('visit-record')
  await record.getByText(person.refused).first().waitFor()
  const name = await page.waitForFunction(
    () => document.querySelector('visit-record')?.shadowRoot?.activeElement?.textContent,
  )
  expect(await name.jsonValue()).toContain('lisinopril')
  await record
    .locator('li', { has: page.locator('[id^=item-]:focus') })
    .getByText(person.refused)
    .waitFor()
}

describe.each(variants(['en', 'es'] as const))('a patient asks for a refill (%s)', (language) => {
  it('the clinic reads what the patient asks for, and the patient reads the answer', async () => {
    const { portalUrl } = journey.demo
    const person = people[language]
    const [patient, doctor, nurse, later] = await Promise.all([1, 2, 3, 4].map(() => openBrowserFor(journey.browser)))
    if (!patient || !doctor || !nurse || !later) throw new Error('a browser is missing')
    const opened = [patient, doctor, nurse, later]
    onTestFailed(() => saveScreenshots(`refill-${language}`, opened))
    for (const { page } of [patient, later]) await page.setViewportSize(sizes[language])
    await signIn(patient.page, portalUrl, new RegExp(person.name))
    await patient.page.locator(`html[lang="${language}"]`).waitFor()
    await writeAtNight(patient.page)
    await bookFirstTime(patient.page, person.specialty, () => undefined, person)
    await signIn(doctor.page, `${portalUrl}/clinic`, /Dr Grace Oyelaran/)
    await doctor.page.locator('visit-inbox').waitFor()
    await patient.page.goto(`${portalUrl}/record`)
    if (language === 'es') await readPromise(patient.page, 'record.noMedicines')
    await prescribe(doctor.page, person)
    await signIn(nurse.page, `${portalUrl}/desk`, /Nia Brandt/)
    await nurse.page.getByRole('heading', { name: 'Inbox' }).waitFor()

    const record = patient.page.locator('visit-record')
    await record.getByRole('button', { name: person.ask }).first().click()
    await record.getByText(person.asked).first().waitFor()
    await readPromise(patient.page, 'record.refillOpen')
    const line = (page: Page) =>
      page
        .locator('visit-inbox')
        .getByRole('region', { name: /^Refills to answer/ })
        .getByRole('listitem')
        .filter({ hasText: person.name })
    await line(doctor.page).waitFor()
    await line(nurse.page).waitFor()
    expect(
      await line(nurse.page)
        .getByRole('button', { name: /^Approve/ })
        .count(),
    ).toBe(0)

    await line(nurse.page)
      .getByRole('button', { name: /^Decline/ })
      .click()
    await readPromise(nurse.page, 'refills.answer')
    await nurse.page.getByLabel('What you write to the patient').fill(answer)
    await nurse.page.getByRole('button', { name: 'Decline and send' }).click()
    await record.getByText(person.refused).first().waitFor()
    await record.getByText(answer, { exact: true }).first().waitFor()
    await line(doctor.page).waitFor({ state: 'detached' })
    await readWhereTheMailLeads(later.page, person)

    await record.getByRole('button', { name: person.ask }).first().click()
    await line(doctor.page)
      .getByRole('button', { name: /^Approve: lisinopril/ })
      .click()
    const pad = doctor.page.locator('visit-prescription-pad')
    await pad.getByLabel('Dose', { exact: true }).waitFor()
    expect(await pad.getByLabel('Dose', { exact: true }).inputValue()).toBe('1')
    await medicineIsChecked(pad)
    for (const reason of await pad.getByLabel('Your reason').all()) await reason.fill('Discussed before.')
    await pad.getByRole('button', { name: 'Sign and send', exact: true }).click()
    await pad.getByRole('button', { name: 'Sign and send now' }).click()
    await record.getByText(person.approved).first().waitFor()
    expect(await patient.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      sizes[language].width,
    )
    for (const { faults, urls } of opened) {
      expect(faults).toEqual([])
      for (const url of urls) expect(decodeURIComponent(url)).not.toContain('lisinopril')
    }
    for (const { context } of opened) await context.close()
  })
})
