import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Browser } from 'playwright'
import { format } from 'prettier'
import {
  answerMessage,
  openPanel,
  reviewResult,
  signNote,
  sinusitisNote,
  submitFirstClaim,
  writeMessage,
  writeNote,
} from '../tests/aftercare-journey.testing.ts'
import { orderFromNote, prescribeFromNote } from '../tests/note-flow.testing.ts'
import { startOwnDemo } from '../tests/start-own-demo.ts'
import {
  answerQuestions,
  bookFirstTime,
  checkIn,
  endVisit,
  getReady,
  giveConsents,
  inNewYork,
  signIn,
} from '../tests/visit-journey.testing.ts'
import { buildIfStale } from './build-if-stale.ts'
import { countSteps, type RoleDay } from './days/count-steps.ts'
import { launchCallBrowser } from './launch-call-browser.ts'

/**
 * Plays the day of each role against a new demo, and writes docs/days.md: each step with its clicks, fields and seconds, and a picture of the
 * last one. `node scripts/record-days.ts`.
 */
const docs = resolve(import.meta.dirname, '../docs')
const pictures = join(docs, 'screenshots/days')
const phone = { width: 390, height: 844 }
const desk = { width: 1440, height: 900 }

interface Day extends RoleDay {
  readonly role: string
  readonly file: string
}

const dayOf = async (
  browser: Browser,
  role: string,
  file: string,
  viewport: { width: number; height: number },
): Promise<Day> => {
  const context = await browser.newContext({ ...inNewYork, reducedMotion: 'reduce', viewport })
  return { role, file, ...(await countSteps(context)) }
}

/** Once nothing on the page is loading. */
const takePicture = async ({ page, file }: Day): Promise<void> => {
  await page.locator('.skeleton:visible').first().waitFor({ state: 'detached' })
  await page.screenshot({ path: join(pictures, `${file}.png`) })
}

const section = ({ role, file, steps }: Day): string => {
  const total = (of: 'clicks' | 'fields' | 'seconds'): number => steps.reduce((sum, step) => sum + step[of], 0)
  const row = (name: string, clicks: number, fields: number, seconds: number): string =>
    `| ${name} | ${clicks} | ${fields} | ${seconds.toFixed(1)} |`
  return [
    `## ${role}`,
    '',
    '| step | clicks | fields | seconds |',
    '| --- | ---: | ---: | ---: |',
    ...steps.map(({ name, clicks, fields, seconds }) => row(name, clicks, fields, seconds)),
    row('**all**', total('clicks'), total('fields'), total('seconds')),
    '',
    `![${role}: the last step](screenshots/days/${file}.png)`,
    '',
  ].join('\n')
}

const introduction = `# A day of each role

Written by \`node scripts/record-days.ts\`, which plays each day against a new demo in a browser; do not edit. _Clicks_ are presses of the mouse or of
a finger, _fields_ are text fields and lists in which something was entered or chosen; both are counted in the browser. _Seconds_ are what the pages
and the server took while a program pressed the buttons: a person reads and thinks in between. A number that grows is a regression.
`

await mkdir(pictures, { recursive: true })
await buildIfStale('elements', console.log)
const { demo, clearinghouseUrl, stop } = await startOwnDemo({ postgresUrl: null, video: 'peer', log: console.log })
const browser = await launchCallBrowser('--hide-scrollbars')
try {
  const patient = await dayOf(browser, 'Patient who returns, on a phone', 'patient', phone)
  const clinician = await dayOf(browser, 'Clinician', 'clinician', desk)
  const nurse = await dayOf(browser, 'Nurse', 'nurse', desk)
  const front = await dayOf(browser, 'Front desk', 'front-desk', desk)
  const biller = await dayOf(browser, 'Biller', 'biller', desk)
  const approver = await dayOf(browser, 'Second biller, who approves', 'approver', desk)
  const officer = await dayOf(browser, 'Privacy officer', 'privacy-officer', desk)
  const administrator = await dayOf(browser, 'Administrator', 'administrator', desk)
  const days = [patient, clinician, nurse, front, biller, approver, officer, administrator]

  const open = (day: Day, address: string, name: RegExp, ready: string): Promise<void> =>
    day.step('Sign in', async (page) => {
      await signIn(page, address, name)
      await page.locator(ready).first().waitFor()
    })

  // Each claim of this run is denied, so that the biller has a denial to work on.
  const rule = { match: {}, outcome: { kind: 'deny', group: 'CO', reason: '97' } }
  await fetch(`${clearinghouseUrl}/control/rules`, { method: 'POST', body: JSON.stringify(rule) })

  await open(patient, demo.portalUrl, /Ana Duarte/, 'visit-appointments')
  await open(clinician, `${demo.portalUrl}/clinic`, /Dr Grace Oyelaran/, 'visit-inbox')
  await open(nurse, `${demo.portalUrl}/desk`, /Nia Brandt/, 'visit-inbox')
  await open(front, `${demo.portalUrl}/desk`, /Jo Marsh/, 'visit-schedule')

  await patient.step('Book the first time that is offered', (page) => bookFirstTime(page, 'Urgent care'))
  await patient.step('Safety questions, consent and a signature', async (page) => {
    await getReady(page)
    await giveConsents(page)
  })
  await patient.step('Answer the questions', answerQuestions)
  await patient.step('Say where you are and check in', checkIn)
  await takePicture(patient)

  await clinician.step('Find the patient in the queue and admit', async (page) => {
    await page.getByRole('tab', { name: 'Queue', exact: true }).click()
    await page.getByRole('button', { name: 'Admit Ana Duarte' }).click()
    await page.locator('visit-note-editor').getByText('From the intake').first().waitFor()
  })
  await patient.step('Join the visit', async (page) => {
    await page.getByRole('button', { name: 'Join the visit' }).click()
    await page.getByRole('button', { name: 'Leave', exact: true }).waitFor()
  })
  await clinician.step('Write the note with a diagnosis and a service', (page) => writeNote(page, sinusitisNote))
  await clinician.step('Prescribe from the note', (page) => prescribeFromNote(page, 'amox', 'J01'))
  await clinician.step('Order a test from the note', (page) => orderFromNote(page, 'CBC', 'J01'))
  await clinician.step('End the visit', async (page) => {
    await endVisit(page)
    await page.locator('visit-video-room').waitFor({ state: 'detached' })
  })
  await clinician.step('Sign the note', async (page) => {
    await signNote(page)
    await page.getByText(/Signed by Dr Grace Oyelaran/).waitFor()
  })
  await clinician.step('Review the result and show it to the patient', async (page) => {
    await openPanel(page, 'Labs')
    await reviewResult(page, 'Complete blood count', 'Your blood count is as it should be.')
  })
  await takePicture(clinician)

  await patient.step('Ask a question', async (page) => {
    await page.goto(`${demo.portalUrl}/messages`)
    await writeMessage(page, 'A medicine', 'My tablets', 'May I take them with milk?')
  })
  await nurse.step('Answer the question of a patient', async (page) => {
    await answerMessage(page, 'My tablets', 'Yes, with a little milk.')
    await page.getByText('Yes, with a little milk.').first().waitFor()
  })
  await takePicture(nurse)

  await front.step('Book a visit for a patient who calls', async (page) => {
    const schedule = page.locator('visit-schedule')
    await schedule.getByRole('button', { name: 'New visit' }).click()
    await schedule.getByRole('combobox', { name: 'Find the patient' }).fill('Quispe')
    await schedule.getByRole('option', { name: 'Quispe' }).first().click()
    await schedule.getByLabel('Kind of visit').selectOption({ label: 'Primary care follow-up' })
    await schedule.getByLabel('With', { exact: true }).selectOption({ label: 'Dr Tomas Lindqvist' })
    await schedule.getByRole('button', { name: 'Find times' }).click()
    await schedule.getByRole('button', { name: /^First available/ }).click()
    await schedule.getByRole('button', { name: 'Continue' }).click()
    await schedule.getByRole('button', { name: 'Book the visit' }).click()
    await schedule.getByRole('heading', { name: 'Schedule of Dr Tomas Lindqvist' }).waitFor()
  })
  await takePicture(front)

  await open(biller, `${demo.portalUrl}/desk`, /Sam Reyes/, 'visit-claim-desk')
  const claims = biller.page.locator('visit-claim-desk')
  await biller.step('Send the claim', submitFirstClaim)
  await biller.step('Read why the payer denied it', () =>
    claims.getByText('The payer counts this service as part of another one').waitFor({ timeout: 60_000 }),
  )
  await biller.step('Ask to write it off', async () => {
    await claims.getByRole('button', { name: 'Write off', exact: true }).click()
    await claims.getByLabel('Reason').selectOption('Not covered')
    await claims.getByRole('button', { name: 'Ask for the write-off' }).click()
    await claims.getByText('You asked for it, so another person approves it.').waitFor()
  })
  await takePicture(biller)

  await open(approver, `${demo.portalUrl}/desk`, /Dana Whitlock/, 'visit-claim-desk')
  await approver.step('Approve the write-off', async (page) => {
    const others = page.locator('visit-claim-desk')
    await others.getByRole('tab', { name: 'Write-offs' }).click()
    await others.getByRole('button', { name: 'Approve', exact: true }).first().click()
    await others.getByText('No write-off waits').waitFor()
  })
  await takePicture(approver)

  await open(officer, `${demo.portalUrl}/desk`, /Robin Adler/, '.office')
  await officer.step('Find out who opened the record of a patient', async (page) => {
    await page.getByRole('searchbox').fill('Duarte')
    await page.getByRole('button', { name: 'Find', exact: true }).click()
    await page.getByRole('button', { name: /^Ana Duarte/ }).click()
    await page
      .locator('visit-audit-log')
      .getByText(/Dr Grace Oyelaran/)
      .first()
      .waitFor()
  })
  await takePicture(officer)

  await open(administrator, `${demo.portalUrl}/desk`, /Alex Winter/, '.office')
  const clinicSettings = administrator.page.locator('visit-clinic-settings')
  await administrator.step('Change the address of the clinic', async () => {
    await clinicSettings.getByRole('button', { name: /^Address/ }).click()
    await clinicSettings.getByLabel('Line 1').fill('2 Harbor Way')
    await clinicSettings.getByRole('button', { name: 'Save the address' }).click()
    await clinicSettings.getByText('The address is saved.').first().waitFor()
  })
  await administrator.step('Read whose photos there are', async (page) => {
    await clinicSettings.getByRole('button', { name: 'All settings of the clinic' }).click()
    await clinicSettings.getByRole('button', { name: /^Photos of clinicians/ }).click()
    await clinicSettings.locator('.avatar img').first().waitFor()
    await clinicSettings.evaluate((element) => element.scrollIntoView())
    await page.waitForTimeout(300)
  })
  await takePicture(administrator)

  const text = [introduction, ...days.map(section)].join('\n')
  await writeFile(join(docs, 'days.md'), await format(text, { parser: 'markdown', printWidth: 140 }))
} finally {
  await browser.close()
  await stop()
}
