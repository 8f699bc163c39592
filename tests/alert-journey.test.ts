import type { Locator, Page } from 'playwright'
import { describe, expect, it, onTestFailed } from 'vitest'
import { readPromise } from './promises.testing.ts'
import { useDemo } from './use-demo.ts'
import {
  bookFirstTime,
  getReady,
  giveConsents,
  openBrowserFor,
  saveScreenshots,
  signIn,
} from './visit-journey.testing.ts'
import { variants } from './variants.testing.ts'

interface Words {
  readonly chest: string
  readonly telling: string
  readonly told: string
  readonly seen: string
}

const words: Readonly<Record<'en' | 'es', Words>> = {
  en: {
    chest: 'Pain or pressure in the chest',
    telling: 'We are telling the clinic now.',
    told: 'The clinic has been told.',
    seen: 'Nia Brandt at the clinic has seen this.',
  },
  es: {
    chest: 'Dolor o presión en el pecho',
    telling: 'Estamos avisando a la clínica.',
    told: 'Hemos avisado a la clínica.',
    seen: 'Nia Brandt, de la clínica, ya lo vio.',
  },
}

const phone = { width: 360, height: 740 }
/** From the patient's answer to each screen of the clinic. Milliseconds. */
const within = 2000

const journey = useDemo()

const alertOf = (page: Page, place: string): Locator =>
  page.locator(place).getByRole('region', { name: 'Emergency alerts' }).getByRole('listitem').filter({
    hasText: 'Ana Duarte',
  })

/** Up to the first question, in English; then the page's language is that of the patient. */
const bookUntilQuestions = async (page: Page, language: string): Promise<void> => {
  await bookFirstTime(page, 'Urgent care')
  await getReady(page)
  const intake = page.locator('visit-intake')
  const consent = page.getByLabel(/full name/i)
  await intake.or(consent).first().waitFor()
  if (await consent.isVisible()) await giveConsents(page)
  await intake.waitFor()
  await page.evaluate((lang) => {
    document.documentElement.lang = lang
  }, language)
}

describe.each(variants(['en', 'es'] as const))('a patient has pain in the chest, on a phone (%s)', (language) => {
  it('doctor, nurse and front desk read it within two seconds, and the patient reads who has seen it', async () => {
    const { portalUrl } = journey.demo
    const t = words[language]
    const [patient, doctor, nurse, desk] = await Promise.all([1, 2, 3, 4].map(() => openBrowserFor(journey.browser)))
    if (!patient || !doctor || !nurse || !desk) throw new Error('a browser is missing')
    const people = [patient, doctor, nurse, desk]
    onTestFailed(() => saveScreenshots(`alert-${language}`, people))
    await patient.page.setViewportSize(phone)

    // No one at the clinic has a page open: nothing is claimed.
    await signIn(patient.page, portalUrl, /Ana Duarte/)
    await bookUntilQuestions(patient.page, language)
    const intake = patient.page.locator('visit-intake')

    await signIn(doctor.page, `${portalUrl}/clinic`, /Dr Grace Oyelaran/)
    await signIn(nurse.page, `${portalUrl}/desk`, /Nia Brandt/)
    await signIn(desk.page, `${portalUrl}/desk`, /Jo Marsh/)
    for (const { page } of [doctor, nurse, desk]) await page.getByRole('heading', { name: 'Inbox' }).waitFor()

    const screens = [doctor, nurse, desk].map(({ page }) => alertOf(page, 'visit-inbox'))
    await intake.getByLabel(t.chest).click()
    const since = Date.now()
    const times = await Promise.all(
      screens.map(async (screen) => {
        await screen.waitFor()
        return Date.now() - since
      }),
    )
    expect(Math.max(...times)).toBeLessThan(within)
    for (const screen of screens) {
      await screen.getByText('chest pain').first().waitFor()
      expect(await screen.getByRole('link').first().getAttribute('href')).toMatch(/^tel:/)
    }
    expect(await screens[0]?.textContent()).toContain('Pain or pressure in the chest')
    expect(await screens[2]?.textContent()).not.toContain('Pain or pressure in the chest')
    expect(await doctor.page.title()).toMatch(/^\(! \d+\)/)
    await intake.getByText(t.told).waitFor()
    await readPromise(patient.page, 'intake.emergencyTold')

    await doctor.page.getByRole('tab', { name: 'Queue', exact: true }).click()
    await alertOf(doctor.page, 'visit-queue').waitFor()
    const expected = doctor.page.locator('visit-queue').getByRole('region', { name: 'Expected today' })
    await expected.getByText('Safety: chest pain').first().waitFor()

    await screens[1]?.getByRole('button', { name: /^I will act on this/ }).click()
    await intake.getByText(t.seen).waitFor()
    await readPromise(patient.page, 'intake.emergencySeen')
    for (const screen of screens) await screen.waitFor({ state: 'detached' })
    expect(await patient.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
    for (const person of people) {
      expect(person.faults).toEqual([])
      await person.context.close()
    }
  })
})

it('claims nothing while no one at the clinic has the alert on a screen', async () => {
  const { portalUrl } = journey.demo
  const [patient, desk] = [await openBrowserFor(journey.browser), await openBrowserFor(journey.browser)]
  onTestFailed(() => saveScreenshots('alert-nobody', [patient, desk]))
  await signIn(patient.page, portalUrl, /Ana Duarte/)
  await bookUntilQuestions(patient.page, 'en')
  const intake = patient.page.locator('visit-intake')
  await intake.getByLabel(words.en.chest).click()
  await intake.getByText(words.en.telling).waitFor()
  await readPromise(patient.page, 'intake.emergencyTelling')
  await patient.page.waitForTimeout(within)
  expect(await intake.textContent()).not.toContain(words.en.told)
  await signIn(desk.page, `${portalUrl}/desk`, /Jo Marsh/)
  await alertOf(desk.page, 'visit-inbox').waitFor()
  await intake.getByText(words.en.told).waitFor()
})
