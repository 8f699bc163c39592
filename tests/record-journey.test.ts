import type { Page } from 'playwright'
import { describe, expect, it, onTestFailed } from 'vitest'
import { wayToBookedVisit, type WayToBookedVisit } from './booking-words.testing.ts'
import { withClient } from './page-client.testing.ts'
import { readPromise } from './promises.testing.ts'
import { linkTo, mailTo } from './mails.testing.ts'
import { useDemo } from './use-demo.ts'
import {
  bookFirstTime,
  openBrowserFor,
  saveScreenshots,
  signIn,
  signInToQueue,
  storedText,
} from './visit-journey.testing.ts'
import { variants } from './variants.testing.ts'

/* "Mark as reviewed and show it": said by the doctor, read by the patient where the mail leads. */

interface Person extends WayToBookedVisit {
  readonly name: string
  readonly address: string
  readonly subject: string
  readonly heading: string
  readonly comment: string
  readonly says: string
  readonly unit: string
  readonly usual: RegExp
  readonly mark: RegExp
  readonly settings: string
  readonly quiet: string
  readonly save: string
  readonly saved: string
}

const people: Readonly<Record<'en' | 'es', Person>> = {
  en: {
    name: 'Ana Duarte',
    address: 'ana.duarte@mail.example',
    ...wayToBookedVisit.en,
    subject: 'Something new is in your record',
    heading: 'Health record',
    comment: 'Your blood count is as it should be.',
    says: 'Dr Grace Oyelaran says',
    unit: 'grams per deciliter',
    usual: /^Usual range: [\d.]+ to [\d.]+$/,
    mark: /the usual range$/,
    settings: 'Settings',
    quiet: 'No messages at night',
    save: 'Save',
    saved: 'Saved.',
  },
  es: {
    name: 'Marta Quispe',
    address: 'marta.quispe@mail.example',
    ...wayToBookedVisit.es,
    subject: 'Hay algo nuevo en su expediente',
    heading: 'Expediente médico',
    comment: 'Sus valores de sangre están bien.',
    says: 'Dr Grace Oyelaran dice',
    unit: 'gramos por decilitro',
    usual: /^Rango habitual: [\d.]+ a [\d.]+$/,
    mark: /el rango habitual$/,
    settings: 'Ajustes',
    quiet: 'Sin avisos por la noche',
    save: 'Guardar',
    saved: 'Guardado.',
  },
}

const phone = { width: 360, height: 740 }

const journey = useDemo()

/** The doctor orders a blood count. How that is done in the page is another journey. */
const orderBloodCount = (page: Page, family: string): Promise<void> =>
  withClient(
    page,
    async (client, familyName) => {
      const [patient] = (await client.patients.search({ family: familyName }).page()).items
      if (!patient) throw new Error('The patient was not found')
      const tests = [{ code: 'CBC', answers: [] }]
      await client.labs.order(patient.id, { tests, diagnosisCodes: ['R05.9'], priority: 'routine' })
    },
    family,
  )

/** The doctor's own page of results: opens the result of the patient, writes and shows it. */
const reviewAndShow = async (page: Page, patient: string, comment: string): Promise<void> => {
  await page.getByRole('tab', { name: 'Results' }).click()
  const labs = page.locator('visit-lab-orders')
  const result = labs.getByRole('listitem').filter({ hasText: patient }).filter({ hasText: 'blood count' })
  await result.getByText('Final', { exact: true }).waitFor()
  const field = result.getByLabel('What you write to the patient')
  if (!(await field.isVisible())) await result.getByRole('button', { name: /^Open / }).click()
  await readPromise(page, 'lab-orders.comment')
  await readPromise(page, 'lab-orders.reviewAndRelease')
  await field.fill(comment)
  await result.getByRole('button', { name: 'Mark as reviewed and show it' }).click()
  await field.waitFor({ state: 'detached' })
}

const expectNoSidewaysScroll = async (page: Page): Promise<void> =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)

describe.each(variants(['en', 'es'] as const))('a result that the doctor shows (%s)', (language) => {
  it('is read where the mail leads: the value, its range and the doctor’s words', async () => {
    const { demo } = journey
    const person = people[language]
    const clinician = await openBrowserFor(journey.browser)
    const patient = await openBrowserFor(journey.browser)
    const later = await openBrowserFor(journey.browser)
    const opened = [clinician, patient, later]
    onTestFailed(() => saveScreenshots(`record-${language}`, opened))
    for (const { page } of [patient, later]) await page.setViewportSize(phone)

    // The browsers ask for English. The language of the person decides.
    await signIn(patient.page, demo.portalUrl, new RegExp(person.name))
    await patient.page.locator(`html[lang="${language}"]`).waitFor()
    await expectNoSidewaysScroll(patient.page)
    await patient.page.getByRole('link', { name: person.settings, exact: true }).waitFor()

    // Whatever time it is, this mail does not wait for the morning.
    await patient.page.goto(`${demo.portalUrl}/preferences`)
    await patient.page.getByText(person.quiet).click()
    await patient.page.getByRole('button', { name: person.save, exact: true }).click()
    await patient.page.getByText(person.saved, { exact: true }).first().waitFor()
    await expectNoSidewaysScroll(patient.page)

    await signInToQueue(clinician.page, `${demo.portalUrl}/clinic`, /Dr Grace Oyelaran/)
    await bookFirstTime(patient.page, person.specialty, () => expectNoSidewaysScroll(patient.page), person)
    await clinician.page.locator('visit-queue').getByText(person.name).first().waitFor()
    await clinician.page.getByRole('tab', { name: 'Results' }).click()
    await readPromise(clinician.page, 'lab-orders.inboxEmptyText')
    await patient.page.goto(`${demo.portalUrl}/record`)
    if (language === 'es') await readPromise(patient.page, 'record.noResults')
    await orderBloodCount(clinician.page, person.name.split(' ')[1] ?? '')
    await reviewAndShow(clinician.page, person.name, person.comment)

    const mail = await mailTo(journey.inboxUrl, person.address, person.subject)
    expect(mail.text).not.toContain(person.comment)

    // On another day, signed out: the link leads to the record, by way of the sign-in.
    await later.page.goto(linkTo('/record', mail))
    await later.page.getByRole('button', { name: new RegExp(person.name) }).click()
    const record = later.page.locator('visit-record')
    await record.getByRole('heading', { name: person.heading }).waitFor()
    expect(new URL(later.page.url()).pathname).toBe('/record')
    await later.page.locator(`html[lang="${language}"]`).waitFor()
    await record.getByText(person.says, { exact: true }).waitFor()
    await record.getByText(person.comment, { exact: true }).waitFor()
    const hemoglobin = record.locator('.value').filter({ hasText: 'Hemoglobin' }).first()
    expect(await hemoglobin.innerText()).toMatch(new RegExp(`[\\d.]+\\s+${person.unit}`))
    await hemoglobin.getByText(person.usual).waitFor()
    await hemoglobin.getByText(person.mark).waitFor()
    await hemoglobin.getByRole('img').waitFor()
    await expectNoSidewaysScroll(later.page)

    // The way to stop, in the text and for mail programs, leads to a page that exists.
    expect(mail.headers['list-unsubscribe']).toBe(`<${linkTo('/preferences', mail)}>`)
    await later.page.goto(linkTo('/preferences', mail))
    expect(await later.page.getByLabel(person.quiet).isChecked()).toBe(false)

    for (const { faults, page, urls } of opened) {
      expect(faults).toEqual([])
      expect(await storedText(page)).not.toContain(person.comment)
      for (const url of urls) expect(url).not.toContain(person.name.split(' ')[1])
    }
    for (const { context } of opened) await context.close()
  })
})
