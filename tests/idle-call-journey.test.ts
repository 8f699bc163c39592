import { expect, it, onTestFailed } from 'vitest'
import { everything } from './left-behind.testing.ts'
import { waitingPatient } from './note-flow.testing.ts'
import { useDemo } from './use-demo.ts'
import { expectMovingPicture, saveScreenshots, type WatchedPage } from './visit-journey.testing.ts'

/*
 * A clinician talks for twenty minutes and touches nothing. The server's clock runs as it does: the test lets the page read a session whose
 * idle limit has passed.
 */

const journey = useDemo()

const passedMs = 20 * 60_000
const written = 'Acute pharyngitis, seen over video.'

it('after 20 idle minutes in a call the call goes on, the chart is cleared, and signing in again shows the unsigned note', async () => {
  const people: WatchedPage[] = []
  onTestFailed(() => saveScreenshots('idle-call', people))
  const clinician = await waitingPatient(journey, people)
  const [patient] = people
  if (!patient) throw new Error('There is no patient.')
  let isIdle = false
  await clinician.context().route(`${journey.demo.serverUrl}/v1/session`, async (route) => {
    if (route.request().method() !== 'GET' || !isIdle) return route.continue()
    const response = await route.fetch()
    const session = (await response.json()) as { readonly lastActiveAt: string; readonly idleEndsAt: string }
    const earlier = (at: string) => new Date(Date.parse(at) - passedMs).toISOString()
    const moved = { lastActiveAt: earlier(session.lastActiveAt), idleEndsAt: earlier(session.idleEndsAt) }
    await route.fulfill({ response, json: { ...session, ...moved } })
  })

  await clinician.getByRole('button', { name: 'Admit Ana Duarte' }).click()
  await patient.page.getByRole('button', { name: 'Join the visit' }).click()
  for (const page of [clinician, patient.page]) await expectMovingPicture(page)
  const note = clinician.locator('visit-note-editor')
  const kept = clinician.waitForResponse(
    (response) => response.request().method() === 'PUT' && /\/v1\/notes\//.test(response.url()) && response.ok(),
  )
  await note.getByLabel('Assessment').fill(written)
  await kept
  expect(await everything(clinician)).toContain(written)

  isIdle = true
  // The page reads the session, as it does before the limit and when a browser shows it again.
  await clinician.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
  await clinician.getByText('You have been signed out. The call goes on until you leave.').waitFor()
  await expect.poll(() => everything(clinician), { timeout: 20_000 }).not.toContain(written)
  for (const page of [clinician, patient.page]) await expectMovingPicture(page)
  await clinician.getByRole('button', { name: 'Emergency' }).first().waitFor()

  isIdle = false
  await clinician.getByRole('button', { name: 'Sign in again' }).click()
  await expect.poll(() => note.getByLabel('Assessment').inputValue(), { timeout: 20_000 }).toBe(written)
  for (const page of [clinician, patient.page]) await expectMovingPicture(page)
  for (const { page } of people) await page.context().close()
})
