import type { Page } from 'playwright'
import { expect, it } from 'vitest'
import { asPatient, toNewMessage, words } from './bad-days.testing.ts'
import { everything } from './left-behind.testing.ts'
import { useDemo } from './use-demo.ts'

/* What a shared computer shows the next person: nothing of the patient, in the page, in the browser's storage, and behind "back". */

const journey = useDemo()

/** What the patient wrote, and who they are. */
const planted = [words, 'My cough', 'Duarte', 'ana.duarte@mail.example']

const foundIn = async (page: Page): Promise<string[]> => {
  const all = await everything(page)
  return planted.filter((word) => all.includes(word))
}

const withMessage = async (name: string) => {
  const person = await asPatient(journey, `left-behind-${name}`)
  const messages = await toNewMessage(person.page)
  await messages.getByRole('button', { name: 'Send' }).click()
  await messages.getByText(words).waitFor()
  // The search finds what is there.
  expect(await foundIn(person.page)).toContain(words)
  return person
}

it('after signing out, the browser has nothing of the patient, and "back" shows nothing', async () => {
  const { page, context } = await withMessage('sign-out')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.waitForURL(`${journey.demo.portalUrl}/`)
  expect(await foundIn(page)).toEqual([])
  for (let pages = 0; pages < 2; pages++) {
    await page.goBack()
    // A page of the portal leads to the identity provider of the demo, which lists its accounts by their names.
    await page.getByRole('button', { name: /^Ana Duarte/ }).waitFor()
    expect(page.url()).toContain(journey.demo.identityUrl)
    expect((await foundIn(page)).filter((word) => word !== 'Duarte')).toEqual([])
  }
  await context.close()
})

it('after the end of the session without a connection, the page that stays open has nothing of the patient', async () => {
  const { page, context } = await withMessage('offline')
  await page.clock.install()
  await page.reload()
  const thread = page.locator('visit-messages').getByRole('button', { name: /My cough/ })
  await thread.first().click()
  await page.locator('visit-messages').getByText(words).first().waitFor()
  // The page would leave for the portal's own, which is out of reach.
  await context.route('**/sign-out', (route) => route.abort('aborted'))
  await context.setOffline(true)
  await page.clock.fastForward('31:00')
  await page.getByText('You have been signed out').waitFor()
  expect(await foundIn(page)).toEqual([])
  await context.close()
})
