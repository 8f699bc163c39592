import { expect, it, onTestFailed } from 'vitest'
import { confirmIdentity } from './aftercare-journey.testing.ts'
import { useDemo } from './use-demo.ts'
import { openBrowserFor, saveScreenshots, signIn } from './visit-journey.testing.ts'

/* Staff leave out their second step, read in plain words what is missing, and go on with it. */

const journey = useDemo()

it('a clinician with a password only sees no patient, and continues with the second step where they were', async () => {
  const clinician = await openBrowserFor(journey.browser)
  const { page } = clinician
  onTestFailed(() => saveScreenshots('strong-sign-in', [clinician]))
  await page.goto(`${journey.demo.portalUrl}/clinic`)
  const link = page.getByRole('link', { name: 'Sign in', exact: true })
  if (await link.isVisible()) await link.click()
  await page.getByRole('button', { name: /Dr Grace Oyelaran/ }).click()
  await page.getByRole('button', { name: 'Continue with the password only' }).click()
  await page.getByRole('heading', { name: 'One more step to sign in' }).waitFor()
  expect(await page.locator('visit-inbox').isVisible()).toBe(false)

  await page.getByRole('button', { name: 'Sign in again' }).click()
  await page.getByRole('button', { name: /Dr Grace Oyelaran/ }).click()
  // The portal asked for the second step, so it cannot be left out again.
  expect(await page.getByRole('button', { name: 'Continue with the password only' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
  await page.locator('visit-inbox').waitFor()
  expect(await page.getByRole('heading', { name: 'One more step to sign in' }).count()).toBe(0)
  await clinician.context.close()
})

it('an administrator touches a key, and confirms with it again before a change of members', async () => {
  const administrator = await openBrowserFor(journey.browser)
  const { page } = administrator
  onTestFailed(() => saveScreenshots('strong-sign-in-key', [administrator]))
  await signIn(page, `${journey.demo.portalUrl}/desk`, /Alex Winter/)
  await page.locator('visit-provider').waitFor()
  const session = await page.evaluate(async () => {
    const provider = document.querySelector('visit-provider') as HTMLElement & {
      client: { sessions: { current(): Promise<{ neededSignIn: string | null }> }; stepUp(how: string): Promise<void> }
    }
    for (let tries = 0; !provider.client && tries < 100; tries += 1) await new Promise((done) => setTimeout(done, 100))
    const shown = await provider.client.sessions.current()
    Object.assign(window, { confirmed: provider.client.stepUp('hardware-key') })
    return shown
  })
  expect(session.neededSignIn).toBeNull()
  await confirmIdentity(page, /Alex Winter/)
  await page.evaluate(() => (window as unknown as { confirmed: Promise<void> }).confirmed)
  await administrator.context.close()
})
