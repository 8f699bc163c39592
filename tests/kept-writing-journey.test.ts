import type { Page } from 'playwright'
import { expect, it, onTestFailed } from 'vitest'
import { asPatient, isKept, toConfirm, toNewMessage, words } from './bad-days.testing.ts'
import { withClient } from './page-client.testing.ts'
import { useDemo } from './use-demo.ts'
import { inTime, openBrowserFor, saveScreenshots, signIn, storedText, takeSecondStep } from './visit-journey.testing.ts'

/* The session ends in the middle of writing: what was written is there again after the next sign-in, and nothing of it is in the browser. */

const journey = useDemo()

/** What the server keeps for the person of this page about a thread of the patient. */
const draftIn = (page: Page, patientId: string, subject: string) =>
  inTime(
    'the text that is kept',
    withClient(
      page,
      async (client, asked) => {
        const threads = await client.threads.list({ patientId: asked.patientId, limit: 100 }).toArray(100)
        const thread = threads.find((each) => each.subject === asked.subject)
        if (!thread) throw new Error('there is no such thread')
        return (await client.drafts.get('message', thread.id)).fields
      },
      { patientId, subject },
    ),
  )

/** In another window of the same browser. */
const signOutIn = async (window: Page, address: string): Promise<void> => {
  await window.goto(address)
  await window.getByRole('button', { name: 'Sign out', exact: true }).click()
  // Chromium may not close a page in the middle of a navigation.
  await window.getByRole('link', { name: 'Sign in', exact: true }).waitFor()
  await inTime('the window to close', window.close())
}

it('a patient goes on with a message after the session ended, and it is sent once', async () => {
  const { page, context } = await asPatient(journey, 'kept-message')
  const kept = isKept(page)
  await toNewMessage(page)
  await kept
  await signOutIn(await context.newPage(), `${journey.demo.portalUrl}/home`)
  await page.getByText(/You were signed out from another device or window/).waitFor()
  expect(await page.content()).not.toContain(words)
  expect(JSON.stringify(await storedText(page))).not.toContain(words)

  await page.getByRole('link', { name: 'Sign in and go back' }).click()
  await page.getByRole('button', { name: /^Ana Duarte/ }).click()
  await page.waitForURL('**/messages')
  const messages = page.locator('visit-messages')
  await messages.getByRole('button', { name: 'Go on with your message' }).click()
  await messages.getByText('You wrote this before and did not send it.').waitFor()
  expect(await messages.getByLabel('In a few words').inputValue()).toBe('My cough')
  expect(await messages.getByLabel('Your message').inputValue()).toBe(words)
  await messages.getByRole('button', { name: 'Send' }).click()
  await messages.getByText(words).waitFor()

  await page.reload()
  await messages.getByRole('button', { name: 'Write a message' }).click()
  expect(await messages.getByLabel('Your message').inputValue()).toBe('')
  await context.close()
})

it('a nurse goes on with an answer, and neither the patient nor a colleague sees it before', async () => {
  const answer = 'Please take your temperature this evening'
  const [patient, nurse, colleague] = [
    await asPatient(journey, 'kept-answer'),
    await openBrowserFor(journey.browser),
    await openBrowserFor(journey.browser),
  ]
  onTestFailed(() => saveScreenshots('kept-answer', [patient, nurse, colleague]))
  const own = await toNewMessage(patient.page)
  await own.getByLabel('In a few words').fill('My fever')
  await own.getByRole('button', { name: 'Send' }).click()
  await own.getByText(words).waitFor()
  const ownId = withClient(patient.page, async (client) => (await client.me.get()).personId)
  const patientId = await inTime('the id of the patient', ownId)

  const openThread = async (page: Page) => {
    const messages = page.locator('visit-messages')
    await messages.getByRole('button', { name: /My fever/ }).click()
    await messages.getByLabel('Your message').waitFor()
    return messages
  }
  await signIn(nurse.page, `${journey.demo.portalUrl}/desk`, /Nia Brandt/)
  const messages = await openThread(nurse.page)
  const kept = isKept(nurse.page)
  await messages.getByLabel('Your message').fill(answer)
  await kept
  await signOutIn(await nurse.context.newPage(), `${journey.demo.portalUrl}/desk`)
  await nurse.page.getByText(/You were signed out from another device or window/).waitFor()

  await signIn(colleague.page, `${journey.demo.portalUrl}/clinic`, /Dr Grace Oyelaran/)
  await colleague.page.locator('visit-inbox').waitFor()
  expect(await draftIn(colleague.page, patientId, 'My fever')).toEqual([])
  await patient.page.reload()
  expect(await inTime('the content', patient.page.content())).not.toContain(answer)

  await nurse.page.getByRole('link', { name: 'Sign in and go back' }).click()
  await nurse.page.getByRole('button', { name: /Nia Brandt/ }).click()
  await takeSecondStep(nurse.page)
  const again = await openThread(nurse.page)
  await again.getByText('You wrote this before and did not send it.').waitFor()
  expect(await again.getByLabel('Your message').inputValue()).toBe(answer)
  await again.getByRole('button', { name: 'Send' }).click()
  await expect.poll(() => again.getByLabel('Your message').inputValue()).toBe('')
  await patient.page
    .locator('visit-messages')
    .getByRole('button', { name: /My fever/ })
    .click()
  await patient.page.getByText(answer).waitFor()
  for (const { context } of [patient, nurse, colleague]) await inTime('the browser to close', context.close())
})

it('the reason of a booking is there after the page is loaded again, and is sent with the visit', async () => {
  const { page, context } = await asPatient(journey, 'kept-reason')
  const kept = isKept(page)
  const booking = await toConfirm(page)
  await kept
  await page.reload()
  const next = booking.getByRole('button', { name: 'Continue' })
  const reason = booking.getByLabel('What would you like to talk about?')
  await next.or(reason).first().waitFor()
  if (await next.isVisible()) await next.click()
  await expect.poll(() => reason.inputValue()).toBe(words)
  await booking.getByRole('button', { name: 'Book this visit' }).click()
  await booking.getByRole('heading', { name: 'Your visit is booked' }).waitFor()
  const sent = await withClient(page, async (client) => {
    const visits = await client.appointments.list({ status: 'booked', limit: 100 }).toArray(200)
    return visits.map(({ reason: told }) => told)
  })
  expect(sent).toContain(words)
  await context.close()
})
