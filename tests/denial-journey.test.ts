import type { Locator, Page } from 'playwright'
import { describe, expect, it, onTestFailed } from 'vitest'
import { openPanel, signNote, submitFirstClaim, writeNote } from './aftercare-journey.testing.ts'
import { withClient } from './page-client.testing.ts'
import { readPromise } from './promises.testing.ts'
import { useDemo } from './use-demo.ts'
import {
  bookFirstTime,
  endVisit,
  expectMovingPicture,
  getReadyAndCheckIn,
  openBrowserFor,
  saveScreenshots,
  signIn,
  signInToQueue,
} from './visit-journey.testing.ts'

const words = {
  en: {
    waits: 'Waiting for insurance',
    refused: 'Insurance did not pay',
    notNow: 'You do not have to pay this part now.',
    takenOff: 'Taken off by the clinic',
    settled: 'Settled',
    stillWaits: /has not decided on/,
  },
  es: {
    waits: 'Esperando al seguro',
    refused: 'El seguro no pagó',
    notNow: 'No tiene que pagar esta parte ahora.',
    takenOff: 'Descontado por la clínica',
    settled: 'Saldada',
    stillWaits: /espera a su seguro/,
  },
} as const

const journey = useDemo()

/** Ana's visit, with a signed note, so that there is a claim. */
const holdVisit = async (patient: Page, clinician: Page): Promise<void> => {
  await bookFirstTime(patient, 'Urgent care')
  await getReadyAndCheckIn(patient)
  await clinician.getByRole('button', { name: 'Admit Ana Duarte' }).click()
  await patient.getByRole('button', { name: 'Join the visit' }).click()
  await openPanel(clinician, 'Note')
  await clinician.locator('visit-note-editor').getByText('From the intake').first().waitFor()
  await expectMovingPicture(patient)
  await endVisit(clinician)
  await writeNote(clinician, {
    assessment: 'Bacterial sinusitis after a cold.',
    plan: 'Rest at home.',
    instructions: 'Drink plenty.',
    diagnosis: 'cough',
    service: 'T1015',
  })
  await signNote(clinician)
  await clinician
    .locator('visit-note-editor')
    .getByText(/Signed by/)
    .waitFor()
}

/** The biller's home says of a claim that is not sent how many days there are, of those that its payer takes. */
const readDaysToFile = async (page: Page): Promise<void> => {
  const desk = page.locator('visit-claim-desk')
  await desk.getByRole('button', { name: /Ready to send/ }).click()
  const row = desk.getByRole('row').filter({ hasText: 'Ana Duarte' })
  const left = row.getByText(/^\d+ days left$/)
  await left.waitFor()
  const payer = await row.getByRole('cell').nth(1).innerText()
  await desk.getByText('Filing limits of the payers').click()
  const limit = desk.getByRole('table', { name: 'Filing limits of the payers' }).getByRole('row')
  const days = await limit.filter({ hasText: payer }).getByRole('cell').innerText()
  expect(Number.parseInt(await left.innerText(), 10)).toBe(Number.parseInt(days, 10))
}

const askWriteOff = async (page: Page): Promise<void> => {
  const desk = page.locator('visit-claim-desk')
  await desk.getByLabel('Reason').selectOption('Appeal refused')
  await desk.getByRole('button', { name: 'Ask for the write-off' }).click()
  await desk.getByText('You asked for it, so another person approves it.').waitFor()
  expect(await desk.getByRole('button', { name: 'Approve', exact: true }).count()).toBe(0)
}

const writeOffOf = (page: Page): Locator =>
  page.locator('visit-claim-desk').getByRole('listitem').filter({ hasText: 'Ana Duarte' })

/** Past the screen, with the session of the page: what the server answers. */
const decideWriteOff = (page: Page): Promise<unknown> =>
  withClient(page, async ({ writeOffs }) => {
    const [one] = (await writeOffs.list().page()).items
    if (!one) throw new Error('No write-off waits')
    return writeOffs.decide(one.id, { approved: true, version: one.version }).then(
      () => 'approved',
      ({ status, code }: { status: number; code: string }) => ({ status, code }),
    )
  })

describe('a payer denies a claim', () => {
  it('the desk reads why, appeals and writes it off with a second person, and the patient’s bill follows in both languages', async () => {
    const { demo, clearinghouseUrl } = journey
    const [patient, spanish, clinician, biller, second, administrator] = await Promise.all(
      [1, 2, 3, 4, 5, 6].map(() => openBrowserFor(journey.browser)),
    )
    if (!patient || !spanish || !clinician || !biller || !second || !administrator)
      throw new Error('a browser is missing')
    const people = [patient, spanish, clinician, biller, second, administrator]
    onTestFailed(() => saveScreenshots('denial', people))
    const rule = { match: {}, outcome: { kind: 'deny', group: 'CO', reason: '97' } }
    await fetch(`${clearinghouseUrl}/control/rules`, { method: 'POST', body: JSON.stringify(rule) })

    await signInToQueue(clinician.page, `${demo.portalUrl}/clinic`, /Dr Grace Oyelaran/)
    await signIn(patient.page, demo.portalUrl, /Ana Duarte/)
    await holdVisit(patient.page, clinician.page)

    // The same bill in two browsers: one in English on a phone, one in Spanish.
    await signIn(spanish.page, demo.portalUrl, /Ana Duarte/)
    await patient.page.setViewportSize({ width: 360, height: 740 })
    const bills = new Map<'en' | 'es', Locator>()
    for (const [language, { page }] of [
      ['en', patient],
      ['es', spanish],
    ] as const) {
      await page.goto(`${demo.portalUrl}/bills`)
      await page.evaluate((lang) => {
        document.documentElement.lang = lang
      }, language)
      const bill = page.locator('visit-statement')
      await bill.getByText(words[language].waits).first().waitFor()
      bills.set(language, bill)
    }
    const billSays = async (word: 'waits' | 'refused' | 'notNow' | 'takenOff' | 'settled'): Promise<void> => {
      for (const [language, bill] of bills) await bill.getByText(words[language][word]).first().waitFor()
    }
    const billNoLongerWaits = async (): Promise<void> => {
      for (const [language, bill] of bills) {
        expect(await bill.getByText(words[language].waits).count()).toBe(0)
        expect(await bill.getByText(words[language].stillWaits).count()).toBe(0)
      }
    }

    await signIn(biller.page, `${demo.portalUrl}/desk`, /Sam Reyes/)
    await readDaysToFile(biller.page)
    await submitFirstClaim(biller.page)
    const desk = biller.page.locator('visit-claim-desk')
    await desk.getByText('The payer counts this service as part of another one').waitFor({ timeout: 60_000 })
    await desk.getByText('The payer says: the clinic bears this, not the patient.').waitFor()
    await billSays('refused')
    await billSays('notNow')
    await readPromise(patient.page, 'statement.refused')
    await readPromise(patient.page, 'statement.refusedVisit')
    await billNoLongerWaits()

    // While an appeal is with the payer, the bill waits again; after the answer it does not.
    await desk.getByRole('button', { name: 'Appeal', exact: true }).click()
    await desk.getByLabel('What you write to the payer').fill('Two separate services, see the note.')
    await desk.getByRole('button', { name: 'Save the appeal' }).click()
    await desk.getByRole('button', { name: 'I have sent it' }).click()
    await billSays('waits')
    await desk.getByRole('button', { name: 'The payer refused' }).click()
    await billSays('refused')

    await desk.getByRole('button', { name: 'Write off', exact: true }).click()
    await readPromise(biller.page, 'claim-work.writeOffText')
    await askWriteOff(biller.page)
    // The screen offers it to no one who asked, and the server takes it from no one who asked.
    expect(await decideWriteOff(biller.page)).toEqual({ status: 409, code: 'second_person_needed' })
    await desk.getByText('You asked for it, so another person approves it.').waitFor()

    // Another biller says no; the administrator, in a home of their own without claims, says yes.
    await signIn(second.page, `${demo.portalUrl}/desk`, /Dana Whitlock/)
    await second.page.locator('visit-claim-desk').getByRole('tab', { name: 'Write-offs' }).click()
    await writeOffOf(second.page).getByRole('button', { name: 'Do not approve', exact: true }).click()
    await readPromise(second.page, 'claim-work.offsEmptyText')
    await desk.getByText('You asked for it, so another person approves it.').waitFor({ state: 'detached' })
    await billSays('refused')
    await desk.getByRole('button', { name: 'Write off', exact: true }).click()
    await askWriteOff(biller.page)
    await signIn(administrator.page, `${demo.portalUrl}/desk`, /Alex Winter/)
    const office = administrator.page.locator('visit-claim-desk')
    await office.getByRole('heading', { name: 'Write-offs to approve' }).waitFor()
    expect(await office.getByRole('tab').count()).toBe(0)
    await writeOffOf(administrator.page).getByRole('button', { name: 'Approve', exact: true }).click()
    await readPromise(administrator.page, 'claim-work.offsEmptyText')
    await desk.getByText('Written off', { exact: true }).first().waitFor()
    await billSays('takenOff')
    await billSays('settled')
    await billNoLongerWaits()
    for (const { faults } of people) expect(faults).toEqual([])
    for (const { context } of people) await context.close()
  })
})
