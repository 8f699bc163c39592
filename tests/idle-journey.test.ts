import type { Page } from 'playwright'
import { expect, it, onTestFailed } from 'vitest'
import { withClient } from './page-client.testing.ts'
import { useDemo } from './use-demo.ts'
import { openBrowserFor, openTab, saveScreenshots, signIn } from './visit-journey.testing.ts'

/*
 * Two windows of one person have one idle timer. The server decides which session was active when; the tests let 28 minutes pass for what
 * happened before a moment, because no test waits that long.
 */

const journey = useDemo()

const passedMs = 28 * 60_000

interface SessionTimes {
  readonly lastActiveAt: string
  readonly idleEndsAt: string
}

it('activity in one window keeps the other; the warning is in both, and one answer is enough', async () => {
  const person = await openBrowserFor(journey.browser)
  const { page: first, context } = person
  const { page: second, ...watched } = await openTab(context)
  onTestFailed(() => saveScreenshots('idle', [person, { page: second, ...watched }]))

  let idleSince = 0
  await context.route(`${journey.demo.serverUrl}/v1/session`, async (route) => {
    if (route.request().method() !== 'GET') return route.continue()
    const response = await route.fetch()
    const session = (await response.json()) as SessionTimes
    const isIdle = Date.parse(session.lastActiveAt) < idleSince
    const earlier = (at: string) => new Date(Date.parse(at) - (isIdle ? passedMs : 0)).toISOString()
    const moved = { lastActiveAt: earlier(session.lastActiveAt), idleEndsAt: earlier(session.idleEndsAt) }
    await route.fulfill({ response, json: { ...session, ...moved } })
  })
  const lastActiveAt = async (): Promise<number> =>
    Date.parse(await withClient(first, async (client) => (await client.sessions.current()).lastActiveAt))
  /** 28 minutes without any activity. Begins when the pages have read what they show: those reads are activity. */
  const pass = async (): Promise<void> => {
    let since = await lastActiveAt()
    // The server gives whole seconds.
    while (Date.now() - since < 3_000) {
      await first.waitForTimeout(500)
      since = await lastActiveAt()
    }
    idleSince = since + 1_000
  }
  /** The page reads the session, as it does before the warning and when a browser shows it again. */
  const looksAtTheTime = async (page: Page): Promise<void> => {
    const read = page.waitForResponse(
      (response) => response.url().endsWith('/v1/session') && response.request().method() === 'GET',
    )
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
    await read
  }
  const warning = (page: Page) => page.getByRole('dialog', { name: 'Are you still there?' })

  await signIn(first, journey.demo.portalUrl, /Ana Duarte/)
  await first.locator('visit-appointments').waitFor()
  await second.goto(`${journey.demo.portalUrl}/messages`)
  await second.locator('visit-messages').getByRole('button', { name: 'Write a message' }).waitFor()

  await pass()
  for (const page of [first, second]) {
    await looksAtTheTime(page)
    await warning(page).waitFor()
  }
  await warning(first).getByRole('button', { name: 'Stay signed in' }).click()
  for (const page of [first, second]) await warning(page).waitFor({ state: 'hidden' })

  await pass()
  await withClient(first, (client) => client.appointments.list({ limit: 1 }).toArray(1))
  for (const page of [second, first]) {
    await looksAtTheTime(page)
    // Rendered before the next frame.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    expect(await warning(page).isVisible()).toBe(false)
  }
  await context.close()
})
