import type { BrowserContext, Page } from 'playwright'
import { beforeAll, describe, expect, it, onTestFailed } from 'vitest'
import { textsShown } from '../packages/elements/test/texts-shown.ts'
import type { VisitServerClient } from '../packages/sdk/src/index.ts'
import { englishWords, wordsOf } from '../scripts/language/english-words.testing.ts'
import { withClient } from './page-client.testing.ts'
import { useDemo } from './use-demo.ts'
import { openBrowserFor, saveScreenshots, takeSecondStep } from './visit-journey.testing.ts'

/* A patient or a clinician who chooses Spanish on the first page reads no English on any page, in a dialog or in a refusal. */

const pages = [
  'home',
  'book',
  'record',
  'summaries',
  'access',
  'messages',
  'bills',
  'settings',
  'preferences',
  'family',
]

/** Names of the demonstration's people, places, medicines and diagnoses, and the title that a person gave a task: they are in the labels of buttons. */
const names =
  /Lakeside Health|Example Reference Laboratory|Harbor Way|Columbus, Ohio|Dr\.? \p{Lu}\p{L}+ \p{Lu}\p{L}+|Ana Duarte|lakeside-\w+|lisinopril 10 MG Oral Tablet|Ask for her readings at home|Essential \(primary\) hypertension/gu

let clinic: VisitServerClient
const journey = useDemo({ prepare: (connected) => void (clinic = connected) })
let english: ReadonlySet<string>
beforeAll(async () => {
  english = await englishWords()
})

const englishIn = (text: string): string[] => wordsOf(text.replaceAll(names, ' ')).filter((word) => english.has(word))

const leftInEnglish = async (page: Page): Promise<string[]> =>
  (await page.evaluate(textsShown, 'es'))
    .map(({ text, at }) => ({ text, at, words: englishIn(text) }))
    .filter(({ words }) => words.length > 0)
    .map(({ text, at, words }) => `${new URL(page.url()).pathname}: ${words.join(', ')} in "${text}" at ${at}`)

const loaded = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => document.querySelector('visit-provider > * [aria-busy="true"]') === null)
}

const chooseOnFirstPage = async (page: Page, name: string): Promise<void> => {
  await page.goto(journey.demo.portalUrl)
  await page.getByRole('link', { name, exact: true }).click()
  await page.locator(`html[lang]:not([lang="en"])`).waitFor()
}

const enter = async (page: Page): Promise<void> => {
  await page.locator('header a.button').click()
  await page.getByRole('button', { name: /Ana Duarte/ }).waitFor()
}

/** A person who chose a language on the first page and signed in as Ana Duarte. */
const signInAs = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /Ana Duarte/ }).click()
  await page.locator('visit-appointments').waitFor()
  await loaded(page)
}

const patientId = async (): Promise<string> =>
  (await clinic.patients.search({ recordNumber: 'LH-10001' }).page()).items[0]?.id ?? ''

/** In which mails and documents are. */
const savedLanguages = async (): Promise<string[]> => {
  const id = await patientId()
  return [(await clinic.preferences.get(id)).language, (await clinic.patients.get(id)).language]
}

const showConfirmation = (page: Page): Promise<void> =>
  page.locator('visit-provider').evaluate((provider) => {
    const { getSession } = provider as unknown as { getSession(request: object): Promise<unknown> }
    void getSession({ reason: 'step-up', signal: AbortSignal.timeout(60_000) })
  })

const openSpanish = async (): Promise<{ context: BrowserContext; page: Page }> => {
  const person = await openBrowserFor(journey.browser)
  onTestFailed(() => saveScreenshots('language-es', [person]))
  await chooseOnFirstPage(person.page, 'Español')
  return person
}

describe('a person who chooses Spanish on the first page', () => {
  it('reads no English on any page, in the dialogs of the portal and in its refusals', async () => {
    const { page, context } = await openSpanish()
    const found = await leftInEnglish(page)
    await enter(page)
    found.push(...(await leftInEnglish(page)))
    await page.getByLabel('Usuario').fill('nobody')
    await page.getByLabel('Clave').fill('wrong')
    await page.getByRole('button', { name: 'Iniciar sesión' }).click()
    await page.getByRole('alert').waitFor()
    found.push(...(await leftInEnglish(page)))
    await signInAs(page)
    for (const path of pages) {
      await page.goto(`${journey.demo.portalUrl}/${path}`)
      await loaded(page)
      found.push(...(await leftInEnglish(page)))
    }
    await showConfirmation(page)
    await page.getByRole('dialog', { name: 'Confirme que es usted' }).waitFor()
    found.push(...(await leftInEnglish(page)))
    await page.getByRole('button', { name: 'Ahora no' }).click()
    await page.goto(`${journey.demo.portalUrl}/patient/invited`)
    for (const code of ['too short', '7K3M9QXT4WZR8NBH2CVD']) {
      await page.getByLabel('Código de invitación').fill(code)
      await page.getByRole('button', { name: 'Aceptar' }).click()
      await page.getByRole('alert').waitFor()
      found.push(...(await leftInEnglish(page)))
    }
    expect(found).toEqual([])
    // The walk finds what is planted.
    await page.evaluate(() => document.querySelector('h1')?.replaceChildren('Accept your invitation'))
    expect(await leftInEnglish(page)).toHaveLength(1)
    await context.close()
  })

  it('reads no English as a clinician: on each page of the work, in a visit and in the record', async () => {
    const { page, context } = await openSpanish()
    await page.getByRole('link', { name: 'Para profesionales' }).click()
    await page.getByRole('button', { name: /Dr .*Okafor/ }).click()
    await takeSecondStep(page)
    await page.locator('visit-inbox').waitFor()
    await loaded(page)
    const found = await leftInEnglish(page)
    for (const tab of ['queue', 'schedule', 'notes', 'results', 'messages', 'inbox']) {
      await page.locator(`#work [data-tab="${tab}"]`).click()
      await loaded(page)
      found.push(...(await leftInEnglish(page)))
    }
    // A visit of a patient whom she treats, with its signed note.
    await withClient(
      page,
      async (client, id) => {
        const { items } = await client.summaries.ofPatient(id).page()
        const detail = { what: 'note', id, patientId: id, visitId: items[0]?.visitId }
        document.querySelector('visit-provider')?.dispatchEvent(new CustomEvent('visit-open', { detail }))
      },
      await patientId(),
    )
    for (const panel of ['note', 'chart', 'prescriptions', 'labs']) {
      await page.locator(`#record [role=tab][data-panel="${panel}"]`).click()
      await loaded(page)
      found.push(...(await leftInEnglish(page)))
    }
    expect(found).toEqual([])
    // The walk finds what is planted.
    await page.locator('#leave-visit').evaluate((button) => button.replaceChildren('Back to the queue'))
    expect(await leftInEnglish(page)).toHaveLength(1)
    await context.close()
  })

  it('gets mails and documents in Spanish from then on, until another language is chosen', async () => {
    const { page, context } = await openSpanish()
    await enter(page)
    await signInAs(page)
    await expect.poll(savedLanguages, { timeout: 10_000 }).toEqual(['es', 'es'])
    await page.getByRole('link', { name: 'English', exact: true }).click()
    await loaded(page)
    await expect.poll(savedLanguages, { timeout: 10_000 }).toEqual(['en', 'en'])
    await context.close()
  })
})

it('a clinician who chooses Arabic works from right to left, and changes the language on the page', async () => {
  const person = await openBrowserFor(journey.browser)
  onTestFailed(() => saveScreenshots('language-clinic-ar', [person]))
  const { page, context } = person
  await chooseOnFirstPage(page, 'العربية')
  await page.getByRole('link', { name: 'للمختصين' }).click()
  await page.getByRole('button', { name: /Dr Grace Oyelaran/ }).click()
  await takeSecondStep(page)
  await page.getByRole('tab', { name: 'صندوق الوارد' }).waitFor()
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  await page.getByRole('link', { name: 'English', exact: true }).click()
  await page.getByRole('tab', { name: 'Inbox' }).waitFor()
  await context.close()
})

it('who chooses Arabic reads every page from right to left', async () => {
  const person = await openBrowserFor(journey.browser)
  onTestFailed(() => saveScreenshots('language-ar', [person]))
  const { page, context } = person
  await chooseOnFirstPage(page, 'العربية')
  await enter(page)
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  await signInAs(page)
  for (const path of pages) {
    await page.goto(`${journey.demo.portalUrl}/${path}`)
    await loaded(page)
    const directions = await page.evaluate(() =>
      [document.body, ...document.querySelectorAll('visit-provider > * *')]
        .map((element) => getComputedStyle(element).direction)
        // Of an element that has left the page in the meantime.
        .filter((direction) => direction !== ''),
    )
    expect([path, new Set(directions)]).toEqual([path, new Set(['rtl'])])
  }
  await context.close()
})
