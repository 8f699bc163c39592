import type { Browser, BrowserContext, Page } from 'playwright'
import { expect } from 'vitest'
import { openBrowserFor, type WatchedPage } from './visit-journey.testing.ts'

export const phone = { width: 360, height: 740 }

export const expectNoSidewaysScroll = async (page: Page): Promise<void> =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)

/** A person who reads this language. The pages of the portal are in English; the elements follow the language of the page. */
export const openIn = async (
  browser: Browser,
  language: string,
  viewport?: typeof phone,
): Promise<{ context: BrowserContext } & WatchedPage> => {
  const person = await openBrowserFor(browser)
  await person.context.addInitScript((lang) => {
    document.addEventListener('DOMContentLoaded', () => (document.documentElement.lang = lang))
  }, language)
  if (viewport) await person.page.setViewportSize(viewport)
  return person
}

/**
 * Signs in with a new account and the code of an invitation, and waits for the person's first page in the language of their record: the
 * portal begins in that of the browser, and loads the page again.
 */
export const acceptInvitation = async (
  page: Page,
  portalUrl: string,
  { name, code }: { readonly name: string; readonly code: string },
  language: string,
): Promise<void> => {
  await page.goto(`${portalUrl}/patient/invited`)
  await page.getByRole('button', { name }).click()
  await page.getByLabel('Invitation code').fill(code)
  await page.getByRole('button', { name: 'Accept' }).click()
  await page.locator('visit-appointments').waitFor()
  await page.locator(`meta[name="language"][content="${language}"]`).waitFor({ state: 'attached' })
}

/** `10:35`, which is written alike in both languages. */
export const hourOf = (label: string | null): string => /\d{1,2}:\d{2}/.exec(label ?? '')?.[0] ?? 'no time'
