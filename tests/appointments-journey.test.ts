import type { Page } from 'playwright'
import { describe, expect, it, onTestFailed } from 'vitest'
import { bookingWords } from './booking-words.testing.ts'
import { withClient } from './page-client.testing.ts'
import { expectNoSidewaysScroll, hourOf, openIn, phone } from './phone-journey.testing.ts'
import { readPromise } from './promises.testing.ts'
import { useDemo } from './use-demo.ts'
import { bookFirstTime, openBrowserFor, saveScreenshots, signIn, signInToQueue } from './visit-journey.testing.ts'
import { variants } from './variants.testing.ts'

/** The portal’s own texts are in English: the elements follow the language of the page. */
const words = {
  en: {
    ...bookingWords.en,
    broken: /This time no longer works/,
    list: 'Your visits',
  },
  es: {
    ...bookingWords.es,
    link: bookingWords.en.link,
    broken: /Este horario ya no es posible/,
    list: 'Sus consultas',
  },
} as const

const journey = useDemo()

/** The signed-in clinician is off from yesterday to tomorrow, and does not ask whom it strands. Returns how to end it. */
const takeTimeOff = async (page: Page): Promise<() => Promise<void>> => {
  const added = await withClient(page, async (client) => {
    const { practitionerId } = await client.me.get()
    if (!practitionerId) throw new Error('The person of this page is no practitioner')
    const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10)
    const range = { from: `${day(-1)}T00:00`, to: `${day(2)}T00:00` }
    const off = { ...range, reason: 'sick', appointments: 'flag', affected: 100 } as const
    return { practitionerId, id: (await client.timeOff.add(practitionerId, off)).timeOff.id }
  })
  return async () => {
    await withClient(page, (client, { practitionerId, id }) => client.timeOff.remove(practitionerId, id), added)
  }
}

describe.each(variants(['en', 'es'] as const))('a patient changes their mind on a phone (%s)', (language) => {
  it('books, moves the visit by one step and cancels it, and each sees at once what the other does', async () => {
    const { demo } = journey
    const t = words[language]
    const [patient, clinician] = [await openIn(journey.browser, language, phone), await openBrowserFor(journey.browser)]
    const people = [patient, clinician]
    onTestFailed(() => saveScreenshots(`appointments-${language}`, people))

    await signInToQueue(clinician.page, `${demo.portalUrl}/clinic`, /Dr Grace Oyelaran/)
    const expected = clinician.page.locator('visit-queue').getByRole('region', { name: 'Expected today' })
    await expected.getByText('No more appointments today').waitFor()

    await signIn(patient.page, demo.portalUrl, /Ana Duarte/)
    await readPromise(patient.page, 'appointments.emptyText')
    await bookFirstTime(patient.page, t.specialty, () => expectNoSidewaysScroll(patient.page), t)
    await readPromise(patient.page, 'booking-end.bookedText')
    await expected.getByText('Ana Duarte').waitFor()

    await patient.page.getByRole('link', { name: t.visits }).click()
    const visits = patient.page.locator('visit-appointments')
    await visits.getByRole('heading', { name: t.list, exact: true }).waitFor()
    const bookedAt = hourOf(await visits.getByRole('button', { name: t.change }).getAttribute('aria-label'))
    expect(await expected.textContent()).toContain(bookedAt)

    await readPromise(patient.page, 'appointments.canChange')
    await visits.getByRole('button', { name: t.change }).click()
    await readPromise(patient.page, 'appointments.moveNow')
    const step = visits.locator('button.slot:not(.first)').first()
    const movedTo = hourOf(await step.textContent())
    expect(movedTo).not.toBe(bookedAt)
    await step.click()
    await expectNoSidewaysScroll(patient.page)
    await visits.getByRole('button', { name: t.next }).click()
    await expectNoSidewaysScroll(patient.page)
    await visits.getByRole('button', { name: t.move }).click()
    await visits.getByRole('heading', { name: t.moved }).waitFor()
    await readPromise(patient.page, 'appointments.movedText')
    await expected.getByText(movedTo).waitFor()
    expect(await expected.textContent()).not.toContain(bookedAt)

    await visits.getByRole('button', { name: t.back }).click()
    await visits.getByRole('button', { name: t.cancel }).waitFor()
    const comeBack = await takeTimeOff(clinician.page)
    await visits.getByText(t.broken).waitFor()
    await expectNoSidewaysScroll(patient.page)
    await comeBack()
    await visits.getByText(t.broken).waitFor({ state: 'detached' })

    await visits.getByRole('button', { name: t.cancel }).click()
    await visits.getByText(t.reason).click()
    await expectNoSidewaysScroll(patient.page)
    await visits.getByRole('button', { name: t.cancelNow }).click()
    await visits.getByRole('heading', { name: t.cancelled }).waitFor()
    await expected.getByText('No more appointments today').waitFor()
    await visits.getByRole('button', { name: t.back }).click()
    await visits.getByText(t.none).waitFor()

    for (const { faults } of people) expect(faults).toEqual([])
    for (const { context } of people) await context.close()
  })
})
