import type { Locator } from 'playwright'
import { describe, expect, it, onTestFailed } from 'vitest'
import type { VisitServerClient } from '../packages/sdk/src/index.ts'
import { expectNoSidewaysScroll, openIn, phone } from './phone-journey.testing.ts'
import { readPromise } from './promises.testing.ts'
import { useDemo } from './use-demo.ts'
import { expectMovingPicture, getReadyAndCheckIn, openTab, saveScreenshots, signIn } from './visit-journey.testing.ts'
import { variants } from './variants.testing.ts'

/** What the patient and the clinician press and read, in both languages. */
const words = {
  en: {
    ask: /^See a clinician now/,
    reason: 'What would you like to talk about?',
    wait: 'Wait in line',
    next: 'You are next in line',
    leave: 'Leave the line',
    left: 'You have left the line.',
    booked: 'Your visit is booked',
    waitingNow: 'Waiting now: 1',
    noOne: 'No one is waiting.',
    take: 'Take, Ana Duarte',
  },
  es: {
    ask: /^Ver a un profesional ahora/,
    reason: '¿De qué le gustaría hablar?',
    wait: 'Esperar en la fila',
    next: 'Usted es el siguiente en la fila',
    leave: 'Salir de la fila',
    left: 'Ha salido de la fila.',
    booked: 'Su consulta está reservada',
    waitingNow: 'Esperan ahora: 1',
    noOne: 'Nadie espera ahora.',
    take: 'Atender, Ana Duarte',
  },
} as const

let clinic: VisitServerClient
const journey = useDemo({ prepare: (connected) => void (clinic = connected) })

const visitsOfAna = async () => {
  const [ana] = (await clinic.patients.search({ recordNumber: 'LH-10001' }).page()).items
  const upcoming = { patientId: ana?.id ?? '', from: new Date().toISOString(), status: 'booked', limit: 100 } as const
  return clinic.appointments.list(upcoming).toArray()
}

const languages = variants(['es', 'en'] as const)

describe.each(languages)('a patient who waits for the next free clinician, on a phone (%s)', (language) => {
  it('keeps the place over a reload and in a second tab, is seen and taken by the clinician, and is led in', async () => {
    const { demo } = journey
    const t = words[language]
    const [patient, clinician] = [
      await openIn(journey.browser, language, phone),
      await openIn(journey.browser, language),
    ]
    const second = { ...(await openTab(patient.context)), context: patient.context }
    const people = [patient, clinician, second]
    onTestFailed(() => saveScreenshots(`on-demand-${language}`, people))
    const { page } = patient
    const inLine = (booking: Locator) => booking.getByRole('heading', { name: t.next }).waitFor()

    await signIn(clinician.page, `${demo.portalUrl}/clinic`, /Dr Grace Oyelaran/)
    await clinician.page.locator('visit-inbox').waitFor()
    await clinician.page.getByRole('tab', { name: 'Schedule' }).click()
    const schedule = clinician.page.locator('visit-schedule')
    await schedule.getByRole('button', { name: /: 0$/ }).waitFor()

    await signIn(page, demo.portalUrl, /Ana Duarte/)
    await page.getByRole('link', { name: 'Book a visit' }).first().click()
    const booking = page.locator('visit-booking')
    await readPromise(page, 'on-demand.entryText')
    await booking.getByRole('button', { name: t.ask }).click()
    await readPromise(page, 'on-demand.reasonHint')
    await booking.getByLabel(t.reason).fill('A cough since Sunday')
    await expectNoSidewaysScroll(page)
    await booking.getByRole('button', { name: t.wait }).click()
    await inLine(booking)
    await readPromise(page, 'on-demand.whenTaken')
    await expectNoSidewaysScroll(page)
    await schedule.getByRole('button', { name: t.waitingNow }).click()
    await schedule.getByRole('listitem').filter({ hasText: 'A cough since Sunday' }).waitFor()

    await page.reload()
    await inLine(booking)
    await second.page.setViewportSize(phone)
    await second.page.goto(`${demo.portalUrl}/book`)
    const there = second.page.locator('visit-booking')
    await inLine(there)
    await second.page.close()
    expect(await visitsOfAna()).toEqual([])

    await schedule.getByRole('button', { name: t.take }).click()
    await booking.getByRole('heading', { name: t.booked }).waitFor()
    await expectNoSidewaysScroll(page)
    const [visit, ...others] = await visitsOfAna()
    expect(others).toEqual([])
    expect(visit?.reason).toBe('A cough since Sunday')
    expect(Date.parse(visit?.start ?? '') - Date.now()).toBeLessThanOrEqual(5 * 60_000)

    await page.reload()
    await booking.getByRole('heading', { name: t.booked }).waitFor()
    if (language === 'es') {
      await booking.locator('..').getByRole('link', { name: 'Get ready' }).click()
      await expect.poll(() => page.url()).toContain(`/visit#${visit?.id}`)
      await page.locator('visit-intake').getByRole('heading').first().waitFor()
      await clinic.appointments.cancel(visit?.id ?? '', { reason: 'other' })
    } else {
      await getReadyAndCheckIn(page)
      await clinician.page.getByRole('tab', { name: 'Queue', exact: true }).click()
      await clinician.page.getByRole('button', { name: 'Admit Ana Duarte' }).click()
      await page.getByRole('button', { name: 'Join the visit' }).click()
      await Promise.all([page, clinician.page].map((each) => expectMovingPicture(each)))
    }
    for (const { faults } of people) expect(faults).toEqual([])
    await clinician.context.close()
    await patient.context.close()
  })

  it('gives the place up, and the clinician sees no one any more', async () => {
    const { demo } = journey
    const t = words[language]
    const [patient, clinician] = [
      await openIn(journey.browser, language, phone),
      await openIn(journey.browser, language),
    ]
    const people = [patient, clinician]
    onTestFailed(() => saveScreenshots(`on-demand-left-${language}`, people))
    await signIn(patient.page, demo.portalUrl, /Marta Quispe/)
    await patient.page.goto(`${demo.portalUrl}/book`)
    const booking = patient.page.locator('visit-booking')
    await booking.getByRole('button', { name: t.ask }).click()
    await booking.getByRole('button', { name: t.wait }).click()
    await booking.getByRole('heading', { name: t.next }).waitFor()

    await signIn(clinician.page, `${demo.portalUrl}/clinic`, /Dr Grace Oyelaran/)
    await clinician.page.locator('visit-inbox').waitFor()
    await clinician.page.getByRole('tab', { name: 'Schedule' }).click()
    const schedule = clinician.page.locator('visit-schedule')
    await schedule.getByRole('button', { name: t.waitingNow }).click()
    await schedule.getByRole('listitem').filter({ hasText: 'Marta Quispe' }).waitFor()

    await booking.getByRole('button', { name: t.leave }).click()
    await booking.getByRole('button', { name: t.ask }).waitFor()
    await schedule.getByText(t.noOne).waitFor()
    await readPromise(clinician.page, 'waiting.onDemandNone')
    await patient.page.reload()
    await booking.getByRole('button', { name: t.ask }).waitFor()
    for (const { faults } of people) expect(faults).toEqual([])
    for (const { context } of people) await context.close()
  })
})
