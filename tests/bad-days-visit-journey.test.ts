import type { Page } from 'playwright'
import { describe, expect, it, onTestFailed } from 'vitest'
import { asPatient, asksBeforeReload, isKept, toConfirm, words } from './bad-days.testing.ts'
import { withClient } from './page-client.testing.ts'
import { useDemo } from './use-demo.ts'
import {
  answerQuestions,
  answerSafetyQuestions,
  bookFirstTime,
  checkIn,
  endVisit,
  getReady,
  giveConsents,
  openBrowserFor,
  openTab,
  saveScreenshots,
  signInToQueue,
} from './visit-journey.testing.ts'

/* Bad days on the way to a visit and in it: each step is found again, and so is what was written. */

/** The answers that the server has of the open visit. */
const answersOf = (page: Page): Promise<string> =>
  withClient(page, async (client) => {
    return JSON.stringify((await client.intake.list(location.hash.slice(1))).items.map(({ answers }) => answers))
  })

/** The text of the note, as the server has it. */
const noteOf = (page: Page, visitId: string): Promise<string> =>
  withClient(page, async (client, id) => JSON.stringify((await client.notes.open(id)).sections), visitId)

describe('a page is loaded again', () => {
  const journey = useDemo()

  it('at every step on the way to the visit, and goes on where the patient was', async () => {
    const { page, context } = await asPatient(journey, 'reload')
    const kept = isKept(page)
    const booking = await toConfirm(page)
    await kept
    await page.reload()
    await booking.getByText('Held for you for').first().waitFor()
    await booking.getByRole('button', { name: 'Continue' }).click()
    const reason = booking.getByLabel('What would you like to talk about?')
    await expect.poll(() => reason.inputValue()).toBe(words)
    await booking.getByRole('button', { name: 'Book this visit' }).click()
    await booking.getByRole('heading', { name: 'Your visit is booked' }).waitFor()
    await getReady(page)
    await page.reload()
    await answerSafetyQuestions(page)
    await page.reload()
    const consent = page.locator('visit-consent-dialog')
    const intake = page.locator('visit-intake:not([only])')
    await consent.or(intake).first().waitFor()
    if (await consent.isVisible()) await giveConsents(page)
    await intake.getByRole('button', { name: 'No, something has changed' }).click()
    await intake.getByLabel('What has changed?').fill(words)
    // At once: what was typed a moment ago is still being sent to the server.
    await page.reload()
    await expect.poll(() => answersOf(page), { timeout: 10_000 }).toContain(words)
    await answerQuestions(page)
    await intake.getByText(/Question \d+ of \d+/).waitFor()
    await answerQuestions(page)
    await page.locator('visit-waiting-room').waitFor()
    await page.reload()
    await checkIn(page)
    await page.reload()
    await page.locator('visit-waiting-room').getByRole('heading', { name: 'You are next' }).waitFor()
    await context.close()
  })
})

describe('a clinician writes a note', () => {
  const journey = useDemo()

  const toNote = async (name: string) => {
    const patient = await asPatient(journey, `${name}-patient`)
    await bookFirstTime(patient.page, 'Urgent care')
    await getReady(patient.page)
    await patient.page.locator('visit-intake, visit-consent-dialog').first().waitFor()
    await answerSafetyQuestions(patient.page)
    const consent = patient.page.locator('visit-consent-dialog')
    const intake = patient.page.locator('visit-intake:not([only])')
    await consent.or(intake).or(patient.page.locator('visit-waiting-room')).first().waitFor()
    if (await consent.isVisible()) await giveConsents(patient.page)
    await answerQuestions(patient.page)
    await checkIn(patient.page)
    const clinician = await openBrowserFor(journey.browser)
    onTestFailed(() => saveScreenshots(`bad-day-${name}-clinician`, [clinician]))
    await signInToQueue(clinician.page, `${journey.demo.portalUrl}/clinic`, /Dr Grace Oyelaran/)
    await clinician.page.getByRole('button', { name: 'Admit Ana Duarte' }).first().click()
    const note = clinician.page.locator('visit-note-editor')
    await note.getByLabel('Assessment').waitFor()
    const visitId = await note.evaluate((host) => (host as unknown as { visitId: string }).visitId)
    return { patient, clinician, note, visitId }
  }

  it('offline, in a second tab, over a reload and the end of the session: it is all there', async () => {
    const { patient, clinician, note, visitId } = await toNote('note')
    const { page, context } = clinician
    const assessment = note.getByLabel('Assessment')
    await context.setOffline(true)
    await assessment.click()
    await page.keyboard.type('Acute bronchitis.')
    await page.keyboard.press('Tab')
    await note.getByText('Not saved: no answer').first().waitFor({ timeout: 30_000 })
    expect(await asksBeforeReload(page)).toBe(true)
    expect(await assessment.inputValue()).toBe('Acute bronchitis.')
    await context.setOffline(false)
    await note
      .getByText(/^Saved/)
      .first()
      .waitFor({ timeout: 30_000 })

    // Loaded again a moment after the last letter.
    await assessment.click()
    await page.keyboard.press('End')
    await page.keyboard.type(' No fever.')
    await page.reload()
    await expect.poll(() => noteOf(page, visitId), { timeout: 15_000 }).toContain('Acute bronchitis. No fever.')

    const second = await openTab(context)
    await second.page.goto(page.url())
    await expect.poll(() => noteOf(second.page, visitId), { timeout: 15_000 }).toContain('Acute bronchitis. No fever.')

    // The session ends while they write, after the call: a live call would keep the room.
    await endVisit(page)
    await page.locator('visit-video-room').waitFor({ state: 'detached' })
    await note.getByLabel('Assessment').click()
    await page.keyboard.press('End')
    await page.keyboard.type(' Rest.')
    await note
      .getByText(/^Saved/)
      .first()
      .waitFor({ timeout: 15_000 })
    // The page may hear that the session is over before the answer comes, and then waits for it no longer.
    await withClient(page, (client) => client.sessions.end().catch(() => undefined))
    await page
      .getByText(/session|signed out/i)
      .first()
      .waitFor({ timeout: 30_000 })
    expect(await page.locator('body').innerText()).not.toContain('Acute bronchitis')
    await signInToQueue(page, `${journey.demo.portalUrl}/clinic`, /Dr Grace Oyelaran/)
    await expect.poll(() => noteOf(page, visitId), { timeout: 15_000 }).toContain('Acute bronchitis. No fever. Rest.')
    await patient.context.close()
    await context.close()
  })
})
