import type { BrowserContext, Page } from 'playwright'
import { expect, it, onTestFailed } from 'vitest'
import type { VisitServerClient } from '../packages/sdk/src/index.ts'
import { openPanel, rateVisit, sendComment, signNote, writeNote } from './aftercare-journey.testing.ts'
import { wayToBookedVisit } from './booking-words.testing.ts'
import { readPromise } from './promises.testing.ts'
import { useDemo } from './use-demo.ts'
import {
  answerQuestions,
  answerSafetyQuestions,
  bookFirstTime,
  checkIn,
  endVisit,
  expectMovingPicture,
  getReady,
  giveConsents,
  openBrowserFor,
  openTab,
  saveScreenshots,
  signIn,
  signInToQueue,
} from './visit-journey.testing.ts'

/* What is said to one person is seen by another: the sentences that no other journey reads. */

let clinic: VisitServerClient
const journey = useDemo({ prepare: (connected) => void (clinic = connected) })

declare global {
  interface Window {
    soundsPlayed?: number
  }
}

const countSounds = async (context: BrowserContext): Promise<void> => {
  await context.addInitScript(() => {
    window.soundsPlayed = 0
    const start = OscillatorNode.prototype.start
    OscillatorNode.prototype.start = function count(this: OscillatorNode, when?: number) {
      window.soundsPlayed = (window.soundsPlayed ?? 0) + 1
      start.call(this, when)
    }
  })
}
const soundsPlayed = (page: Page): Promise<number | undefined> => page.evaluate(() => window.soundsPlayed)

/** In the settings, on another page of the same person. */
const takeConsentBack = async (page: Page): Promise<void> => {
  await page.goto(`${journey.demo.portalUrl}/settings`)
  await page.getByRole('button', { name: 'What you agreed to' }).click()
  await page
    .getByRole('button', { name: /^Take it back/ })
    .first()
    .click()
  await readPromise(page, 'settings.takeBackText')
  await page.getByRole('button', { name: 'Yes, take it back' }).click()
  await page.getByText('You took it back.').first().waitFor()
}

/** In the settings. Returns the name of the pharmacy. */
const choosePharmacy = async (page: Page): Promise<string> => {
  await page.goto(`${journey.demo.portalUrl}/settings`)
  await page.getByRole('button', { name: 'Your pharmacy' }).click()
  await page.getByLabel('Find a pharmacy').fill('example')
  await page.getByRole('button', { name: 'Search' }).click()
  const choose = page.getByRole('button', { name: /^Choose / }).first()
  const name = ((await choose.getAttribute('aria-label')) ?? '').replace('Choose ', '')
  await choose.click()
  await readPromise(page, 'settings.pharmacyUse')
  return name
}

const dayOf = (at: string | number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(new Date(at))

it('a patient asks for a time, which is held until the clinic answers', async () => {
  const { portalUrl } = journey.demo
  const { id: visitTypeId } = await clinic.visitTypes.create({
    ...{ code: 'home-check', specialty: 'urgent-care', modality: 'video', licenseRequired: true },
    ...{ name: [{ language: 'en', text: 'Home check' }], description: [], bookingMode: 'request' },
    ...{ minutes: 15, stepMinutes: 15, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 },
    ...{ minimumNoticeMinutes: 60, horizonDays: 2, cancellationNoticeMinutes: 60 },
    ...{ requiredConsents: [], questionnaires: [] },
  })
  const patient = await openBrowserFor(journey.browser)
  const desk = await openBrowserFor(journey.browser)
  const people = [patient, desk]
  onTestFailed(() => saveScreenshots('promises-request', people))
  const { page } = patient
  await signIn(desk.page, `${portalUrl}/desk`, /Jo Marsh/)
  await readPromise(desk.page, 'inbox.nothingText')
  await signIn(page, portalUrl, /Marta Quispe/)
  await page.locator('html[lang="es"]').waitFor()
  const words = { ...wayToBookedVisit.es, choice: /Home check|Cualquiera que esté libre/ }
  const request = { book: 'Solicitar esta consulta', booked: 'Su solicitud está enviada' }
  await bookFirstTime(
    page,
    words.specialty,
    async (screen) => {
      if (screen === 'confirm') await readPromise(page, 'booking-end.requestHint')
    },
    { ...words, ...request },
  )
  await readPromise(page, 'booking-end.requestedHeading')
  await readPromise(page, 'booking-end.requestedNext')
  await readPromise(page, 'booking-end.requestedCancel')
  const [marta] = (await clinic.patients.search({ recordNumber: 'LH-10003' }).page()).items
  const ofMarta = { patientId: marta?.id ?? '', status: 'requested', limit: 100 } as const
  const [asked] = await clinic.appointments.list(ofMarta).toArray()
  if (!asked) throw new Error('Nothing was requested')
  const around = { visitTypeId, practitionerId: asked.practitioner.id }
  const slots = await clinic.slots.search({ ...around, from: asked.start, to: asked.end })
  expect(slots.items.filter(({ start }) => start === asked.start)).toEqual([])
  await page.goto(`${portalUrl}/home`)
  await readPromise(page, 'appointments.answerBy')

  await desk.page.locator('visit-inbox').getByText('Marta Quispe').first().waitFor()
  const schedule = desk.page.locator('visit-schedule')
  const { displayName } = await clinic.practitioners.get(asked.practitioner.id)
  await schedule.getByLabel('Schedule of').selectOption({ label: displayName })
  // The first time that can be asked for may be tomorrow.
  if (dayOf(asked.start) !== dayOf(Date.now())) await schedule.getByRole('button', { name: 'Later' }).click()
  await schedule.getByRole('button', { name: /^Answer, Marta Quispe/ }).click()
  await readPromise(desk.page, 'panels.answerEffect')
  await schedule.getByLabel('Yes, book it').check()
  await schedule.getByRole('button', { name: 'Send the answer' }).click()
  await readPromise(page, 'appointments.canCancel')
  for (const { faults } of people) expect(faults).toEqual([])
  for (const { context } of people) await context.close()
})

it('a patient waits while the queue is paused, takes the consent back and agrees again, and is called in with a sound', async () => {
  const { portalUrl } = journey.demo
  const patient = await openBrowserFor(journey.browser)
  const doctor = await openBrowserFor(journey.browser)
  const desk = await openBrowserFor(journey.browser)
  const people = [patient, doctor, desk]
  onTestFailed(() => saveScreenshots('promises-visit', people))
  const { page } = patient
  const waiting = page.locator('visit-waiting-room')
  const queue = doctor.page.locator('#queue visit-queue')
  const admit = queue.getByRole('button', { name: 'Admit Ana Duarte' })
  await countSounds(patient.context)

  await signInToQueue(doctor.page, `${portalUrl}/clinic`, /Dr Grace Oyelaran/)
  await readPromise(doctor.page, 'queue.emptyText')
  await signIn(page, portalUrl, /Ana Duarte/)
  const words = { ...wayToBookedVisit.en, choice: /Urgent care visit|Anyone who is free/ }
  await bookFirstTime(page, words.specialty, () => undefined, words)
  await getReady(page)
  await answerSafetyQuestions(page)
  await readPromise(page, 'consent-dialog.declineHint')
  await giveConsents(page)
  await answerQuestions(page)
  await readPromise(page, 'waiting-room.checkInWhy')
  await readPromise(page, 'waiting-room.callbackHint')
  const phone = await waiting.getByLabel('Phone number', { exact: true }).inputValue()
  await checkIn(page)
  await readPromise(page, 'waiting-room.willSound')
  await admit.waitFor()

  await queue.getByRole('button', { name: 'Pause my queue' }).click()
  await readPromise(doctor.page, 'queue.pausedText')
  await readPromise(page, 'waiting-room.paused')
  await queue.getByRole('button', { name: 'Resume my queue' }).click()

  const settings = await openTab(patient.context)
  await takeConsentBack(settings.page)
  await page.bringToFront()
  await admit.click()
  await readPromise(doctor.page, 'queue.problem_consent_missing')
  await page.reload()
  await giveConsents(page)
  await waiting.getByRole('heading', { name: 'You are next' }).waitFor()
  expect(await soundsPlayed(page)).toBe(0)
  await admit.click()
  await page.getByRole('button', { name: 'Join the visit' }).waitFor()
  expect(await soundsPlayed(page)).toBe(1)

  await readPromise(page, 'video-room.readyText')
  await readPromise(doctor.page, 'video-room.waitingText')
  await page.getByRole('button', { name: 'Join the visit' }).click()
  await Promise.all([page, doctor.page].map((each) => expectMovingPicture(each)))
  await page.getByRole('button', { name: 'Leave', exact: true }).click()
  await readPromise(page, 'video-room.leftText')
  await page.getByRole('button', { name: 'Join again' }).click()
  await Promise.all([page, doctor.page].map((each) => expectMovingPicture(each)))
  await doctor.page.getByRole('button', { name: 'Emergency', exact: true }).click()
  const help = doctor.page.getByRole('dialog', { name: 'Get urgent help for this patient' })
  expect(await help.getByRole('link', { name: phone }).count()).toBeGreaterThan(0)
  await help.getByText(/Columbus/).waitFor()
  await help.getByRole('button', { name: 'Close' }).click()

  const pharmacy = await choosePharmacy(settings.page)
  await page.bringToFront()
  await openPanel(doctor.page, 'Prescriptions')
  const pad = doctor.page.locator('visit-prescription-pad')
  await pad.getByRole('button', { name: 'New prescription' }).first().click()
  await pad.getByRole('combobox', { name: 'Medicine' }).fill('lisinopril')
  await pad.getByRole('listbox', { name: 'Medicine' }).getByRole('option').first().click()
  await pad.getByText(pharmacy).first().waitFor()
  await openPanel(doctor.page, 'Note')

  await endVisit(doctor.page)
  const instructions = 'Drink plenty.'
  await writeNote(doctor.page, {
    ...{ assessment: 'A cold.', plan: 'Rest at home.', instructions, diagnosis: 'cough', service: 'T1015' },
  })
  await signNote(doctor.page)
  const summary = page.locator('visit-summary')
  await summary.getByText(instructions).first().waitFor()

  await readPromise(page, 'summary.surveyIntro')
  await rateVisit(page, '2', 'No')
  await sendComment(page, 'I waited for a long time.')
  await signIn(desk.page, `${portalUrl}/desk`, /Jo Marsh/)
  await desk.page.locator('visit-inbox').getByText('2/10: I waited for a long time.').first().waitFor()
  for (const { faults } of people) expect(faults).toEqual([])
  for (const { context } of people) await context.close()
})
