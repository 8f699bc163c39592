import type { Page } from 'playwright'
import { describe, expect, inject, it, onTestFailed } from 'vitest'
import type { Access } from '../packages/sdk/src/index.ts'
import {
  amoxicillin,
  answerMessage,
  confirmIdentity,
  findSentFiles,
  addAllergy,
  openPanel,
  orderTest,
  payBalance,
  prescriptionOf,
  rateVisit,
  reviewResult,
  saveAccessLog,
  sendComment,
  sendOrder,
  signNote,
  signPrescription,
  sinusitisNote,
  submitFirstClaim,
  writeMessage,
  writeNote,
  writePrescription,
} from './aftercare-journey.testing.ts'
import { createDatabase } from './create-database.ts'
import { readPromise } from './promises.testing.ts'
import { onePixel } from './requests/one-pixel.ts'
import {
  bookFirstTime,
  endVisit,
  expectMovingPicture,
  getReadyAndCheckIn,
  openBrowserFor,
  saveScreenshots,
  signIn,
  signInToQueue,
  storedText,
} from './visit-journey.testing.ts'
import { useDemo } from './use-demo.ts'
import { variants } from './variants.testing.ts'

/** Words of the patient and of their care that are long enough not to occur by chance, and the form of a token. */
const privatePatterns =
  /Duarte|cough|amoxicillin|penicillin|Elm(?: |\+|%20)Street|LMH100200|eyJ[\w-]{8,}\.[\w-]{8,}|access_token/i
/** As above for addresses: a clinician's search text is about a code, and not about a patient. */
const forbiddenInUrls = /Duarte|Elm(?: |\+|%20)Street|LMH100200|eyJ[\w-]{8,}\.[\w-]{8,}|access_token/i

/**
 * A sign-in of this journey is minutes old and would still be accepted. The first signature gets the response of an old sign-in, so that
 * the step-up through the identity provider is tested; the following signatures reach the server.
 */
const requireStepUpOnce = async (page: Page, portalUrl: string): Promise<void> => {
  await page.route(
    (url) => url.pathname.endsWith('/sign'),
    (route) =>
      route.fulfill({
        status: 401,
        headers: { 'access-control-allow-origin': portalUrl },
        contentType: 'application/problem+json',
        body: JSON.stringify({
          type: 'about:blank',
          title: 'Unauthorized',
          status: 401,
          code: 'step_up_required',
          detail: 'Confirm who you are once more, then try again.',
          errors: [],
        }),
      }),
    { times: 1 },
  )
}

/** Texts for a row of an older or newer server, or for one without a reason. */
const withoutWords = /something newer|another version of the system|no reason on record|not on record/
const isWithoutWords = ({ entity, reason, purpose, actor, application }: Access): boolean =>
  entity === 'Unlisted' ||
  ['unlisted', 'unexplained', 'reaction'].includes(reason) ||
  purpose === null ||
  actor.role === 'unlisted' ||
  application === 'visitkit-server'

const picture = { name: 'arm.png', mimeType: 'image/png', buffer: onePixel }
const pdf = {
  ...{ name: 'plan.pdf', mimeType: 'application/pdf' },
  buffer: Buffer.from('%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n'),
}

const engines = variants([{ engine: 'PGlite' }, { engine: 'PostgreSQL' }] as const)

describe.each(engines)('after the call ($engine)', ({ engine }) => {
  const journey = useDemo(engine === 'PGlite' ? {} : { postgresUrl: () => createDatabase(inject('postgresUrl')) })

  it('the note is signed, the pharmacy dispenses, the laboratory reports, the payer pays, and the patient sees each of it arrive', async () => {
    const patient = await openBrowserFor(journey.browser)
    const clinician = await openBrowserFor(journey.browser)
    const biller = await openBrowserFor(journey.browser)
    const desk = await openBrowserFor(journey.browser)
    const people = [patient, clinician, biller, desk]
    onTestFailed(async () => {
      await saveScreenshots(`aftercare-${engine}`, people)
      const complaints = journey.demo.server.output.filter((line) => /"level":"(warn|error)"/.test(line))
      if (complaints.length > 0) console.error(complaints.join('\n'))
    })

    await signInToQueue(clinician.page, `${journey.demo.portalUrl}/clinic`, /Dr Grace Oyelaran/)
    await clinician.page.getByText('Nobody is waiting').waitFor()
    await signIn(patient.page, journey.demo.portalUrl, /Ana Duarte/)
    await bookFirstTime(patient.page, 'Urgent care')
    await getReadyAndCheckIn(patient.page)
    await clinician.page.getByRole('button', { name: 'Admit Ana Duarte' }).click()
    await patient.page.getByRole('button', { name: 'Join the visit' }).click()
    await expectMovingPicture(clinician.page)

    // During the call: an allergy is added, and the note already contains the patient's answers from the intake.
    await openPanel(clinician.page, 'Chart')
    await addAllergy(clinician.page, 'penicillin', 'Rash all over')
    await openPanel(clinician.page, 'Note')
    const note = clinician.page.locator('visit-note-editor')
    await note.getByText('From the intake').first().waitFor()
    expect(await note.getByLabel('Chief complaint').inputValue()).toContain('A cough since Sunday')

    await endVisit(clinician.page)
    const summary = patient.page.locator('visit-summary')
    await readPromise(patient.page, 'summary.draftText')

    await writeNote(clinician.page, { ...sinusitisNote, diagnosis: 'cough' })
    await readPromise(clinician.page, 'note-editor.forPatient')
    await readPromise(clinician.page, 'note-editor.signText')
    await requireStepUpOnce(clinician.page, journey.demo.portalUrl)
    await signNote(clinician.page)
    await confirmIdentity(clinician.page, /Dr Grace Oyelaran/)
    await note.getByText(/Signed by Dr Grace Oyelaran/).waitFor()
    expect(await note.getByRole('textbox').count()).toBe(0)

    // Live: the page is not reloaded.
    await summary.getByRole('heading', { name: 'What to do now' }).waitFor()
    await summary.getByText('Drink plenty. Call us if the fever lasts longer than three days.').waitFor()

    await openPanel(clinician.page, 'Prescriptions')
    const pad = clinician.page.locator('visit-prescription-pad')
    await writePrescription(clinician.page, { ...amoxicillin, reason: 'Took it last year without harm' })
    await pad.getByText('allergic to a medicine of this class').waitFor()
    await signPrescription(clinician.page)
    await prescriptionOf(clinician.page, 'amoxicillin').getByText('Dispensed', { exact: true }).first().waitFor()
    await summary.getByText('Picked up').waitFor()

    await openPanel(clinician.page, 'Labs')
    await orderTest(clinician.page, 'CBC', 'cough')
    await sendOrder(clinician.page)
    await reviewResult(clinician.page, 'Complete blood count', 'Please read the values. We talk about them in a month.')
    await summary.getByText('Result is ready').waitFor()

    // A visit that went well: what the patient says about it is read all the same.
    await rateVisit(patient.page, '9', 'Yes')
    await readPromise(patient.page, 'summary.surveyCommentHint')
    await sendComment(patient.page, 'She took her time for me.')
    await signIn(desk.page, `${journey.demo.portalUrl}/desk`, /Jo Marsh/)
    await desk.page.locator('visit-inbox').getByText('9/10: She took her time for me.').first().waitFor()

    await biller.page.clock.install()
    await signIn(biller.page, `${journey.demo.portalUrl}/desk`, /Sam Reyes/)
    await biller.page.getByRole('button', { name: /Ana Duarte/ }).waitFor()
    // By then the page's access token has expired, and the page gets the next one from the portal, without a word to the biller.
    const renewed = biller.page.waitForResponse((response) => response.url().endsWith('/desk/session'))
    await biller.page.clock.fastForward('11:00')
    await patient.page.getByRole('link', { name: 'Bills', exact: true }).click()
    const bill = patient.page.locator('visit-statement')
    const visit = bill.getByRole('listitem').filter({ hasText: 'Dr Grace Oyelaran' })
    await visit.getByText('Waiting for insurance').waitFor()
    await submitFirstClaim(biller.page)
    expect((await renewed).status()).toBe(200)
    const history = biller.page.locator('visit-claim-desk ol.history li')
    await expect
      .poll(async () => (await history.allTextContents()).join('\n'), { timeout: 60_000 })
      .toMatch(/has received it[\s\S]*payer[\s\S]*paid/i)
    await visit.getByText('Paid by insurance').waitFor({ timeout: 60_000 })
    await payBalance(patient.page)
    await bill.getByText('You owe nothing').waitFor()
    await visit.getByText('Paid by you').waitFor()

    await clinician.page.getByRole('tab', { name: 'Messages' }).click()
    await readPromise(clinician.page, 'messages.emptyStaff')
    await patient.page.getByRole('link', { name: 'Messages' }).click()
    await writeMessage(patient.page, 'A test result', 'What comes next', 'Do I need another blood draw?', picture)
    await answerMessage(clinician.page, 'What comes next', 'Yes, once more in a month.', pdf)
    await patient.page.locator('visit-messages').getByText('Yes, once more in a month.').first().waitFor()
    await findSentFiles(patient.page, 'What comes next', 'Dr Grace Oyelaran')

    await patient.page.getByRole('link', { name: 'Record', exact: true }).click()
    await patient.page.getByRole('link', { name: 'Who saw my record' }).click()
    const log = patient.page.locator('visit-audit-log')
    for (const name of [/Dr Grace Oyelaran/, /Sam Reyes/]) await log.getByText(name).first().waitFor()

    const { accesses, lines } = await saveAccessLog(patient.page)
    expect(accesses.length).toBeGreaterThan(100)
    expect(lines).toHaveLength(accesses.length)
    expect(accesses.filter(isWithoutWords)).toEqual([])
    expect(lines.filter((line) => withoutWords.test(line))).toEqual([])

    for (const { faults, page, urls } of people) {
      expect(faults).toEqual([])
      expect(await storedText(page)).not.toMatch(privatePatterns)
      for (const url of urls) expect(url).not.toMatch(forbiddenInUrls)
    }
    // The simulated partners receive what they need; none of our processes prints it.
    for (const one of journey.demo.processes) expect(one.output.join('\n')).not.toMatch(privatePatterns)
    for (const { context } of people) await context.close()
  })

  it('an invited person accepts with their own account, and acts for the patient until the right ends', async () => {
    const patient = await openBrowserFor(journey.browser)
    const invited = await openBrowserFor(journey.browser)
    const people = [patient, invited]
    onTestFailed(() => saveScreenshots(`invitation-${engine}`, people))

    await signIn(patient.page, journey.demo.portalUrl, /Ana Duarte/)
    await patient.page.getByRole('link', { name: 'People who help me' }).click()
    await patient.page.getByLabel('Their name').fill('Jordan Duarte')
    await patient.page.getByLabel('Read and manage my record').check()
    await patient.page.getByRole('button', { name: 'Make an invitation' }).click()
    await patient.page.getByText('Code for Jordan Duarte').waitFor()
    const code = await patient.page.locator('.code-card .code').innerText()
    await readPromise(patient.page, 'settings.peopleIntro')
    await readPromise(patient.page, 'settings.proxyInvited')
    await readPromise(patient.page, 'settings.codeText')

    // Signed in, but unknown to the clinic: the portal offers to enter a code.
    await signIn(invited.page, journey.demo.portalUrl, /Jordan Duarte/)
    const field = invited.page.getByLabel('Invitation code')
    await field.fill('7K3M9-QXT4W-ZR8NB-H2CVD')
    await invited.page.getByRole('button', { name: 'Accept' }).click()
    await invited.page.getByText('This invitation code is not known here').waitFor()
    expect(await field.inputValue()).toBe('7K3M9-QXT4W-ZR8NB-H2CVD')
    await field.fill(code.toLowerCase().replaceAll('-', ' '))
    await invited.page.getByRole('button', { name: 'Accept' }).click()
    await invited.page.getByRole('heading', { name: 'Hello, Jordan' }).waitFor()
    await invited.page.getByRole('link', { name: 'Who saw my record' }).first().click()
    await invited.page.locator('visit-audit-log').getByText('Dr Grace Oyelaran').first().waitFor()
    await readPromise(invited.page, 'audit-log.introOther')

    await patient.page.reload()
    await patient.page.getByText('Has accepted').waitFor()

    // Who helps sees the patient's visits, and not a sensitive one.
    await patient.page.goto(`${journey.demo.portalUrl}/home`)
    const readHint = (screen: string) =>
      screen === 'confirm' ? readPromise(patient.page, 'booking-end.sensitiveHint') : undefined
    await bookFirstTime(patient.page, 'Behavioral health', readHint, undefined, 'Substance use counseling')
    await patient.page.goto(`${journey.demo.portalUrl}/home`)
    await bookFirstTime(patient.page, 'Urgent care')
    for (const [{ page }, isShown] of [
      [patient, true],
      [invited, false],
    ] as const) {
      await page.goto(`${journey.demo.portalUrl}/home`)
      const visits = page.locator('visit-appointments')
      await visits.getByText('Dr Grace Oyelaran').first().waitFor()
      expect(await visits.getByText('Substance use counseling').count()).toBe(isShown ? 1 : 0)
    }
    await patient.page.goto(`${journey.demo.portalUrl}/home`)
    await patient.page.getByRole('link', { name: 'Record', exact: true }).click()
    await patient.page.getByRole('link', { name: 'Who saw my record' }).click()
    const log = patient.page.locator('visit-audit-log')
    await log.getByLabel('Leave out what you did yourself').uncheck()
    await log.getByText('Changed who may act for you, by accepting an invitation.').waitFor()

    for (const { faults, page, urls } of people) {
      expect(faults).toEqual([])
      expect(await storedText(page)).not.toContain(code)
      for (const url of urls) expect(url).not.toMatch(new RegExp(code.replaceAll('-', '[^A-Z0-9]*'), 'i'))
    }
    for (const one of journey.demo.processes) expect(one.output.join('\n')).not.toContain(code)

    // The right ends; the account is unknown again, and could be invited again.
    await patient.page.goto(`${journey.demo.portalUrl}/family`)
    await patient.page.getByRole('button', { name: 'End' }).click()
    await patient.page.getByText('Nobody acts for you').waitFor()
    // The session ends with the right, without a reload: the first page says so, and leads to the sign-in.
    await invited.page.getByText(/You were signed out/).waitFor()
    await invited.page.getByRole('link', { name: 'Sign in and go back' }).click()
    await invited.page.getByRole('button', { name: /Jordan Duarte/ }).click()
    await field.waitFor()
    for (const { context } of people) await context.close()
  })
})
