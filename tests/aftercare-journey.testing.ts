import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright'
import type { Access } from '@visitkit/sdk'

/** What people do during and after a call. Also used without a test runner, for pictures. */

/** Types into a search box and picks the first option. */
const searchAndPick = async (place: Locator, label: string, words: string): Promise<void> => {
  const box = place.getByRole('combobox', { name: label })
  await box.fill(words)
  // A favorite comes first, and fills in more than the medicine.
  const options = place.getByRole('listbox', { name: label }).getByRole('option')
  await options.filter({ hasNotText: 'Favorite' }).first().click()
}

/** Next to the call and after it: Chart, Note, Prescriptions or Labs. */
export const openPanel = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('tablist', { name: 'Record' }).getByRole('tab', { name }).click()
}

/** An allergy of the medicine search, so that the prescription check knows it. */
export const addAllergy = async (page: Page, ingredient: string, reaction: string): Promise<void> => {
  const chart = page.locator('visit-chart')
  await chart.getByRole('button', { name: 'Add an allergy' }).click()
  await searchAndPick(chart, 'Search a medicine for its ingredient', ingredient)
  await chart.getByText('Coded: included in the prescription check').waitFor()
  await chart.getByLabel('Reaction').fill(reaction)
  await chart.getByLabel('Severity').selectOption('Severe')
  await chart.getByRole('button', { name: 'Save' }).click()
  await chart.getByText(reaction).waitFor()
}

export interface WrittenNote {
  readonly assessment: string
  readonly plan: string
  readonly instructions: string
  readonly diagnosis: string
  readonly service: string
}

export const sinusitisNote: WrittenNote = {
  assessment: 'Bacterial sinusitis after a cold. No danger signs.',
  plan: 'Antibiotic for a week, blood count, rest at home.',
  instructions: 'Drink plenty. Call us if the fever lasts longer than three days.',
  diagnosis: 'sinusitis',
  service: 'T1015',
}

/** Fills in what the intake did not, until the note is saved and ready to sign. */
export const writeNote = async (page: Page, note: WrittenNote): Promise<void> => {
  const editor = page.locator('visit-note-editor')
  await editor.getByLabel('Assessment').fill(note.assessment)
  await editor.getByLabel('Plan and disposition').fill(note.plan)
  await editor.getByLabel('Instructions for the patient').fill(note.instructions)
  await searchAndPick(editor, 'Add a diagnosis', note.diagnosis)
  await searchAndPick(editor, 'Add a service', note.service)
  await editor.getByText('Ready to sign').waitFor()
  await editor.getByText(/^Saved /).waitFor()
}

export const signNote = async (page: Page): Promise<void> => {
  const editor = page.locator('visit-note-editor')
  await editor.getByRole('button', { name: 'Sign', exact: true }).click()
}

/** Confirms the person's identity at the identity provider, in a separate window. The page continues automatically. */
export const confirmIdentity = async (page: Page, name: RegExp): Promise<void> => {
  const question = page.getByRole('dialog', { name: 'Confirm that it is you' })
  const [popup] = await Promise.all([
    page.waitForEvent('popup'),
    question.getByRole('button', { name: 'Confirm' }).click(),
  ])
  await popup.getByRole('button', { name }).click()
  await popup.locator('button[name="step"][value="done"]').click()
  await question.waitFor({ state: 'detached' })
}

export interface WrittenPrescription {
  readonly medicine: string
  readonly dose: string
  readonly timesPerDay: string
  readonly days: string
  readonly pharmacy: string
  /** The reason to prescribe in spite of the warning. */
  readonly reason?: string
}

export const amoxicillin: WrittenPrescription = {
  medicine: 'amoxicillin 500',
  dose: '1',
  timesPerDay: '3',
  days: '7',
  pharmacy: 'example',
}

/** Fills in the form up to the signature. */
export const writePrescription = async (page: Page, wanted: WrittenPrescription): Promise<void> => {
  const pad = page.locator('visit-prescription-pad')
  await pad.getByRole('button', { name: 'New prescription' }).first().click()
  await searchAndPick(pad, 'Medicine', wanted.medicine)
  await pad.getByLabel('Dose', { exact: true }).fill(wanted.dose)
  await pad.getByLabel('How often').fill(wanted.timesPerDay)
  await pad.getByLabel('Days', { exact: true }).fill(wanted.days)
  await searchAndPick(pad, 'Send to another pharmacy', wanted.pharmacy)
  if (wanted.reason !== undefined) {
    const reasons = pad.getByLabel('Your reason')
    await reasons.first().waitFor()
    for (const reason of await reasons.all()) await reason.fill(wanted.reason)
  }
}

/** Waits for the check: its alerts need a reason, which only then has a field. */
export const medicineIsChecked = async (pad: Locator): Promise<void> => {
  await pad.getByText('Checking allergies, duplicates and interactions').waitFor({ state: 'detached' })
}

export const signPrescription = async (page: Page): Promise<void> => {
  const pad = page.locator('visit-prescription-pad')
  await pad.getByRole('button', { name: 'Sign and send', exact: true }).click()
  await pad.getByRole('button', { name: 'Sign and send now' }).click()
}

export const orderTest = async (page: Page, test: string, diagnosis: string): Promise<void> => {
  const labs = page.locator('#record visit-lab-orders')
  await labs.getByRole('button', { name: 'New order' }).click()
  await searchAndPick(labs, 'Add a test', test)
  await searchAndPick(labs, 'Add a diagnosis', diagnosis)
}

export const sendOrder = async (page: Page): Promise<void> => {
  await page.locator('#record visit-lab-orders').getByRole('button', { name: 'Send the order' }).click()
}

/** The entry of one medicine in the list. Earlier visits have added others. */
export const prescriptionOf = (page: Page, medicine: string): Locator =>
  page.locator('visit-prescription-pad').getByRole('listitem').filter({ hasText: medicine })

/** Waits until the order of this test has its final result. */
export const waitForResult = (page: Page, test: string): Promise<void> =>
  page
    .locator('#record visit-lab-orders')
    .getByRole('listitem')
    .filter({ hasText: test })
    .getByText('Results complete', { exact: true })
    .waitFor()

/** Reviews the final result, and releases it to the patient. */
export const reviewResult = async (page: Page, test: string, comment: string): Promise<void> => {
  const labs = page.locator('#record visit-lab-orders')
  await waitForResult(page, test)
  const field = labs.getByLabel('What you write to the patient')
  const open = labs.getByRole('button', { name: `Open ${test}` })
  await field.or(open).first().waitFor()
  if (!(await field.isVisible())) await open.click()
  await field.fill(comment)
  await labs.getByRole('button', { name: 'Mark as reviewed and show it' }).click()
  await field.waitFor({ state: 'detached' })
}

/** Submits the ready claims to the payer. */
export const submitFirstClaim = async (page: Page): Promise<void> => {
  const desk = page.locator('visit-claim-desk')
  await desk.getByRole('button', { name: /Ready to send/ }).click()
  await desk.getByRole('button', { name: /Ana Duarte/ }).click()
  await desk.getByRole('button', { name: 'Submit', exact: true }).click()
}

/** Pays on the processor's own page and comes back. */
export const payBalance = async (page: Page): Promise<void> => {
  await page.locator('visit-statement').getByRole('button', { name: 'Go to payment' }).click()
  await page.getByRole('button', { name: /^Pay \$/ }).click()
  await page.locator('visit-statement').waitFor()
}

/** The first two questions of the survey, up to the field for a comment. */
export const rateVisit = async (page: Page, rating: string, heard: 'Yes' | 'No'): Promise<void> => {
  const summary = page.locator('visit-summary')
  await summary.getByLabel(rating, { exact: true }).check()
  await summary.getByRole('button', { name: 'Next' }).click()
  await summary.getByLabel(heard, { exact: true }).check()
  await summary.getByRole('button', { name: 'Next' }).click()
  await summary.getByLabel('Anything you want to tell us?').waitFor()
}

export const sendComment = async (page: Page, comment: string): Promise<void> => {
  const summary = page.locator('visit-summary')
  await summary.getByLabel('Anything you want to tell us?').fill(comment)
  await summary.getByRole('button', { name: 'Send', exact: true }).click()
  await summary.getByText('Thank you. Your answers have been sent.').first().waitFor()
}

export interface SentFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

const attach = async (page: Page, file: SentFile | undefined): Promise<void> => {
  if (!file) return
  const messages = page.locator('visit-messages')
  await messages.locator('input[type=file]').setInputFiles(file)
  await messages.locator('.files li').waitFor()
}

/** Each topic is routed to a role: a question about a test result to the clinicians. */
export const writeMessage = async (
  page: Page,
  topic: string,
  subject: string,
  text: string,
  file?: SentFile,
): Promise<void> => {
  const messages = page.locator('visit-messages')
  await messages.getByRole('button', { name: 'Write a message' }).click()
  await messages.getByLabel('What is it about?').selectOption(topic)
  await messages.getByLabel('In a few words').fill(subject)
  await messages.getByLabel('Your message').fill(text)
  await attach(page, file)
  await messages.getByRole('button', { name: 'Send', exact: true }).click()
}

export const answerMessage = async (page: Page, subject: string, text: string, file?: SentFile): Promise<void> => {
  const messages = page.locator('visit-messages')
  await messages.getByRole('button', { name: subject }).click()
  await messages.getByLabel('Your message').fill(text)
  await attach(page, file)
  await messages.getByRole('button', { name: 'Send', exact: true }).click()
}

/** The files of a thread among the documents of the record: a picture of the patient, and a PDF of the clinic. Leads back to the thread. */
export const findSentFiles = async (page: Page, subject: string, clinician: string): Promise<void> => {
  await page.getByRole('link', { name: 'Record', exact: true }).click()
  const record = page.locator('visit-record')
  const picture = record.getByRole('listitem').filter({ hasText: `Picture from “${subject}”` })
  await picture.getByText(/^You sent it on/).waitFor()
  await picture.getByRole('button', { name: /^Show/ }).click()
  await picture.getByRole('img').waitFor()
  const pdf = record.getByRole('listitem').filter({ hasText: `PDF from “${subject}”` })
  await pdf.getByText(new RegExp(`^${clinician} sent it on`)).waitFor()
  const saving = page.waitForEvent('download')
  await pdf.getByRole('button', { name: /^Download/ }).click()
  const saved = await saving
  if (!(await readFile(await saved.path(), 'latin1')).startsWith('%PDF-')) throw new Error('No PDF was saved.')
  await pdf.getByRole('link', { name: /^Read the messages/ }).click()
  await page.locator('visit-messages').getByRole('heading', { name: subject }).waitFor()
}

/** Every row of the access log, the patient's own accesses included: as the server returns it, and as the saved file words it. */
export const saveAccessLog = async (page: Page): Promise<{ accesses: readonly Access[]; lines: readonly string[] }> => {
  const log = page.locator('visit-audit-log')
  // The list is read again: its response is not part of the file.
  const listed = page.waitForResponse((response) => new URL(response.url()).pathname.endsWith('/accesses'))
  await log.getByLabel('Leave out what you did yourself').uncheck()
  await listed
  const answers: Promise<{ items: Access[] }>[] = []
  page.on('response', (response) => {
    const { pathname, searchParams } = new URL(response.url())
    if (response.ok() && pathname.endsWith('/accesses') && searchParams.get('limit') === '100')
      answers.push(response.json())
  })
  const saving = page.waitForEvent('download')
  await log.getByRole('button', { name: 'Download' }).click()
  const text = await readFile(await (await saving).path(), 'utf8')
  const [, ...lines] = text.trim().split('\r\n')
  return { accesses: (await Promise.all(answers)).flatMap(({ items }) => items), lines }
}
