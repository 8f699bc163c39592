import type { Page } from 'playwright'
import { describe, expect, it, onTestFailed } from 'vitest'
import { withClient } from './page-client.testing.ts'
import { readPromise } from './promises.testing.ts'
import { linkTo, mailTo } from './mails.testing.ts'
import { useDemo } from './use-demo.ts'
import { openBrowserFor, saveScreenshots, signIn } from './visit-journey.testing.ts'
import { variants } from './variants.testing.ts'

/* A question about an access: asked in the patient's list of accesses, answered at the privacy desk, read where the mail leads. */

interface Person {
  readonly name: string
  readonly address: string
  readonly subject: string
  readonly ask: RegExp
  readonly reason: string
  readonly send: string
  readonly answered: RegExp
  readonly size: { readonly width: number; readonly height: number }
}

const people: Readonly<Record<'en' | 'es', Person>> = {
  en: {
    name: 'Ana Duarte',
    address: 'ana.duarte@mail.example',
    subject: 'Your question about your record has an answer',
    ask: /^Question this: Nia Brandt/,
    reason: 'I know this person from outside the clinic',
    send: 'Send the question',
    answered: /^The clinic found that your record was opened by mistake/,
    size: { width: 360, height: 740 },
  },
  es: {
    name: 'Marta Quispe',
    address: 'marta.quispe@mail.example',
    subject: 'Su pregunta sobre su expediente tiene respuesta',
    ask: /^Preguntar sobre esto: Nia Brandt/,
    reason: 'Conozco a esta persona fuera de la clínica',
    send: 'Enviar la pregunta',
    answered: /^La clínica encontró que su expediente se abrió por error/,
    size: { width: 1440, height: 900 },
  },
}
const question = 'She lives next door to me.'
const answer = 'She opened the wrong record and closed it at once. We have talked with her.'

const journey = useDemo()

/** Whatever time it is, mails do not wait for the morning. */
const writeAtNight = (page: Page): Promise<void> =>
  withClient(page, async (client) => {
    const { patients } = await client.me.get()
    const id = patients[0]?.id ?? ''
    const { channel, language, muted, version } = await client.preferences.get(id)
    await client.preferences.put(id, { channel, language, muted, version, quietHours: null })
  })

/** The answer, where the mail leads: signed out, on another device, by way of the sign-in. */
const readWhereTheMailLeads = async (page: Page, { name, address, subject, answered }: Person): Promise<void> => {
  const mail = await mailTo(journey.inboxUrl, address, subject)
  expect(mail.text).not.toMatch(/Nia|Brandt|mistake|error/)
  expect(mail.text).not.toContain(answer)
  await page.goto(linkTo('/access', mail))
  await page.getByRole('button', { name: new RegExp(name) }).click()
  const log = page.locator('visit-audit-log')
  await log.getByText(answered).waitFor()
  await log.getByText(answer, { exact: true }).waitFor()
}

describe.each(variants(['en', 'es'] as const))('a patient asks about an access (%s)', (language) => {
  it('the privacy officer reads what the patient asks, and the patient reads the answer', async () => {
    const { portalUrl } = journey.demo
    const person = people[language]
    const [patient, officer, nurse, later] = await Promise.all([1, 2, 3, 4].map(() => openBrowserFor(journey.browser)))
    if (!patient || !officer || !nurse || !later) throw new Error('a browser is missing')
    const opened = [patient, officer, nurse, later]
    onTestFailed(() => saveScreenshots(`access-question-${language}`, opened))
    for (const { page } of [patient, later]) await page.setViewportSize(person.size)

    await signIn(nurse.page, `${portalUrl}/desk`, /Nia Brandt/)
    const family = person.name.split(' ')[1] ?? ''
    await nurse.page.getByRole('combobox', { name: 'Find a patient' }).fill(family)
    await nurse.page.getByRole('option', { name: new RegExp(person.name) }).waitFor()
    await signIn(officer.page, `${portalUrl}/desk`, /Robin Adler/)
    const desk = officer.page.locator('visit-privacy-desk')
    await desk.getByText('No question waits for an answer').waitFor()
    await readPromise(officer.page, 'questions.emptyWaitingText')

    await signIn(patient.page, portalUrl, new RegExp(person.name))
    await patient.page.locator(`html[lang="${language}"]`).waitFor()
    await writeAtNight(patient.page)
    await patient.page.goto(`${portalUrl}/access`)
    const log = patient.page.locator('visit-audit-log')
    await log.getByRole('button', { name: person.ask }).first().click()
    await readPromise(patient.page, 'own-questions.wordsHint')
    await log.getByText(person.reason, { exact: true }).click()
    await log.locator('#question-text').fill(question)
    await log.getByRole('button', { name: person.send, exact: true }).click()
    await readPromise(patient.page, 'own-questions.state_open')

    const row = desk.getByRole('listitem').filter({ hasText: question })
    await row.getByText(person.name).waitFor()
    await row.getByText(/Nia Brandt/).waitFor()
    await row.getByRole('button', { name: `Take it: ${person.name}` }).click()
    await readPromise(patient.page, 'own-questions.state_assigned')
    await row.getByText('Robin Adler').waitFor()
    await row.getByRole('button', { name: `Answer: ${person.name}` }).click()
    await readPromise(officer.page, 'questions.wordsHint')
    await row.getByLabel('What you found').selectOption('mistake')
    await row.getByLabel('Your answer to the patient').fill(answer)
    await row.getByRole('button', { name: 'Send the answer' }).click()
    await log.getByText(person.answered).waitFor()
    await log.getByText(answer, { exact: true }).waitFor()
    await row.waitFor({ state: 'detached' })
    await readWhereTheMailLeads(later.page, person)

    expect(await patient.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      person.size.width,
    )
    for (const { faults, urls } of opened) {
      expect(faults).toEqual([])
      for (const url of urls) expect(decodeURIComponent(url)).not.toContain('next door')
    }
    for (const { context } of opened) await context.close()
  })
})

/** The server signs the log of these accesses once a minute, and the witness has what it signed. */
const readProof = async (page: Page): Promise<void> => {
  const program = page.locator('visit-compliance-dashboard')
  await program.getByText('Proof of the access log').click()
  for (const end = Date.now() + 90_000; Date.now() < end;) {
    await program.getByText('Another party keeps the signatures too').waitFor()
    if (await program.getByText('Agrees', { exact: true }).isVisible()) break
    await program.getByRole('button', { name: 'Look again' }).click()
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
  await readPromise(page, 'ledger-state.witness_agrees')
  await program.getByText(/It has signature \W?[1-9]/).waitFor()
}

/** The administrator of each language, and the words that say what they see. */
const standIns = {
  en: { sees: /^You see what no privacy officer may answer/, answer: /^Answer: / },
  es: { sees: /^Usted ve lo que ningún responsable/, answer: /^Responder: / },
  ar: { sees: /^ترى ما لا يجوز لأي مسؤول خصوصية/, answer: /^الرد: / },
} as const

it('a question about the only privacy officer is answered by an administrator', async () => {
  const { portalUrl } = journey.demo
  const [patient, officer, administrator] = await Promise.all([1, 2, 3].map(() => openBrowserFor(journey.browser)))
  if (!patient || !officer || !administrator) throw new Error('a browser is missing')
  const opened = [patient, officer, administrator]
  onTestFailed(() => saveScreenshots('access-question-officer', opened))
  const [name, words, outcome] = ['Ana Duarte', 'Robin sings in my choir.', 'Robin opened the list for its review.']

  await signIn(administrator.page, `${portalUrl}/desk`, /Alex Winter/)
  const standIn = administrator.page.locator('visit-privacy-desk')
  await readPromise(administrator.page, 'questions.emptyStandInText')

  await signIn(officer.page, `${portalUrl}/desk`, /Robin Adler/)
  await withClient(officer.page, async (client) => {
    const { items } = await client.patients.search({ family: 'Duarte' }, { limit: 20 }).page()
    await client.accesses.ofPatient(items[0]?.id ?? '').page()
  })

  await signIn(patient.page, portalUrl, new RegExp(name))
  await patient.page.goto(`${portalUrl}/access`)
  const log = patient.page.locator('visit-audit-log')
  await log
    .getByRole('button', { name: /^Question this: Robin Adler/ })
    .first()
    .click()
  await readPromise(patient.page, 'own-questions.wordsHint')
  await log.getByText('I know this person from outside the clinic', { exact: true }).click()
  await log.locator('#question-text').fill(words)
  await log.getByRole('button', { name: 'Send the question', exact: true }).click()

  // Both see it at once; the officer cannot answer it.
  const desk = officer.page.locator('visit-privacy-desk')
  const own = desk.getByRole('listitem').filter({ hasText: words })
  await own.getByRole('button', { name: `Answer: ${name}` }).click()
  await own.getByLabel('What you found').selectOption('appropriate')
  await own.getByLabel('Your answer to the patient').fill('All is well.')
  await own.getByRole('button', { name: 'Send the answer' }).click()
  await readPromise(officer.page, 'questions.problem_own_access')

  const row = standIn.getByRole('listitem').filter({ hasText: words })
  await row.getByText(/Robin Adler/).waitFor()
  for (const [language, { sees, answer }] of Object.entries(standIns)) {
    await administrator.page.evaluate((lang) => {
      document.documentElement.lang = lang
    }, language)
    await standIn.getByText(sees).waitFor()
    await row.getByRole('button', { name: answer }).waitFor()
  }
  await administrator.page.evaluate(() => {
    document.documentElement.lang = 'en'
  })
  await row.getByRole('button', { name: `Answer: ${name}` }).click()
  await row.getByLabel('What you found').selectOption('appropriate')
  await row.getByLabel('Your answer to the patient').fill(outcome)
  await row.getByRole('button', { name: 'Send the answer' }).click()
  await log.getByText('The clinic found that this was part of your care, or of running the clinic.').waitFor()
  await log.getByText(outcome, { exact: true }).waitFor()
  await row.waitFor({ state: 'detached' })
  await readProof(officer.page)
  for (const { faults } of opened) expect(faults).toEqual([])
  for (const { context } of opened) await context.close()
})
