import type { BrowserContext, Page } from 'playwright'
import { describe, expect, it, onTestFailed } from 'vitest'
import type { VisitClient } from '../packages/sdk/src/index.ts'
import { useDemo } from './use-demo.ts'
import { bookFirstTime, getReady, saveScreenshots, signIn, storedText } from './visit-journey.testing.ts'
import { variants } from './variants.testing.ts'

/* "Sign out there": said in the settings of one browser, and seen in the other, which says why and leads back. */

const journey = useDemo()

const words = {
  en: {
    name: /^Ana Duarte/,
    sessions: 'Where you are signed in',
    there: /^Sign out there/,
    elsewhere: 'Sign out everywhere else',
    only: 'You are signed in only here.',
    why: /You were signed out from another device/,
    back: 'Sign in and go back',
    signOut: 'Sign out',
  },
  es: {
    name: /^Marta Quispe/,
    sessions: 'Dónde tiene la sesión abierta',
    there: /^Cerrar sesión allí/,
    elsewhere: 'Cerrar sesión en todos los demás',
    only: 'Solo tiene la sesión abierta aquí.',
    why: /Se cerró su sesión desde otro dispositivo/,
    back: 'Iniciar sesión y volver',
    signOut: 'Salir',
  },
}

const open = (language: keyof typeof words): Promise<BrowserContext> =>
  journey.browser.newContext({
    viewport: { width: 360, height: 740 },
    locale: language === 'en' ? 'en-US' : 'es-US',
    permissions: ['camera', 'microphone'],
  })

const signOutElsewhere = async (page: Page, { sessions, elsewhere, only }: (typeof words)['en']): Promise<void> => {
  await page.goto(`${journey.demo.portalUrl}/settings`)
  await page.getByRole('button', { name: sessions }).click()
  const end = page.getByRole('button', { name: elsewhere })
  await end.or(page.getByText(only)).waitFor()
  if (await end.isVisible()) await end.click()
  await page.getByText(only).waitFor()
}

const isStored = async (page: Page): Promise<string> => JSON.stringify(await storedText(page))

const languages = variants(['en', 'es'] as const)

describe.each(languages)('signed out from another device, in %s', (language) => {
  it('says why, and leads back to the page', async () => {
    const said = words[language]
    const phone = await open(language)
    const computer = await open(language)
    const lost = await phone.newPage()
    await lost.goto(`${journey.demo.portalUrl}/patient/sign-in?to=/record`)
    await lost.getByRole('button', { name: said.name }).click()
    await lost.waitForURL('**/record')
    await lost.locator('visit-record').getByRole('heading').first().waitFor()

    const page = await computer.newPage()
    await page.goto(`${journey.demo.portalUrl}/patient/sign-in`)
    await page.getByRole('button', { name: said.name }).click()
    await page.waitForURL('**/home')
    await signOutElsewhere(page, said)

    await lost.getByText(said.why).waitFor()
    expect(await isStored(lost)).not.toMatch(/Duarte|Quispe/)
    await lost.getByRole('link', { name: said.back }).click()
    await lost.getByRole('button', { name: said.name }).click()
    await lost.waitForURL('**/record')
    await Promise.all([phone.close(), computer.close()])
  })
})

it('leads back to the visit that was being prepared', async () => {
  const said = words.en
  const phone = await open('en')
  const computer = await open('en')
  const lost = await phone.newPage()
  await signIn(lost, journey.demo.portalUrl, said.name)
  await bookFirstTime(lost, 'Urgent care')
  await getReady(lost)
  await lost.waitForURL(/\/visit#/)
  const prepared = lost.url()

  const page = await computer.newPage()
  await signIn(page, journey.demo.portalUrl, said.name)
  await page.waitForURL('**/home')
  await signOutElsewhere(page, said)

  await lost.getByText(said.why).waitFor()
  await lost.getByRole('link', { name: said.back }).click()
  await lost.getByRole('button', { name: said.name }).click()
  await lost.waitForURL(prepared)
  await lost.locator('visit-intake[only=safety]').waitFor()
  await Promise.all([phone.close(), computer.close()])
})

/** The words of the first page are in the language of the browser. */
const signInAt = async (page: Page, name: RegExp): Promise<void> => {
  await page.goto(`${journey.demo.portalUrl}/patient/sign-in`)
  await page.getByRole('button', { name }).click()
  await page.waitForURL('**/home')
}

it('is one line for each browser, however many pages it has loaded, and signing out there ends all of them', async () => {
  const said = words.es
  const [phone, computer] = [await open('es'), await open('es')]
  const page = await computer.newPage()
  await signInAt(page, said.name)
  // Sessions of the tests before this one, if they ran.
  await signOutElsewhere(page, said)

  const lost = await phone.newPage()
  await signInAt(lost, said.name)
  for (const path of ['record', 'messages', 'home']) {
    await lost.goto(`${journey.demo.portalUrl}/${path}`)
    await lost.locator('visit-provider :defined').first().waitFor()
  }
  const second = await phone.newPage()
  await second.goto(`${journey.demo.portalUrl}/record`)
  await second.locator('visit-record').getByRole('heading').first().waitFor()

  await page.goto(`${journey.demo.portalUrl}/settings`)
  await page.getByRole('button', { name: said.sessions }).click()
  const others = page.getByRole('button', { name: said.there })
  await others.first().waitFor()
  expect(await others.count()).toBe(1)
  await others.click()
  await page.getByText(said.only).waitFor()
  for (const ended of [lost, second]) await ended.getByText(said.why).waitFor()
  await second.goto(`${journey.demo.portalUrl}/record`)
  await second.getByRole('button', { name: said.name }).waitFor()
  await Promise.all([phone.close(), computer.close()])
})

/** The page is shown, and hears what happens. */
const listens = (page: Page) =>
  page.waitForFunction(() => {
    const { client } = document.querySelector('visit-provider') as unknown as { client: VisitClient | null }
    return client?.live.state === 'open'
  })

/** Milliseconds within which the other windows of a browser follow a sign-out. */
const soonMs = 2000

describe.each(languages)('signed out in another window of the same browser, in %s', (language) => {
  it('says why within two seconds, shows nothing of the person, and leads back to the page', async () => {
    const said = words[language]
    const computer = await open(language)
    const lost = await computer.newPage()
    await lost.goto(`${journey.demo.portalUrl}/patient/sign-in?to=/record`)
    await lost.getByRole('button', { name: said.name }).click()
    await lost.waitForURL('**/record')
    await listens(lost)
    const page = await computer.newPage()
    await page.goto(`${journey.demo.portalUrl}/home`)
    await page.locator('visit-appointments').waitFor()

    await page.getByRole('button', { name: said.signOut, exact: true }).click()
    await lost.getByText(said.why).waitFor({ timeout: soonMs })
    expect(await isStored(lost)).not.toMatch(/Duarte|Quispe/)
    await lost.getByRole('link', { name: said.back }).click()
    await lost.getByRole('button', { name: said.name }).click()
    await lost.waitForURL('**/record')
    await computer.close()
  })
})

it('a clinician’s other window says why too, and a page of the person before gets no session of the person after', async () => {
  const computer = await open('en')
  const lost = await computer.newPage()
  await signIn(lost, `${journey.demo.portalUrl}/clinic`, /Dr Grace Oyelaran/)
  await listens(lost)
  const page = await computer.newPage()
  onTestFailed(() =>
    saveScreenshots(
      'sign-out-clinic',
      [lost, page].map((each) => ({ page: each, faults: [], urls: [], unanswered: () => [] })),
    ),
  )
  await page.goto(`${journey.demo.portalUrl}/clinic`)
  await page.locator('visit-inbox').waitFor()
  await page.getByRole('button', { name: words.en.signOut, exact: true }).click()
  await lost.getByText(words.en.why).waitFor({ timeout: soonMs })

  await signIn(page, `${journey.demo.portalUrl}/clinic`, /Dr Tomas Lindqvist/)
  await page.locator('visit-inbox').waitFor()
  const answer = await page.evaluate(async () => {
    const headers = { 'x-portal': '1', 'x-reason': 'expired', 'x-session': 'that-of-the-person-before' }
    const response = await fetch('/clinic/session', { method: 'POST', headers })
    return { status: response.status, body: await response.json() }
  })
  expect(answer).toEqual({ status: 401, body: { ended: 'ended' } })
  await computer.close()
})
