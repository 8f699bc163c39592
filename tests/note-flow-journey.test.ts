import type { Page } from 'playwright'
import { describe, expect, it, onTestFailed } from 'vitest'
import { actsOf, countActs } from './count-acts.testing.ts'
import { readPromise } from './promises.testing.ts'
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
  saveScreenshots,
  signIn,
  signInToQueue,
  type WatchedPage,
} from './visit-journey.testing.ts'

const journey = useDemo()
let hasAgreed = false

/** A patient in the queue, and the clinician who sees them there. The acts that are counted begin here. */
const waitingPatient = async (people: WatchedPage[]): Promise<Page> => {
  const patient = await openBrowserFor(journey.browser)
  const clinician = await openBrowserFor(journey.browser)
  people.push(patient, clinician)
  await signIn(patient.page, journey.demo.portalUrl, /Ana Duarte/)
  await bookFirstTime(patient.page, 'Urgent care')
  await getReady(patient.page)
  // Who agreed at the first visit is not asked again at the second.
  if (hasAgreed) await answerSafetyQuestions(patient.page)
  else await giveConsents(patient.page)
  hasAgreed = true
  await answerQuestions(patient.page)
  await checkIn(patient.page)
  await signInToQueue(clinician.page, `${journey.demo.portalUrl}/clinic`, /Dr Grace Oyelaran/)
  await clinician.page.getByRole('button', { name: 'Admit Ana Duarte' }).waitFor()
  await countActs(clinician.page)
  return clinician.page
}

const take = async (page: Page, text: string): Promise<void> => {
  await page.keyboard.type(text)
  await page.locator('[role=option]').first().waitFor()
  await page.keyboard.press('Enter')
}

const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let focused = document.activeElement
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement
    const labels = focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement ? focused.labels : null
    return (focused?.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? focused?.textContent ?? '').trim()
  })

const focusComesTo = (page: Page, name: string): Promise<void> =>
  expect.poll(() => focusedName(page), { timeout: 10_000 }).toBe(name)

const tabTo = async (page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
  for (let presses = 0; presses < 60; presses += 1) {
    if (name.test(await focusedName(page))) return
    await page.keyboard.press(key)
  }
  throw new Error(`No Tab stop ${name}; the focus is on "${await focusedName(page)}".`)
}

describe('from admit to a signed note with a diagnosis, a prescription and a lab order', () => {
  it('takes at most 11 clicks, the end of the visit among them', async () => {
    const people: WatchedPage[] = []
    onTestFailed(() => saveScreenshots('note-flow-clicks', people))
    const page = await waitingPatient(people)
    const note = page.locator('visit-note-editor')
    const pad = note.locator('visit-prescription-pad')

    await page.getByRole('button', { name: 'Admit Ana Duarte' }).click()
    await note.getByRole('combobox', { name: 'Add a diagnosis' }).click()
    await take(page, 'sore throat')
    await note.getByText('J02.9').first().waitFor()

    await note.getByRole('button', { name: 'Prescribe' }).click()
    await focusComesTo(page, 'Medicine')
    await take(page, 'amox')
    // Nothing was asked again: the diagnosis is the note's, and the pharmacy that of the last prescription.
    await pad.getByText('J02.9').waitFor()
    await pad.getByText('The patient has not chosen a pharmacy').waitFor({ state: 'detached' })
    await pad.getByRole('button', { name: 'Sign and send', exact: true }).click()
    await pad.getByRole('button', { name: 'Sign and send now' }).click()
    await note.getByText('The prescription is signed.').first().waitFor()

    await note.getByRole('button', { name: 'Order a test' }).click()
    const labs = note.locator('visit-lab-orders')
    await labs.getByText('J02.9').first().waitFor()
    await focusComesTo(page, 'Add a test')
    await take(page, 'CBC')
    await labs.getByRole('button', { name: 'Send the order' }).click()
    await note.getByText('The lab order is sent.').first().waitFor()

    await endVisit(page)
    await page.locator('visit-video-room').waitFor({ state: 'detached' })
    await note.getByLabel('Assessment').click()
    await page.keyboard.type('Acute pharyngitis.')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Home with an antibiotic.')
    await note.getByText('Ready to sign').waitFor()
    await note.getByRole('button', { name: 'Sign', exact: true }).click()
    await note.getByText(/Signed by Dr Grace Oyelaran/).waitFor()

    const { clicks } = await actsOf(page)
    expect(clicks).toBeLessThanOrEqual(11)
    expect(people.flatMap(({ faults }) => faults)).toEqual([])
  })

  it('works with the keyboard alone, from an order set', async () => {
    const people: WatchedPage[] = []
    onTestFailed(() => saveScreenshots('note-flow-keys', people))
    const page = await waitingPatient(people)
    const note = page.locator('visit-note-editor')
    const [pad, labs] = [note.locator('visit-prescription-pad'), note.locator('visit-lab-orders')]

    await page.keyboard.press('n')
    await note.getByRole('combobox', { name: 'Order set' }).waitFor()
    await page.locator('visit-video-room').getByRole('button', { name: 'End visit' }).waitFor()
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys on this page' }).getByText('Prescribe').waitFor()
    await page.keyboard.press('Escape')

    await page.keyboard.press('o')
    await take(page, 'strep')
    await expect.poll(() => note.getByLabel('Assessment').inputValue()).toContain('streptococcal pharyngitis')
    await page.keyboard.press('Escape')
    await page.keyboard.press('p')
    await focusComesTo(page, 'Medicine')
    // Another medicine than before: a second course of the same would need a reason.
    await take(page, 'hay fever')
    await pad.getByText('J02.0').waitFor()
    await tabTo(page, /^Sign and send$/)
    await page.keyboard.press('Enter')
    await pad.getByRole('button', { name: 'Sign and send now' }).waitFor()
    await tabTo(page, /^Sign and send now$/)
    await page.keyboard.press('Enter')
    await focusComesTo(page, 'Prescribe')

    await page.keyboard.press('l')
    await focusComesTo(page, 'Add a test')
    await take(page, 'CBC')
    await labs.getByText('J02.0').first().waitFor()
    await tabTo(page, /^Send the order$/)
    await page.keyboard.press('Enter')
    await focusComesTo(page, 'Order a test')

    await page.keyboard.press('e')
    await tabTo(page, /^End visit$/)
    await page.keyboard.press('Enter')
    await page.locator('visit-video-room').waitFor({ state: 'detached' })
    await note.getByText('Ready to sign').waitFor()
    await page.keyboard.press('s')
    await note.getByText(/Signed by Dr Grace Oyelaran/).waitFor()

    expect((await actsOf(page)).clicks).toBe(0)
    expect(people.flatMap(({ faults }) => faults)).toEqual([])
  })
})

it('opens a prescription that an administrator added to an order set, and signs it only when the clinician does', async () => {
  const people: WatchedPage[] = []
  onTestFailed(() => saveScreenshots('note-flow-set', people))
  const office = await openBrowserFor(journey.browser)
  people.push(office)
  const settings = office.page.locator('visit-clinic-settings')
  await signIn(office.page, `${journey.demo.portalUrl}/desk`, /Alex Winter/)
  await settings.getByRole('button', { name: /^Order sets/ }).click()
  await settings.getByRole('button', { name: 'Add an order set' }).click()
  await settings.getByLabel('Name in English').fill('Harbor knee')
  await readPromise(office.page, 'order-sets.prescriptionsHint')
  await settings.getByRole('combobox', { name: 'Add a prescription' }).fill('ibuprofen')
  await settings.getByRole('listbox', { name: 'Add a prescription' }).getByRole('option').first().click()
  await settings.getByLabel('How often').fill('3')
  await settings.getByLabel('Days', { exact: true }).fill('5')
  await settings.getByLabel('Refills').fill('1')
  await settings.getByRole('button', { name: 'Add to the set' }).click()
  await settings.getByText(/3 times a day for 5 days/).waitFor()
  await settings.getByRole('button', { name: 'Save', exact: true }).click()
  await settings.getByText('Harbor knee').waitFor()

  const page = await waitingPatient(people)
  const note = page.locator('visit-note-editor')
  const pad = note.locator('visit-prescription-pad')
  await page.getByRole('button', { name: 'Admit Ana Duarte' }).click()
  await note.getByRole('combobox', { name: 'Order set' }).fill('harbor')
  await note.getByRole('option', { name: /Harbor knee/ }).click()
  await note.getByRole('button', { name: /^Prescribe: ibuprofen/ }).click()
  await pad.getByText('Take 1 tablet by mouth 3 times a day for 5 days.').waitFor()
  expect(await pad.getByLabel('Quantity').inputValue()).toBe('15')
  expect(await pad.getByLabel('Refills').inputValue()).toBe('1')
  await pad
    .getByText(/No allergy, duplicate or interaction found|alert/)
    .first()
    .waitFor()
  expect(await note.getByText('The prescription is signed.').count()).toBe(0)
  await pad.getByRole('button', { name: 'Sign and send', exact: true }).click()
  await pad.getByRole('button', { name: 'Sign and send now' }).click()
  await note.getByText('The prescription is signed.').first().waitFor()
  expect(people.flatMap(({ faults }) => faults)).toEqual([])
})
