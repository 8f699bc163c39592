import type { Page } from 'playwright'
import { countActs } from './count-acts.testing.ts'
import type { useDemo } from './use-demo.ts'
import {
  answerQuestions,
  bookFirstTime,
  checkIn,
  getReady,
  giveConsents,
  openBrowserFor,
  signIn,
  signInToQueue,
  type WatchedPage,
} from './visit-journey.testing.ts'

/** A patient in the queue, and the clinician who sees them there. The acts that are counted begin here. */
export const waitingPatient = async (
  { browser, demo }: ReturnType<typeof useDemo>,
  people: WatchedPage[],
): Promise<Page> => {
  const [patient, clinician] = [await openBrowserFor(browser), await openBrowserFor(browser)]
  people.push(patient, clinician)
  await signIn(patient.page, demo.portalUrl, /Ana Duarte/)
  await bookFirstTime(patient.page, 'Urgent care')
  await getReady(patient.page)
  await giveConsents(patient.page)
  await answerQuestions(patient.page)
  await checkIn(patient.page)
  await signInToQueue(clinician.page, `${demo.portalUrl}/clinic`, /Dr Grace Oyelaran/)
  await clinician.page.getByRole('button', { name: 'Admit Ana Duarte' }).waitFor()
  await countActs(clinician.page)
  return clinician.page
}

/** Types words into the field that has the focus, and takes the first of what they find. */
export const takeFirst = async (page: Page, words: string): Promise<void> => {
  await page.keyboard.type(words)
  await page.locator('[role=option]').first().waitFor()
  await page.keyboard.press('Enter')
}

const nameOfFocused = (): string => {
  let focused = document.activeElement
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement
  const labels = focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement ? focused.labels : null
  return (focused?.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? focused?.textContent ?? '').trim()
}

export const focusedName = (page: Page): Promise<string> => page.evaluate(nameOfFocused)

export const focusComesTo = async (page: Page, name: string): Promise<void> => {
  const until = Date.now() + 10_000
  let found = await focusedName(page)
  while (found !== name && Date.now() < until) {
    await page.waitForTimeout(50)
    found = await focusedName(page)
  }
  if (found !== name) throw new Error(`The focus did not come to "${name}"; it is on "${found}".`)
}

/** Nothing is asked again: the diagnosis is the note's, and the pharmacy that of the last prescription or the patient's own. */
export const prescribeFromNote = async (page: Page, medicine: string, diagnosis: string): Promise<void> => {
  const note = page.locator('visit-note-editor')
  const pad = note.locator('visit-prescription-pad')
  await note.getByRole('button', { name: 'Prescribe' }).click()
  await focusComesTo(page, 'Medicine')
  await takeFirst(page, medicine)
  await pad.getByText(diagnosis).waitFor()
  await pad.getByText('The patient has not chosen a pharmacy').waitFor({ state: 'detached' })
  await pad.getByRole('button', { name: 'Sign and send', exact: true }).click()
  await pad.getByRole('button', { name: 'Sign and send now' }).click()
  await note.getByText('The prescription is signed.').first().waitFor()
}

export const orderFromNote = async (page: Page, test: string, diagnosis: string): Promise<void> => {
  const note = page.locator('visit-note-editor')
  const labs = note.locator('visit-lab-orders')
  await note.getByRole('button', { name: 'Order a test' }).click()
  await labs.getByText(diagnosis).first().waitFor()
  await focusComesTo(page, 'Add a test')
  await takeFirst(page, test)
  await labs.getByRole('button', { name: 'Send the order' }).click()
  await note.getByText('The lab order is sent.').first().waitFor()
}
