import { afterAll, describe, expect, it, onTestFailed } from 'vitest'
import { startPostgres } from '../scripts/start-postgres.ts'
import { createDatabase } from './create-database.ts'
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
  type WatchedPage,
} from './visit-journey.testing.ts'
import { connectClinic } from './start-own-demo.ts'
import { useDemo } from './use-demo.ts'
import { variants } from './variants.testing.ts'

/** Words of the patient that are long enough not to occur by chance in a random code, and the form of a token. */
const privatePatterns = /Duarte|cough|Elm(?: |\+|%20)Street|eyJ[\w-]{8,}\.[\w-]{8,}|access_token/i

/** The browsers see no difference between the two kinds of account: `JOURNEY_DAILY_MODE=plain` runs the other one. */
const videoMode = process.env['JOURNEY_DAILY_MODE'] === 'plain' ? 'plain' : 'hipaa'

/* Each database and each kind of video once. PostgreSQL 18 has the tests of the server, and this is the oldest that it may be. */
describe.each(
  variants([
    { engine: 'PostgreSQL 17', video: 'peer' },
    { engine: 'PGlite', video: 'daily' },
  ] as const),
)('two people meet in a health system’s portal ($engine, $video)', ({ engine, video }) => {
  let older: Awaited<ReturnType<typeof startPostgres>> | undefined
  const olderDatabase = async (): Promise<string> => {
    older ??= await startPostgres(17)
    return createDatabase(older.url)
  }
  afterAll(() => older?.stop())
  const journey = useDemo({
    ...{ video, videoMode },
    ...(engine === 'PGlite' ? {} : { postgresUrl: olderDatabase }),
  })

  const takeVendor = async (videoVendor: typeof video): Promise<void> => {
    const clinic = await connectClinic(journey)
    const { version } = await clinic.organization.get()
    await clinic.organization.update({ videoVendor, version })
  }

  it('books, agrees, answers, checks in, waits, is admitted, sees the clinician move, and reads who saw the record', async () => {
    // Prepared demos have the browsers' own connection.
    if (engine === 'PGlite') await takeVendor(video)
    const patient = await openBrowserFor(journey.browser)
    const clinician = await openBrowserFor(journey.browser)
    const people: readonly WatchedPage[] = [patient, clinician]
    onTestFailed(() => saveScreenshots(`${engine}-${video}`, people))

    await signInToQueue(clinician.page, `${journey.demo.portalUrl}/clinic`, /Dr Grace Oyelaran/)
    await clinician.page.getByText('Nobody is waiting').waitFor()

    await signIn(patient.page, journey.demo.portalUrl, /Ana Duarte/)
    await bookFirstTime(patient.page, 'Urgent care')
    await getReadyAndCheckIn(patient.page)

    await clinician.page.getByRole('button', { name: 'Admit Ana Duarte' }).click()
    await patient.page.getByRole('button', { name: 'Join the visit' }).click()
    await Promise.all(people.map(({ page }) => expectMovingPicture(page)))

    await endVisit(clinician.page)
    await patient.page.getByText('Your visit is over').waitFor()

    await patient.page.getByRole('link', { name: 'Record', exact: true }).click()
    await patient.page.getByRole('link', { name: 'Who saw my record' }).click()
    const log = patient.page.locator('visit-audit-log')
    await log
      .getByText(/Dr Grace Oyelaran/)
      .first()
      .waitFor()
    await expect.poll(async () => log.getByText(/visit/i).count()).toBeGreaterThan(0)

    for (const person of people) {
      expect(person.faults).toEqual([])
      expect(await storedText(person.page)).not.toMatch(privatePatterns)
      for (const url of person.urls) expect(url).not.toMatch(privatePatterns)
      expect(person.urls.some((url) => url.includes('/call-machine'))).toBe(video === 'daily')
    }
    for (const one of journey.demo.processes) expect(one.output.join('\n')).not.toMatch(privatePatterns)
    await patient.context.close()
    await clinician.context.close()
  })
})
