import type { Locator, Page } from 'playwright'
import { describe, expect, it, onTestFailed } from 'vitest'
import { wayToBookedVisit, type WayToBookedVisit } from './booking-words.testing.ts'
import { readPromise } from './promises.testing.ts'
import { openPanel } from './aftercare-journey.testing.ts'
import {
  bookFirstTime,
  openBrowserFor,
  readToTheEnd,
  saveScreenshots,
  signIn,
  signInToQueue,
  storedText,
} from './visit-journey.testing.ts'
import { useDemo } from './use-demo.ts'
import { variants } from './variants.testing.ts'

/* What the patient writes at booking: not asked twice, and read by the doctor in the queue, above the chart and in the note. */

interface Person extends WayToBookedVisit {
  readonly name: string
  readonly about: string
  readonly ready: string
  readonly none: RegExp
  readonly answer: string
  readonly safety: string
  readonly asked: string
  readonly told: string
  readonly change: string
  readonly save: string
  readonly agree: string
  readonly fullName: RegExp
  readonly unchanged: string
  readonly send: string
  readonly home: string
  readonly noContact: string
  readonly checkIn: string
  readonly first: string
  readonly reason: string
  readonly changed: string
}

const people: Readonly<Record<'en' | 'es', Person>> = {
  en: {
    name: 'Ana Duarte',
    ...wayToBookedVisit.en,
    about: 'What would you like to talk about?',
    ready: 'Get ready for your visit',
    none: /^None/,
    answer: 'Next',
    safety: 'Before anything else',
    asked: 'What is wrong today?',
    told: 'You told us',
    change: 'Change: You told us',
    save: 'Save',
    agree: 'I agree',
    fullName: /full name/i,
    unchanged: 'Yes, all of it is right',
    send: 'Send my answers',
    home: 'My home',
    noContact: 'I have no one to name',
    checkIn: 'Check in',
    first: 'You are next',
    reason: 'A cough since Sunday',
    changed: 'A cough since Sunday, and now a fever',
  },
  es: {
    name: 'Marta Quispe',
    ...wayToBookedVisit.es,
    about: '¿De qué le gustaría hablar?',
    ready: 'Prepararse para su consulta',
    none: /^Nada/,
    answer: 'Siguiente',
    safety: 'Antes que nada',
    asked: '¿Qué le pasa hoy?',
    told: 'Usted nos dijo',
    change: 'Cambiar: Usted nos dijo',
    save: 'Guardar',
    agree: 'Acepto',
    fullName: /nombre/i,
    unchanged: 'Sí, todo es correcto',
    send: 'Enviar mis respuestas',
    home: 'Mi casa',
    noContact: 'No tengo a quién nombrar',
    checkIn: 'Registrarme',
    first: 'Usted es el siguiente',
    reason: 'Tos desde el domingo',
    changed: 'Tos desde el domingo, y ahora fiebre',
  },
}

const sizes = [
  { width: 1440, height: 900 },
  { width: 360, height: 740 },
] as const

/** Counts what the person presses; what they type is counted apart. */
const createHand = () => {
  let presses = 0
  return {
    press: async (target: Locator): Promise<void> => {
      await target.click()
      presses += 1
    },
    get presses(): number {
      return presses
    },
  }
}

/** From the home page to the answers that are sent. Returns the presses and the seconds. */
const prepare = async (page: Page, person: Person): Promise<{ readonly presses: number; readonly seconds: number }> => {
  const { press, ...hand } = createHand()
  const safety = page.locator('visit-intake[only=safety]')
  const consent = page.locator('visit-consent-dialog')
  const intake = page.locator('visit-intake:not([only])')
  const since = Date.now()
  await page.getByRole('link', { name: person.ready }).click()
  await safety.getByRole('heading', { name: person.safety }).waitFor()
  expect(await safety.getByText(person.reason).count()).toBe(0)
  await press(safety.getByLabel(person.none))
  await press(safety.getByRole('button', { name: person.answer }))
  const signature = consent.getByLabel(person.fullName)
  await signature.or(intake).first().waitFor()
  if (await signature.isVisible()) await consentTo(page, person, press)
  const unchanged = intake.getByRole('button', { name: person.unchanged })
  const told = intake.getByText(person.told, { exact: true })
  await unchanged.or(told).first().waitFor()
  if (await unchanged.isVisible()) await press(unchanged)
  await told.waitFor()
  await intake.getByText(person.reason, { exact: true }).waitFor()

  await press(intake.getByRole('button', { name: person.change }))
  await intake.locator('textarea').fill(person.changed)
  await press(intake.getByRole('button', { name: person.save, exact: true }))
  await intake.getByText(person.changed, { exact: true }).waitFor()
  await press(intake.locator('input[inputmode=numeric]'))
  await page.keyboard.type('0')
  await press(intake.getByRole('button', { name: person.answer }))
  const send = intake.getByRole('button', { name: person.send })
  await send.waitFor()
  await readPromise(page, 'intake.reviewText')
  // Not asked again, and not listed as an answer that is missing.
  expect(await intake.getByText(person.asked).count()).toBe(0)
  await press(send)
  await page.locator('visit-waiting-room').waitFor()
  return { presses: hand.presses, seconds: (Date.now() - since) / 1000 }
}

const consentTo = async (page: Page, person: Person, press: (target: Locator) => Promise<void>): Promise<void> => {
  const name = page.getByLabel(person.fullName)
  await name.waitFor()
  await readToTheEnd(page)
  await name.fill(person.name)
  await press(page.getByRole('button', { name: person.agree, exact: true }))
}

describe.each(variants(['en', 'es'] as const))('what is written at booking (%s)', (language) => {
  // Its own, because the visits of one doctor that can begin now are few.
  const journey = useDemo()

  it.each(sizes)(
    'is not asked twice, and is read in the queue, above the chart and in the note ($width wide)',
    async (size) => {
      const { portalUrl } = journey.demo
      const person = people[language]
      const patient = await openBrowserFor(journey.browser)
      const doctor = await openBrowserFor(journey.browser)
      const opened = [patient, doctor]
      onTestFailed(() => saveScreenshots(`told-${language}-${size.width}`, opened))
      await patient.page.setViewportSize(size)
      await signIn(patient.page, portalUrl, new RegExp(person.name))
      await patient.page.locator(`html[lang="${language}"]`).waitFor()
      await signInToQueue(doctor.page, `${portalUrl}/clinic`, /Dr Grace Oyelaran/)

      const write = async (screen: string): Promise<void> => {
        if (screen !== 'confirm') return
        await readPromise(patient.page, 'booking-end.reasonHint')
        await patient.page.getByLabel(person.about).fill(person.reason)
      }
      await bookFirstTime(patient.page, person.specialty, write, person)
      const queue = doctor.page.locator('visit-queue')
      await queue.getByText(person.reason, { exact: true }).first().waitFor()

      const { presses, seconds } = await prepare(patient.page, person)
      expect(presses).toBeLessThanOrEqual(9)
      expect(seconds).toBeLessThan(60)
      expect(await patient.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width)
      await queue.getByText(person.changed, { exact: true }).first().waitFor()

      const room = patient.page.locator('visit-waiting-room')
      await room.getByLabel(person.home).check()
      await room.getByLabel(person.noContact).check()
      await room.getByRole('button', { name: person.checkIn }).click()
      await room.getByRole('heading', { name: person.first }).waitFor()
      await doctor.page.getByRole('button', { name: `Admit ${person.name}` }).click()
      await doctor.page.locator('#who').getByText(person.changed, { exact: true }).waitFor()
      await openPanel(doctor.page, 'Note')
      const complaint = doctor.page.locator('visit-note-editor').getByLabel('Chief complaint')
      await complaint.waitFor()
      expect(await complaint.inputValue()).toBe(`Written before the visit: ${person.changed}`)
      await endVisit(doctor.page)

      for (const { faults, page, urls } of opened) {
        expect(faults).toEqual([])
        expect(await storedText(page)).not.toContain(person.reason)
        for (const url of urls) expect(decodeURIComponent(url)).not.toContain(person.reason)
      }
      for (const { context } of opened) await context.close()
    },
  )
})

/** So that the next visit is that of a patient who returns. How it ends in the page is another journey. */
const endVisit = (page: Page): Promise<void> =>
  page.locator('visit-provider').evaluate(async (provider) => {
    const { client } = provider as unknown as {
      client: { visits: { end(id: string, body: object): Promise<unknown> } }
    }
    const visitId = document.querySelector('visit-note-editor')?.getAttribute('visit-id') ?? ''
    await client.visits.end(visitId, { outcome: 'completed' })
  })
