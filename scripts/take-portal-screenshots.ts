import { mkdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { chromium, type Page } from 'playwright'
import {
  addAllergy,
  amoxicillin,
  answerMessage,
  openPanel,
  orderTest,
  prescriptionOf,
  waitForResult,
  reviewResult,
  sendOrder,
  signNote,
  signPrescription,
  sinusitisNote,
  submitFirstClaim,
  writeMessage,
  writeNote,
  writePrescription,
} from '../tests/aftercare-journey.testing.ts'
import { startOwnDemo } from '../tests/start-own-demo.ts'
import {
  giveConsents,
  answerQuestions,
  answerSafetyQuestions,
  bookFirstTime,
  checkIn,
  expectMovingPicture,
  inNewYork,
  signIn,
  signInToQueue,
} from '../tests/visit-journey.testing.ts'
import { buildIfStale } from './build-if-stale.ts'
import { findBrowser } from './find-browser.ts'
import { drawnClinician, drawnPatient, type DrawnPerson } from './pictures/draw-person.ts'
import { filmPerson } from './pictures/film-person.ts'
import { launchCallBrowser } from './launch-call-browser.ts'

/** Screenshots of the portal along one journey, for the README and the docs: `node scripts/take-portal-screenshots.ts [folder]`. */
const out = resolve(process.argv[2] ?? 'docs/screenshots/portal')
await mkdir(out, { recursive: true })
await buildIfStale('elements', console.log)
const { demo, folder, stop } = await startOwnDemo({ postgresUrl: null, video: 'peer', log: console.log })
const studio = await chromium.launch({ executablePath: await findBrowser() })
/** A browser whose camera shows a drawn person. */
const browserOf = async (name: string, person: DrawnPerson) => {
  const film = join(folder, `${name}.y4m`)
  await filmPerson(studio, person, film)
  return launchCallBrowser(`--use-file-for-fake-video-capture=${film}`, '--hide-scrollbars')
}
const patientBrowser = await browserOf('patient', drawnPatient)
const clinicianBrowser = await browserOf('clinician', drawnClinician)
const takeScreenshot = (page: Page, name: string): Promise<unknown> =>
  page.screenshot({ path: join(out, `${name}.png`) })
/** The video of a new window or a camera that has just opened is black until then. */
const nextFrame = (page: Page): Promise<void> => page.waitForTimeout(800)
const toTop = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.scrollTo(0, 0)
    document.querySelector('#panel')?.scrollTo(0, 0)
  })
try {
  const about = {
    ...inNewYork,
    reducedMotion: 'reduce' as const,
  }
  const patient = await (
    await patientBrowser.newContext({ ...about, viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 })
  ).newPage()
  const clinician = await (
    await clinicianBrowser.newContext({ ...about, viewport: { width: 1280, height: 800 } })
  ).newPage()

  await patient.goto(demo.portalUrl)
  await takeScreenshot(patient, 'welcome')
  await signInToQueue(clinician, `${demo.portalUrl}/clinic`, /Dr Grace Oyelaran/)
  await clinician.getByText('Nobody is waiting').waitFor()
  await takeScreenshot(clinician, 'clinic-empty')
  await signIn(patient, demo.portalUrl, /Ana Duarte/)
  await patient.getByText('You have no visits booked').waitFor()
  await takeScreenshot(patient, 'home')
  await patient.getByRole('link', { name: 'People who help me' }).click()
  await patient.getByLabel('Their name').fill('Jordan Duarte')
  await patient.getByRole('button', { name: 'Make an invitation' }).click()
  await patient.getByText(/^Invited/).waitFor()
  await takeScreenshot(patient, 'family')
  const invited = await (
    await patientBrowser.newContext({ ...about, viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 })
  ).newPage()
  await signIn(invited, demo.portalUrl, /Jordan Duarte/)
  await invited.getByLabel('Invitation code').waitFor()
  await takeScreenshot(invited, 'invited')
  await invited.context().close()
  await bookFirstTime(patient, 'Urgent care', (name) => takeScreenshot(patient, name))
  await patient.getByRole('link', { name: 'your visits' }).click()
  await patient.getByRole('button', { name: /^Change the time/ }).waitFor()
  await takeScreenshot(patient, 'visits')
  await patient.getByRole('button', { name: /^(Get ready|Check in)/ }).click()
  await answerSafetyQuestions(patient)
  await patient.getByLabel(/full name/i).waitFor()
  await takeScreenshot(patient, 'consent')
  await giveConsents(patient)
  await patient
    .locator('visit-intake')
    .getByRole('button', { name: /^(Next|Yes, all of it is right)$/ })
    .first()
    .waitFor()
  await takeScreenshot(patient, 'questions')
  await answerQuestions(patient)
  await patient.getByRole('button', { name: 'Check in' }).waitFor()
  await takeScreenshot(patient, 'check-in')
  await checkIn(patient)
  await patient.getByRole('button', { name: 'Start the check' }).click()
  const mirror = patient.locator('visit-device-check video')
  await mirror.waitFor()
  // Chromium does not play a muted video outside the viewport.
  await mirror.scrollIntoViewIfNeeded()
  const framesShown = (): Promise<number> =>
    mirror.evaluate((video: HTMLVideoElement) => video.getVideoPlaybackQuality().totalVideoFrames)
  for (const end = Date.now() + 30_000; (await framesShown()) < 5 && Date.now() < end;)
    await patient.waitForTimeout(200)
  await patient.evaluate(() => window.scrollTo(0, 0))
  await patient.waitForTimeout(500)
  await takeScreenshot(patient, 'waiting-room')
  await clinician.getByRole('button', { name: 'Admit Ana Duarte' }).waitFor()
  await takeScreenshot(clinician, 'queue')
  await clinician.getByRole('button', { name: 'Admit Ana Duarte' }).click()
  await patient.getByRole('button', { name: 'Join the visit' }).waitFor()
  await nextFrame(patient)
  await takeScreenshot(patient, 'ready')
  await patient.getByRole('button', { name: 'Join the visit' }).click()
  await Promise.all([expectMovingPicture(clinician), expectMovingPicture(patient)])
  await openPanel(clinician, 'Chart')
  await addAllergy(clinician, 'penicillin', 'Rash all over')
  await toTop(clinician)
  await Promise.all([takeScreenshot(clinician, 'room-clinician'), takeScreenshot(patient, 'room-patient')])
  await openPanel(clinician, 'Note')
  await clinician.getByText('From the intake').first().waitFor()
  await takeScreenshot(clinician, 'room-note')
  await clinician.getByRole('button', { name: 'Emergency' }).click()
  await nextFrame(clinician)
  await takeScreenshot(clinician, 'emergency')
  await clinician.getByRole('button', { name: 'Close' }).click()
  await clinician.getByRole('button', { name: 'End visit' }).click()
  await nextFrame(clinician)
  await takeScreenshot(clinician, 'end')
  await clinician.getByRole('dialog').getByRole('button', { name: 'End visit' }).click()
  const summary = patient.locator('visit-summary')
  await summary.getByText('We are writing your summary').waitFor()
  await takeScreenshot(patient, 'over')

  await writeNote(clinician, sinusitisNote)
  await toTop(clinician)
  await takeScreenshot(clinician, 'note')
  await signNote(clinician)
  await clinician.getByText(/Signed by Dr Grace Oyelaran/).waitFor()
  await toTop(clinician)
  await takeScreenshot(clinician, 'note-signed')
  await summary.getByRole('heading', { name: 'What to do now' }).waitFor()

  await openPanel(clinician, 'Prescriptions')
  await writePrescription(clinician, { ...amoxicillin, reason: 'Took it last year without harm' })
  await toTop(clinician)
  await takeScreenshot(clinician, 'prescription')
  await signPrescription(clinician)
  await prescriptionOf(clinician, 'amoxicillin').getByText('Dispensed', { exact: true }).first().waitFor()
  await toTop(clinician)
  await takeScreenshot(clinician, 'prescriptions')

  await openPanel(clinician, 'Labs')
  await orderTest(clinician, 'CBC', 'sinusitis')
  await toTop(clinician)
  await takeScreenshot(clinician, 'lab-order')
  await sendOrder(clinician)
  await waitForResult(clinician, 'Complete blood count')
  await toTop(clinician)
  await takeScreenshot(clinician, 'lab-result')
  await reviewResult(clinician, 'Complete blood count', 'Please read the values. We talk about them in a month.')
  await openPanel(clinician, 'Chart')
  await clinician.locator('visit-chart').getByText('amoxicillin').first().waitFor()
  await clinician.locator('visit-chart').getByText('HDL cholesterol').first().waitFor()
  await toTop(clinician)
  // Shows the trends as well.
  await clinician.setViewportSize({ width: 1280, height: 1100 })
  await takeScreenshot(clinician, 'workspace')
  await clinician.setViewportSize({ width: 1280, height: 800 })
  await summary.getByText('Result is ready').waitFor()
  await summary.evaluate((host) => host.scrollIntoView())
  await takeScreenshot(patient, 'summary')

  const biller = await (
    await clinicianBrowser.newContext({ ...about, viewport: { width: 1280, height: 800 } })
  ).newPage()
  await signIn(biller, `${demo.portalUrl}/desk`, /Sam Reyes/)
  await biller.getByText('Ana Duarte').first().waitFor()
  await takeScreenshot(biller, 'desk')
  await submitFirstClaim(biller)
  await biller.getByText('The payer has paid it.').waitFor()
  await toTop(biller)
  await takeScreenshot(biller, 'claim')
  await patient.goto(`${demo.portalUrl}/bills`)
  await patient.getByRole('button', { name: 'Go to payment' }).waitFor()
  await takeScreenshot(patient, 'bills')
  await patient.goto(`${demo.portalUrl}/messages`)
  await writeMessage(patient, 'A test result', 'What comes next', 'Do I need another blood draw?')
  await clinician.getByRole('tab', { name: 'Messages' }).click()
  await answerMessage(clinician, 'What comes next', 'Yes, once more in a month.')
  await clinician.getByText('Yes, once more in a month.').first().waitFor()
  await clinician.getByText('Waiting for the care team').waitFor({ state: 'detached' })
  await takeScreenshot(clinician, 'messages-clinician')
  await patient.getByText('Yes, once more in a month.').first().waitFor()
  await patient.locator('visit-messages').evaluate((host) => host.scrollIntoView())
  await takeScreenshot(patient, 'messages')

  await patient.goto(`${demo.portalUrl}/access`)
  await patient
    .locator('visit-audit-log')
    .getByText(/Dr Grace Oyelaran/)
    .first()
    .waitFor()
  await takeScreenshot(patient, 'access-log')

  // The README's first picture: both sides at the same time.
  const both = await studio.newPage({ viewport: { width: 1500, height: 800 } })
  const inline = async (name: string): Promise<string> =>
    `data:image/png;base64,${(await readFile(join(out, `${name}.png`))).toString('base64')}`
  await both.setContent(`<body style="margin:0;background:#dde4e8;display:flex;gap:28px;padding:28px;align-items:center;height:100%;box-sizing:border-box">
    <img style="height:744px;border-radius:18px;border:1px solid #b9c6cd" src="${await inline('waiting-room')}"><img style="width:1070px;border-radius:12px;border:1px solid #b9c6cd" src="${await inline('room-clinician')}"></body>`)
  await both.screenshot({ path: resolve(out, '..', 'demo.png') })
} finally {
  for (const browser of [studio, patientBrowser, clinicianBrowser]) await browser.close()
  await stop()
}
