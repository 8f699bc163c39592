import type { BrowserContext, Locator, Page } from 'playwright'
import { expect, onTestFailed } from 'vitest'
import { withClient } from './page-client.testing.ts'
import type { useDemo } from './use-demo.ts'
import { openBrowserFor, saveScreenshots, signIn } from './visit-journey.testing.ts'

/** The name of what has the focus, in any shadow root. */
export const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let focused = document.activeElement
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement
    const labels =
      focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement ? [...(focused.labels ?? [])] : []
    const own = focused === document.body ? '' : (focused?.textContent ?? '')
    return (focused?.getAttribute('aria-label') ?? labels[0]?.textContent ?? own).replaceAll(/\s+/g, ' ').trim()
  })

/** Presses Tab as often as a person would who looks for it, and then the key. */
export const keyOn = async (page: Page, name: RegExp, key = 'Enter'): Promise<void> => {
  for (let presses = 0; presses < 80; presses += 1) {
    if (name.test(await focusedName(page))) return page.keyboard.press(key)
    await page.keyboard.press('Tab')
  }
  throw new Error(`No Tab stop ${name}; the focus is on "${await focusedName(page)}".`)
}

export const focusComesTo = (page: Page, name: RegExp): Promise<void> =>
  expect.poll(() => focusedName(page), { timeout: 10_000 }).toMatch(name)

/** Nothing is beyond the edge of the screen, and nothing that can be pressed is cut off. */
export const expectReflow = async (page: Page, what: string): Promise<void> => {
  const wide = await page.evaluate(() => {
    const limit = document.documentElement.clientWidth
    const found: string[] = []
    const walk = (root: ParentNode): void => {
      for (const one of root.querySelectorAll<HTMLElement>('*')) {
        if (one.shadowRoot) walk(one.shadowRoot)
        const isTooWide = one.scrollWidth > limit && one.children.length === 0 && !one.closest('.visually-hidden')
        if (isTooWide) found.push(`${one.localName}.${one.className} is ${one.scrollWidth}`)
        if (!one.matches('button, a[href], input:not([type=file]), select, textarea, h1, h2, h3')) continue
        if (one.closest('.visually-hidden, [hidden], .days, table, [role=tablist], nav, .skip')) continue
        const { right, left, width } = one.getBoundingClientRect()
        const isHidden = width <= 2 || getComputedStyle(one).visibility === 'hidden'
        if (!isHidden && (right > limit + 1 || left < -1))
          found.push(`${one.localName} "${one.textContent.trim().slice(0, 30)}"`)
      }
    }
    walk(document)
    return { limit, width: document.documentElement.scrollWidth, found }
  })
  expect(wide, what).toEqual({ limit: wide.limit, width: wide.limit, found: [] })
}

/** Text of twice the size, as a person sets it in the browser, in the wider font of a page whose own font has not come in time. */
export const doubleText = async (context: BrowserContext): Promise<void> => {
  await context.route('**/*.woff2', (route) => route.abort())
  await context.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(':root { font-size: 200% }')
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    })
  })
}

/** The devices of this browser: refused by the person, or none. */
export const withoutDevices = (context: BrowserContext, error: 'NotAllowedError' | 'NotFoundError'): Promise<unknown> =>
  context.addInitScript((name) => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', name))
    if (name === 'NotFoundError') navigator.mediaDevices.enumerateDevices = () => Promise.resolve([])
  }, error)

/** What a browser asks before a page is left with something that was not sent. Resolves with whether it asked. */
export const asksBeforeReload = async (page: Page): Promise<boolean> => {
  let hasAsked = false
  const stay = (dialog: { type(): string; dismiss(): Promise<void> }): void => {
    hasAsked = dialog.type() === 'beforeunload'
    void dialog.dismiss()
  }
  page.on('dialog', stay)
  await page.evaluate(() => setTimeout(() => location.reload()))
  await page.waitForTimeout(1500)
  page.off('dialog', stay)
  return hasAsked
}

/** Until the server has what is typed. */
export const isKept = (page: Page): Promise<unknown> =>
  page.waitForResponse((response) => response.request().method() === 'PUT' && /\/own-drafts\//.test(response.url()))

type Journey = ReturnType<typeof useDemo>
export const words = 'A cough since Sunday, worse at night'

type Person = Awaited<ReturnType<typeof openBrowserFor>>
/** A patient who is signed in. `prepare` changes their browser before. */
export const asPatient = async (
  journey: Journey,
  name: string,
  prepare: (person: Person) => Promise<unknown> = async () => undefined,
) => {
  const person = await openBrowserFor(journey.browser)
  onTestFailed(() => saveScreenshots(`bad-day-${name}`, [person]))
  await prepare(person)
  await signIn(person.page, journey.demo.portalUrl, /Ana Duarte/)
  await person.page.locator('visit-appointments').waitFor()
  // Of the test before: a booking would go on with it.
  await withClient(person.page, async (client) => {
    const { items } = await client.holds.list()
    for (const { id } of items) await client.holds.release(id)
  })
  return person
}
/** The visits of the patient that the server has booked. */
export const bookedCount = (page: Page): Promise<number> =>
  withClient(
    page,
    async (client) => (await client.appointments.list({ status: 'booked', limit: 100 }).toArray(200)).length,
  )
/** To the last step of the booking, with a reason. */
export const toConfirm = async (page: Page): Promise<Locator> => {
  const booking = page.locator('visit-booking')
  await page.getByRole('link', { name: 'Book a visit' }).first().click()
  await booking.getByRole('button', { name: 'Urgent care' }).click()
  const time = booking.getByRole('button', { name: /^\d{1,2}:\d{2}/ })
  const choice = booking.getByRole('button', { name: /(minutes|Anyone who is free)/ })
  for (;;) {
    await time.or(choice).first().waitFor()
    if (await time.first().isVisible()) break
    await choice.first().click()
    await page.waitForTimeout(300)
  }
  const next = booking.getByRole('button', { name: 'Continue' })
  for (let place = 0; !(await next.isVisible()) && place < 6; place++) {
    await time.nth(place).click()
    await next.waitFor({ timeout: 5_000 }).catch(() => undefined)
  }
  await next.click()
  await booking.getByLabel('What would you like to talk about?').fill(words)
  return booking
}
/** To a new message that is written and not sent. */
export const toNewMessage = async (page: Page): Promise<Locator> => {
  await page.getByRole('link', { name: 'Messages' }).first().click()
  const messages = page.locator('visit-messages')
  await messages.getByRole('button', { name: 'Write a message' }).click()
  await messages.getByLabel('In a few words').fill('My cough')
  await messages.getByLabel('Your message').fill(words)
  return messages
}
