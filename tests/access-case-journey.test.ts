import { setTimeout as delay } from 'node:timers/promises'
import { expect, it, onTestFailed } from 'vitest'
import { withClient } from './page-client.testing.ts'
import { readPromise } from './promises.testing.ts'
import { useDemo } from './use-demo.ts'
import { openBrowserFor, saveScreenshots, signIn } from './visit-journey.testing.ts'

/* A case of the access monitor: from the access to what the patient reads. */

const journey = useDemo()
const note = 'She looked at the record of a neighbor, and has no work with her.'

it('the privacy officer reads of an access without work, and the patient reads what was found', async () => {
  const { portalUrl } = journey.demo
  const [officer, desk, patient] = [
    await openBrowserFor(journey.browser),
    await openBrowserFor(journey.browser),
    await openBrowserFor(journey.browser),
  ]
  const people = [officer, desk, patient]
  onTestFailed(() => saveScreenshots('access-case', people))

  await signIn(officer.page, `${portalUrl}/desk`, /Robin Adler/)
  const privacy = officer.page.locator('visit-privacy-desk')
  await privacy.getByRole('tab', { name: 'Monitor' }).click()
  await privacy.getByRole('button', { name: 'Add a patient' }).click()
  await privacy.getByRole('combobox', { name: 'Patient' }).fill('Quispe')
  await privacy.getByRole('option', { name: /Marta Quispe/ }).click()
  await privacy.getByRole('button', { name: 'Add', exact: true }).click()
  await privacy.getByText('Confidential', { exact: true }).waitFor()
  await privacy.getByRole('tab', { name: 'Cases' }).click()
  // The monitor opens cases of what the prepared data did, also while the sentence is read.
  const closeCases = () =>
    withClient(officer.page, async (client) => {
      const { items } = await client.accessCases.list({ limit: 20 }).page()
      const decision = { disposition: 'appropriate', note: 'Of the prepared data.' } as const
      for (const { id, version } of items) await client.accessCases.close(id, { ...decision, version })
    })
  let isRead = false
  const closeUntilRead = async (): Promise<void> => {
    while (!isRead) {
      await closeCases()
      await delay(500)
    }
  }
  await Promise.all([
    readPromise(officer.page, 'cases.emptyText_waiting').finally(() => (isRead = true)),
    closeUntilRead(),
  ])

  // Marta Quispe has no appointment, and no other work of the clinic.
  await signIn(desk.page, `${portalUrl}/desk`, /Jo Marsh/)
  await withClient(desk.page, async (client) => {
    const { items } = await client.patients.search({ family: 'Quispe' }, { limit: 20 }).page()
    await client.patients.get(items[0]?.id ?? '')
  })

  const row = privacy.getByRole('listitem').filter({ hasText: 'Jo Marsh' }).first()
  await row.getByText('The patient is confidential.').waitFor()
  await row.getByText(/No appointment, order, task or message links them/).waitFor()
  await row.getByRole('button', { name: 'Take it: Jo Marsh' }).click()
  await row.getByText('Robin Adler').waitFor()
  await row.getByRole('button', { name: 'Show the accesses: Jo Marsh' }).click()
  await row.getByText('Marta Quispe').waitFor()
  await row.getByRole('button', { name: 'Decide: Jo Marsh' }).click()
  await row.getByLabel('Not allowed').check()
  await readPromise(officer.page, 'cases.patientsRead')
  await row.getByLabel('Note', { exact: true }).fill(note)
  await row.getByLabel('Report an incident with this note').check()
  await row.getByRole('button', { name: 'Save' }).click()
  // Another case may have been opened of what the prepared data did.
  await row.waitFor({ state: 'detached' })
  const incidents = await withClient(
    officer.page,
    async (client) => (await client.incidents.list({ limit: 20 }).page()).items,
  )
  expect(incidents.map(({ description }) => description)).toEqual([note])
  await privacy.getByRole('button', { name: 'Closed' }).click()
  await privacy.getByText('Not allowed').waitFor()
  await privacy.getByRole('tab', { name: 'Monitor' }).click()
  await privacy.getByRole('row', { name: /Confidential patient/ }).waitFor()

  await signIn(patient.page, portalUrl, /Marta Quispe/)
  await patient.page.locator('html[lang="es"]').waitFor()
  await patient.page.goto(`${portalUrl}/access`)
  await readPromise(patient.page, 'audit-log.review_not-allowed')
  const entry = patient.page.locator('visit-audit-log').getByRole('listitem').filter({ hasText: 'Jo Marsh' })
  await entry.getByText('No estaba permitido.').first().waitFor()
  expect(await patient.page.locator('visit-audit-log').getByText('neighbor').count()).toBe(0)
  for (const { faults } of people) expect(faults).toEqual([])
  for (const { context } of people) await context.close()
})
