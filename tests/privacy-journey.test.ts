import { readFile } from 'node:fs/promises'
import { expect, it, onTestFailed } from 'vitest'
import { readPdf } from '../packages/reference-server/src/platform/documents/read-pdf.testing.ts'
import { readZip } from '../packages/reference-server/src/platform/documents/read-zip.testing.ts'
import { readPromise } from './promises.testing.ts'
import { useDemo } from './use-demo.ts'
import { openBrowserFor, saveScreenshots, signIn } from './visit-journey.testing.ts'

const journey = useDemo()

it('a patient asks for a correction, reads the denial of the privacy officer, disagrees, and takes a copy with it', async () => {
  const { portalUrl } = journey.demo
  const [patient, officer] = [await openBrowserFor(journey.browser), await openBrowserFor(journey.browser)]
  const people = [patient, officer]
  onTestFailed(() => saveScreenshots('privacy', people))

  await signIn(officer.page, `${portalUrl}/desk`, /Robin Adler/)
  const inbox = officer.page.locator('visit-inbox')
  await inbox.getByText('No request waits for an answer.').waitFor()
  await signIn(patient.page, portalUrl, /Ana Duarte/)
  await patient.page.locator('visit-appointments').waitFor()
  await patient.page.goto(`${portalUrl}/settings`)
  await patient.page.getByRole('link', { name: /Your privacy/ }).click()
  const center = patient.page.locator('visit-privacy-center')
  await center.getByRole('button', { name: /Ask for a change/ }).click()
  await center.getByLabel('What is wrong, and what should it say?').fill('It says that I smoke. I never smoked.')
  await center.getByRole('button', { name: 'Send', exact: true }).click()
  await center.getByText('Waits for our answer').waitFor()

  // Both pages are open, and each sees what the other did.
  await inbox.getByText('It says that I smoke. I never smoked.').waitFor()
  await inbox.getByRole('button', { name: 'Answer the request of Ana Duarte' }).first().click()
  await inbox.getByText('Deny', { exact: true }).click()
  await inbox.getByLabel('What the patient reads').fill('You told us so at your visit in May.')
  await inbox.getByRole('button', { name: 'Send the answer' }).click()
  await inbox.getByText('No request waits for an answer.').waitFor()

  await center.getByText('You told us so at your visit in May.').waitFor()
  await center.getByText('We find that it is right and complete.').waitFor()
  await center.getByRole('button', { name: /^I disagree/ }).click()
  await center.getByLabel('What do you say to it?').fill('I never smoked, and my brother can say so.')
  await center.getByRole('button', { name: 'Add to my record' }).click()
  await center.getByText('You disagree', { exact: true }).waitFor()

  await center.getByRole('button', { name: 'All of your privacy' }).click()
  await center.getByRole('button', { name: /A copy of your record/ }).click()
  const saving = patient.page.waitForEvent('download')
  await center.getByRole('button', { name: 'Make my copy' }).click()
  const download = await saving
  expect(download.suggestedFilename()).toBe('my-record.zip')
  const files = readZip(await readFile(await download.path()))
  expect([...files.keys()].slice(0, 4)).toEqual(['record.html', 'record.pdf', 'record.fhir.json', 'record.json'])
  const html = files.get('record.html')?.toString('utf8')
  for (const said of [
    'I never smoked, and my brother can say so.',
    'What is not in it',
    'private notes of a talk therapist',
  ])
    expect(html).toContain(said)

  await center.getByRole('button', { name: 'All of your privacy' }).click()
  await center.getByRole('button', { name: /Who saw your record/ }).click()
  // What the patient did is in the list too, once it shows their own acts.
  await patient.page.locator('visit-audit-log').getByRole('heading', { name: 'Who saw your record' }).waitFor()
  for (const { faults } of people) expect(faults).toEqual([])
  for (const { context } of people) await context.close()
})

it('a correction is passed on to whom the patient chooses, and the patient reads when and how', async () => {
  const { portalUrl } = journey.demo
  const [patient, officer] = [await openBrowserFor(journey.browser), await openBrowserFor(journey.browser)]
  const people = [patient, officer]
  onTestFailed(() => saveScreenshots('correction', people))

  await signIn(officer.page, `${portalUrl}/desk`, /Robin Adler/)
  const desk = officer.page.locator('visit-privacy-desk')
  await desk.getByRole('tab', { name: 'Corrections' }).click()
  await signIn(patient.page, portalUrl, /Ana Duarte/)
  await patient.page.locator('visit-appointments').waitFor()
  await patient.page.goto(`${portalUrl}/settings`)
  await patient.page.getByRole('link', { name: /Your privacy/ }).click()
  const center = patient.page.locator('visit-privacy-center')
  await center.getByRole('button', { name: /Ask for a change/ }).click()
  await center.getByLabel('What is wrong, and what should it say?').fill('I moved to Sample Street.')
  await center.getByRole('button', { name: 'Send', exact: true }).click()
  await center.getByText('Waits for our answer').waitFor()

  const inbox = officer.page.locator('visit-inbox')
  await inbox.getByRole('button', { name: 'Answer the request of Ana Duarte' }).first().click()
  await inbox.getByLabel('What the patient reads').fill('Your address is right now.')
  await inbox.getByRole('button', { name: 'Send the answer' }).click()

  // The patient says who may know. The desk of the officer is open, and shows it.
  await center.getByText('Your address is right now.').waitFor()
  await center.getByRole('button', { name: 'Choose who should know' }).first().click()
  await center.getByLabel(/Someone else who should know/).fill('Sample Eye Clinic')
  await center.getByLabel('How can we reach them?').fill('5 Example Road')
  await center.getByRole('button', { name: 'Save my choice' }).click()
  await center.getByText('We let them know').waitFor()
  await readPromise(patient.page, 'recipients.intro')
  await desk.getByText('Sample Eye Clinic').waitFor()

  const saving = officer.page.waitForEvent('download')
  await desk.getByRole('button', { name: 'Letter to Sample Eye Clinic' }).click()
  const { text } = await readPdf(new Uint8Array(await readFile(await (await saving).path())))
  expect(text).toContain('I moved to Sample Street.')
  expect(text).toContain('Your address is right now.')
  await desk.getByRole('button', { name: 'Record what was done for Sample Eye Clinic' }).click()
  await desk.getByLabel('How', { exact: true }).selectOption('fax')
  await desk.getByRole('button', { name: 'Save', exact: true }).click()

  await center.getByText('They know').waitFor()
  await center.getByText(/by fax, Robin Adler/).waitFor()
  await desk.getByText('Sample Eye Clinic').waitFor({ state: 'detached' })
  for (const { faults } of people) expect(faults).toEqual([])
  for (const { context } of people) await context.close()
})
