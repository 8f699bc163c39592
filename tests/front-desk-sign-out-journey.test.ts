import { expect, it, onTestFailed } from 'vitest'
import { useDemo } from './use-demo.ts'
import { openBrowserFor, saveScreenshots, signIn } from './visit-journey.testing.ts'

const journey = useDemo()

it('the front desk signs a patient out on every device, whose open page ends at once, and who can sign in again', async () => {
  const { portalUrl } = journey.demo
  const [phone, laptop, desk] = await Promise.all([1, 2, 3].map(() => openBrowserFor(journey.browser)))
  if (!phone || !laptop || !desk) throw new Error('a browser is missing')
  onTestFailed(() => saveScreenshots('front-desk-sign-out', [phone, laptop, desk]))

  for (const device of [phone, laptop]) {
    await signIn(device.page, portalUrl, /Ana Duarte/)
    await device.page.locator('visit-appointments').waitFor()
  }

  await signIn(desk.page, `${portalUrl}/desk`, /Jo Marsh/)
  const section = desk.page.getByRole('region', { name: 'Patient records' })
  await section.getByRole('combobox', { name: 'Find a record' }).fill('Duarte')
  await section.getByRole('option', { name: /Ana Duarte/ }).click()
  await section.getByText('How the patient signs in').click()
  await section.getByRole('button', { name: /^Sign out everywhere: Ana Duarte/ }).click()
  await section.getByText(/Every session ends at once/).waitFor()
  expect(await phone.page.locator('visit-appointments').count()).toBe(1)
  await section.getByRole('button', { name: 'Sign out everywhere', exact: true }).click()

  for (const { page } of [phone, laptop]) await page.getByText(/You were signed out .* by the clinic/).waitFor()

  await phone.page.getByRole('link', { name: 'Sign in and go back' }).click()
  await phone.page.getByRole('button', { name: /Ana Duarte/ }).click()
  await phone.page.locator('visit-appointments').waitFor()
  expect(await laptop.page.locator('visit-appointments').count()).toBe(0)
})
