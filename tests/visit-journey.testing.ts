import { setTimeout as delay } from 'node:timers/promises'
import type { Browser, BrowserContext, Page, Request } from 'playwright'
import { buildIfStale } from '../scripts/build-if-stale.ts'
import { launchCallBrowser } from '../scripts/launch-call-browser.ts'
import { launchCallFirefox } from '../scripts/launch-call-firefox.ts'
import { wayToBookedVisit, type WayToBookedVisit } from './booking-words.testing.ts'

/** What a page must never do on the portal: violate its own security policy, fail, or store personal data where it can be found later. */
export interface WatchedPage {
  readonly page: Page
  readonly faults: string[]
  /** The requests that have no response yet, for a test that waited without success. */
  readonly unanswered?: () => readonly string[]
  readonly urls: string[]
}

/** Waits as a person would until a condition holds. Also used without a test runner. */
const until = async (isSo: () => Promise<boolean>, what: string, milliseconds = 20_000): Promise<void> => {
  for (const end = Date.now() + milliseconds; Date.now() < end;) {
    if (await isSo()) return
    await delay(200)
  }
  throw new Error(`Waited ${milliseconds / 1000} seconds for ${what}.`)
}

/**
 * What a browser logs as an error although it is a normal response: a summary that is not published yet, a time that is no longer
 * available, an admission without a consent, a signature that needs a step-up, a person who is unknown to the clinic, a wrong invitation code, the session of a guest that is over, a colleague's queue,
 * a decision about one's own write-off, and an answer to a question about one's own access.
 */
const isExpectedAnswer = (text: string, pathname: string, page: string): boolean =>
  (/status of 409/.test(text) && /^\/v1\/visits\/[^/]+\/summary$/.test(pathname)) ||
  (/status of 401/.test(text) && pathname.endsWith('/sign')) ||
  (/status of 403/.test(text) && pathname.endsWith('/queue')) ||
  (/status of 403/.test(text) && /^\/v1\/access-questions\/[^/]+\/answer$/.test(pathname)) ||
  (/status of 409/.test(text) && /^\/v1\/write-offs\/[^/]+\/decision$/.test(pathname)) ||
  (/status of 409/.test(text) && (pathname === '/v1/holds' || pathname.endsWith('/admit'))) ||
  (/status of 404/.test(text) && pathname === '/patient/session') ||
  (/status of 422/.test(text) && (pathname === '/patient/invited' || pathname === '/join')) ||
  (/status of 401/.test(text) && (pathname === '/guest/session' || pathname === '/v1/guest-visit')) ||
  (/status of 401/.test(text) && pathname === '/v1/session' && page === '/join/visit')

/** Firefox asks for the icon of a page that has none, and the page's own policy refuses it. */
const isIconOfFirefox = (text: string): boolean => text.includes('/favicon.ico')

const pathOf = (url: string | undefined): string => new URL(url || 'about:blank').pathname

/** `JOURNEY_BROWSER=firefox` runs a journey there, with everybody in it. */
const isFirefox = process.env['JOURNEY_BROWSER'] === 'firefox'

/** A browser that sends requests only to the demo, and the elements as they are now. */
export const launchForJourney = async (): Promise<Browser> => {
  await buildIfStale('elements', () => undefined)
  if (isFirefox) return launchCallFirefox()
  return launchCallBrowser(
    '--autoplay-policy=no-user-gesture-required',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  )
}

/** Warnings: of the page's own security policy, and of an error code for which an element has no text. */
const noted = /Content Security Policy|TrustedHTML|TrustedScript|has no words here/i

/** Another tab of a person, monitored for faults. */
export const openTab = async (context: BrowserContext): Promise<WatchedPage> => {
  const page = await context.newPage()
  const faults: string[] = []
  const awaited = new Set<Request>()
  page.on('request', (request) => awaited.add(request))
  page.on('requestfinished', (request) => awaited.delete(request))
  page.on('requestfailed', (request) => awaited.delete(request))
  const urls: string[] = []
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  page.on('console', (message) => {
    const [asked, shown] = [pathOf(message.location().url), pathOf(page.url())]
    if (isExpectedAnswer(message.text(), asked, shown) || isIconOfFirefox(message.text())) return
    if (message.type() === 'error' || noted.test(message.text())) faults.push(`console: ${message.text()} ${asked}`)
  })
  page.on('request', (request) => urls.push(request.url()))
  const unanswered = (): string[] =>
    [...awaited].map((request) => `${request.method()} ${new URL(request.url()).pathname}`)
  return { page, faults, urls, unanswered }
}

/** The browser of a person in New York, with a camera and a microphone. */
export const inNewYork = {
  permissions: ['camera', 'microphone'],
  locale: 'en-US',
  timezoneId: 'America/New_York',
}

/** A person with a separate browser, with camera and microphone permitted, monitored for faults. */
export const openBrowserFor = async (
  browser: Browser,
  options: Partial<typeof inNewYork> = inNewYork,
): Promise<{ context: BrowserContext } & WatchedPage> => {
  // Firefox gives the devices to every page, and does not know the word.
  const { permissions: _, ...others } = options
  const context = await browser.newContext(browser.browserType().name() === 'firefox' ? others : options)
  return { context, ...(await openTab(context)) }
}

export const signIn = async (page: Page, address: string, name: RegExp): Promise<void> => {
  await page.goto(address)
  const link = page.getByRole('link', { name: 'Sign in', exact: true })
  if (await link.isVisible()) await link.click()
  await page.getByRole('button', { name }).click()
  await takeSecondStep(page)
}

/** Staff have a second step at the identity provider. */
export const takeSecondStep = async (page: Page): Promise<void> => {
  const step = page.locator('button[name="step"][value="done"]')
  // While the next page loads, neither this one nor the next is visible: only the address says that the sign-in is over.
  const isSigningIn = (): boolean => new URL(page.url()).pathname.startsWith('/sign-in/')
  await until(async () => !isSigningIn() || (await step.isVisible()), 'the next page')
  if (await step.isVisible()) await step.click()
}

/** A clinician lands on the inbox, and goes to the queue. */
export const signInToQueue = async (page: Page, address: string, name: RegExp): Promise<void> => {
  await signIn(page, address, name)
  await page.locator('visit-inbox').waitFor()
  await page.getByRole('tab', { name: 'Queue', exact: true }).click()
}

/** Books the first slot that is offered for a specialty. `at` is called for each screen, for pictures. */
export const bookFirstTime = async (
  page: Page,
  specialty: string,
  at: (screen: string) => unknown = () => undefined,
  words: WayToBookedVisit = wayToBookedVisit.en,
  visitType?: string,
): Promise<void> => {
  await page.getByRole('link', { name: words.link }).first().click()
  await page.getByRole('button', { name: specialty }).waitFor()
  await at('specialties')
  await page.getByRole('button', { name: specialty }).click()
  if (visitType !== undefined) await page.locator('visit-booking').getByRole('button', { name: visitType }).click()
  // A specialty with one visit type and one clinician skips these choices.
  const time = page.getByRole('button', { name: /^\d{1,2}:\d{2}/ })
  const choice = page.locator('visit-booking').getByRole('button', { name: words.choice })
  while (!(await time.first().isVisible())) {
    await until(async () => (await time.count()) + (await choice.count()) > 0, 'times or something to choose')
    if (await time.first().isVisible()) break
    await choice.first().click()
    await page.waitForTimeout(300)
  }
  // The first time may have become too early since it was listed. The patient then reads so, and chooses again.
  const held = page.getByRole('button', { name: words.next })
  const refused = page.locator('visit-booking').getByRole('alert')
  do {
    await time.first().click()
    await until(async () => (await held.isVisible()) || (await refused.count()) > 0, 'a time that is held')
  } while (!(await held.isVisible()))
  await at('times')
  await held.click()
  await page.getByRole('button', { name: words.book }).waitFor()
  await at('confirm')
  await page.getByRole('button', { name: words.book }).click()
  await page.getByRole('heading', { name: words.booked }).waitFor()
  await at('booked')
}

/** From the booked visit to the steps before it. */
export const getReady = (page: Page): Promise<void> =>
  page.getByRole('link', { name: 'Get ready for your visit' }).click()

/** Answers the questions that cannot wait: nothing of it is so. */
export const answerSafetyQuestions = async (page: Page): Promise<void> => {
  const intake = page.locator('visit-intake[only=safety]')
  const after = page.locator('visit-consent-dialog, visit-intake:not([only]), visit-waiting-room')
  const none = intake.getByLabel(/^(None|No$)/)
  await none.first().or(after).first().waitFor()
  while (!(await after.isVisible())) {
    await none.first().check()
    await intake.getByRole('button', { name: 'Next' }).click()
    // The question may go between the two looks.
    const isNextQuestion = (): Promise<boolean> =>
      none
        .first()
        .isChecked({ timeout: 500 })
        .then((checked) => !checked)
        .catch(() => false)
    await until(async () => (await after.isVisible()) || (await isNextQuestion()), 'what follows')
  }
}

/** As a person reads a consent: a screen at a time, to the end. */
export const readToTheEnd = (page: Page): Promise<void> =>
  page.locator('visit-consent-dialog').evaluate(async (host) => {
    const text =
      [...(host.shadowRoot?.querySelectorAll('*') ?? [])].find(
        (element) => element.scrollHeight > element.clientHeight + 40,
      ) ?? document.documentElement
    for (let top = 0; top <= text.scrollHeight; top += text.clientHeight * 0.7) {
      text.scrollTop = top
      await new Promise((resolve) => setTimeout(resolve, 120))
    }
  })

/** Reads every clause and signs, for each open document. */
export const giveConsents = async (page: Page): Promise<void> => {
  await answerSafetyQuestions(page)
  const name = page.getByLabel(/full name/i)
  await name.waitFor()
  await readToTheEnd(page)
  await name.fill('Ana Duarte')
  await page.getByRole('button', { name: 'I agree' }).click()
}

/** Gives harmless answers to all questions, and submits them. */
export const answerQuestions = async (page: Page): Promise<void> => {
  const intake = page.locator('visit-intake')
  const send = intake.getByRole('button', { name: 'Send my answers' })
  const next = intake.getByRole('button', { name: 'Next' })
  const unchanged = intake.getByRole('button', { name: 'Yes, all of it is right' })
  await next.or(send).or(unchanged).first().waitFor()
  if (await unchanged.isVisible()) await unchanged.click()
  await next.or(send).first().waitFor()
  for (let page_ = 0; page_ < 40 && !(await send.isVisible()); page_++) {
    const none = intake.getByLabel(/^(None|No$|Not at all)/)
    const number = intake.locator('input[inputmode=numeric]')
    const text = intake.locator('textarea, input[type=text]')
    if (await none.first().isVisible()) await none.first().check()
    else if (await number.first().isVisible()) await number.first().fill('2')
    else if (await text.first().isVisible()) await text.first().fill('A cough since Sunday')
    else await intake.getByRole('radio').first().check()
    const before = await intake
      .getByText(/Question \d+ of \d+/)
      .first()
      .textContent()
    await next.click()
    await until(
      async () =>
        (await send.isVisible()) ||
        (await intake
          .getByText(/Question \d+ of \d+/)
          .first()
          .textContent()) !== before,
      'the next question',
    )
  }
  await send.click()
}

export const checkIn = async (page: Page): Promise<void> => {
  const room = page.locator('visit-waiting-room')
  await room.getByRole('button', { name: 'Check in' }).waitFor()
  await room.getByLabel('My home').check()
  await room.getByLabel('I have no one to name').check()
  await room.getByRole('button', { name: 'Check in' }).click()
  await room.getByRole('heading', { name: 'You are next' }).waitFor()
}

/** From the booked visit to the clinician's queue, with harmless answers. */
export const getReadyAndCheckIn = async (page: Page): Promise<void> => {
  await getReady(page)
  await giveConsents(page)
  await answerQuestions(page)
  await checkIn(page)
}

/** The clinician ends the call for both. */
export const endVisit = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'End visit' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'End visit' }).click()
}

/**
 * Frames of the other person's picture that were decoded and shown since the first call for this picture. `getVideoPlaybackQuality` counts
 * none of a stream in Firefox.
 */
const decodedFrames = (page: Page): Promise<number> =>
  page.locator('visit-video-room').evaluate((host) => {
    type Counted = HTMLVideoElement & { framesShown?: number }
    const videos = [...(host.shadowRoot?.querySelectorAll<Counted>('video[part=remote-video]') ?? [])]
    for (const video of videos) {
      if (video.framesShown !== undefined) continue
      video.framesShown = 0
      const count = (): void => {
        video.framesShown = (video.framesShown ?? 0) + 1
        video.requestVideoFrameCallback(count)
      }
      video.requestVideoFrameCallback(count)
    }
    return videos.reduce((sum, { framesShown = 0 }) => sum + framesShown, 0)
  })

/** Waits until the other person's picture moves. */
export const expectMovingPicture = async (page: Page): Promise<void> => {
  await until(async () => (await decodedFrames(page)) > 5, 'a picture of the other person', 40_000)
  const before = await decodedFrames(page)
  await until(async () => (await decodedFrames(page)) > before + 10, 'the picture to move')
}

/** What the browser would keep after the page is closed. */
export const storedText = (page: Page): Promise<string> =>
  page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]))

/** Rejects with what did not end in time. Playwright itself waits without a limit for a script of a page, and for a page to close. */
export const inTime = async <T>(what: string, work: Promise<T>, milliseconds = 30_000): Promise<T> => {
  const waiting = new AbortController()
  const tooLate = delay(milliseconds, undefined, { signal: waiting.signal }).then(() => {
    throw new Error(`Waited ${milliseconds / 1000} seconds for ${what}.`)
  })
  try {
    return await Promise.race([work, tooLate])
  } finally {
    tooLate.catch(() => undefined)
    waiting.abort()
  }
}

/** Everyone's screen at the failure, and what their browsers reported. */
export const saveScreenshots = async (name: string, people: readonly WatchedPage[]): Promise<void> => {
  for (const [index, { page, faults, unanswered }] of people.entries()) {
    if (!page.isClosed())
      console.error(
        [`${name} ${index}: ${new URL(page.url()).pathname}`, ...(unanswered?.() ?? [])].join('\n  unanswered: '),
      )
    await page.screenshot({ path: `.data/failed-journeys/${name}-${index}.png`, fullPage: true }).catch(() => undefined)
    if (faults.length > 0) console.error(faults.join('\n'))
  }
}
