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

/** `10:35`, which is written alike in both languages. */
export const hourOf = (label: string | null): string => /\d{1,2}:\d{2}/.exec(label ?? '')?.[0] ?? 'no time'
