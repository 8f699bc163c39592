import type { Locator, Page } from 'playwright'
import { expect, it, onTestFailed } from 'vitest'
import lakeside from '../examples/portal/people/lakeside.json' with { type: 'json' }
import { writeDeliveryStatus } from '../packages/sandbox/src/mail/write-returned-mail.ts'
import type { ClaimSummary } from '../packages/sdk/src/index.ts'
import { writePayment } from '../packages/reference-server/src/tests/hold-reasons/write-payment.testing.ts'
import { mailTo } from './mails.testing.ts'
import { withClient } from './page-client.testing.ts'
import { sendAsPartners } from './send-as-partners.testing.ts'
import { useDemo } from './use-demo.ts'
import { openBrowserFor, saveScreenshots, signIn } from './visit-journey.testing.ts'

/* What partners and patients send and does not fit: it comes to its desk, a person settles it there, and no colleague sees it any more. */

const journey = useDemo()

/** Two members of staff, each in a browser of their own. */
const openTwo = async (path: string, people: readonly [RegExp, RegExp]) => {
  const opened = await Promise.all(people.map(() => openBrowserFor(journey.browser)))
  onTestFailed(() => saveScreenshots(`held${path.replaceAll('/', '-')}`, opened))
  for (const [index, { page }] of opened.entries())
    await signIn(page, `${journey.demo.portalUrl}${path}`, people[index] as RegExp)
  const [one, other] = opened.map(({ page }) => page) as [Page, Page]
  return { one, other, faults: () => opened.flatMap(({ faults }) => faults) }
}

/** Chooses the first thing that can have been done, and says so. */
const settleAsDone = async (place: Locator, button: string): Promise<void> => {
  await place.getByLabel('What was done').selectOption({ index: 1 })
  await place.getByRole('button', { name: button, exact: true }).click()
}

const lineIn = (page: Page, reason: string): Locator =>
  page.locator('visit-inbox').getByRole('listitem').filter({ hasText: reason })

/** Both have it in the inbox; one settles it, and then neither has. */
const settleInInbox = async (one: Page, other: Page, reason: string): Promise<void> => {
  await lineIn(other, reason).waitFor()
  const line = lineIn(one, reason)
  await line.getByRole('button').first().click()
  await settleAsDone(line, 'Mark as done')
  for (const page of [one, other]) await lineIn(page, reason).waitFor({ state: 'detached' })
}

/** Ana asks, and gets a notice of the answer by mail or by text, at whatever time of the day. */
const notifyAna = async (patient: Page, nurse: Page, channel: 'email' | 'sms'): Promise<void> => {
  const asked = await withClient(
    patient,
    async (client, to) => {
      const id = (await client.me.get()).patients[0]?.id ?? ''
      const { language, muted, version } = await client.preferences.get(id)
      await client.preferences.put(id, { channel: to, language, muted, version, quietHours: null })
      const question = { topic: 'question' as const, subject: 'A question', text: 'May I run?', attachmentIds: [] }
      return (await client.threads.begin(id, question)).id
    },
    channel,
  )
  await withClient(nurse, (client, id) => client.threads.post(id, { text: 'Yes.', attachmentIds: [] }), asked)
}

/** The number to which a text was sent. */
const texted = async (): Promise<string> => {
  let to = ''
  await expect
    .poll(
      async () => {
        const { items } = (await (await fetch(journey.textsUrl)).json()) as { items: readonly { to: string }[] }
        return (to = items[0]?.to ?? '')
      },
      { timeout: 30_000 },
    )
    .not.toBe('')
  return to
}

it('a text of a patient, a mail that bounced and a message of a pharmacy are settled in the inbox', async () => {
  const send = await sendAsPartners(journey)
  const { one, other, faults } = await openTwo('/desk', [/Nia Brandt/, /Nia Brandt/])
  const patient = await openBrowserFor(journey.browser)
  await signIn(patient.page, journey.demo.portalUrl, /Ana Duarte/)
  await notifyAna(patient.page, one, 'email')
  const mail = await mailTo(journey.inboxUrl, 'ana.duarte@mail.example', 'You have a new message')
  await notifyAna(patient.page, one, 'sms')
  await send.text(await texted(), 'Can I take it with food?')
  await send.mail(writeDeliveryStatus(mail))
  await send.pharmacyMessage('this is no message')
  for (const reason of ['A patient wrote', 'Does not arrive', 'Cannot be read']) await settleInInbox(one, other, reason)
  expect(faults()).toEqual([])
})

/** Of Prairie, for a claim to Lakeside Mutual. */
const ofAnotherPayer = (claim: Pick<ClaimSummary, 'number' | 'chargeCents'>): string => {
  const prairie = { payerIdentifier: '1900000003', payerName: 'PRAIRIE HEALTH PARTNERS', payerIds: ['PRAIRIE02'] }
  const { npi, taxId } = lakeside.billing.provider
  const amounts = { chargeCents: claim.chargeCents, paidCents: claim.chargeCents, patientResponsibilityCents: 0 }
  const line = { controlNumber: claim.number, status: 'processed-primary', statusCode: '1', ...amounts } as const
  const payment: Parameters<typeof writePayment>[0] = {
    ...{ paymentNumber: 'EFT-OF-ANOTHER', ...prairie, payeeNpi: npi, payeeTaxId: taxId.number },
    ...{ method: 'ach', paidCents: claim.chargeCents, paidOn: '2026-11-24', providerAdjustments: [] },
    claims: [{ ...line, payerClaimNumber: null, patient: null, adjustments: [], lines: [], remarks: [] }],
  }
  return writePayment(payment, { to: 'LAKESIDE' })
}

it('a payment of another payer is settled at the held lines', async () => {
  const send = await sendAsPartners(journey)
  const { one, other, faults } = await openTwo('/desk', [/Sam Reyes/, /Sam Reyes/])
  const claim = await withClient(one, async ({ claims }) =>
    (await claims.list({ limit: 50 }).page()).items.find(({ payer }) => payer.name === 'Lakeside Mutual Health'),
  )
  if (!claim) throw new Error('There is no claim')
  const rowIn = (page: Page): Locator =>
    page.locator('visit-claim-desk').getByRole('row').filter({ hasText: claim.number })
  for (const page of [one, other])
    await page.locator('visit-claim-desk').getByRole('tab', { name: 'Held', exact: true }).click()
  await send.file(ofAnotherPayer(claim))
  for (const page of [one, other]) await rowIn(page).getByText('Another payer').waitFor({ timeout: 60_000 })
  await rowIn(one).getByRole('button').click()
  await settleAsDone(one.locator('visit-claim-desk'), 'Mark as resolved')
  await one.getByRole('heading', { name: 'Held lines', exact: true }).waitFor()
  for (const page of [one, other]) await rowIn(page).waitFor({ state: 'detached' })
  expect(faults()).toEqual([])
})

it('a result without an order is settled with the results', async () => {
  const send = await sendAsPartners(journey)
  const { one, other, faults } = await openTwo('/clinic', [/Dr Grace Oyelaran/, /Dr Tomas Lindqvist/])
  for (const page of [one, other]) {
    // Selected once the page is ready.
    await page.getByRole('tab', { name: 'Inbox', selected: true }).waitFor()
    await page.getByRole('tab', { name: 'Results', exact: true }).click()
  }
  const potassium = { loinc: '2823-3', name: 'Potassium', value: '4.2', unit: 'mmol/L', range: '3.5-5.1' }
  const fillerNumber = 'OF-ANOTHER-1'
  await send.laboratoryReport({ placerNumber: 'UNKNOWN-1', fillerNumber, values: [potassium] })
  const resultIn = (page: Page): Locator =>
    page.locator('visit-lab-orders').getByRole('listitem').filter({ hasText: fillerNumber })
  for (const page of [one, other]) await resultIn(page).getByText('The laboratory names an unknown order').waitFor()
  await resultIn(one)
    .getByRole('button', { name: /^Compare/ })
    .click()
  await resultIn(one).getByRole('button', { name: 'Not our patient' }).click()
  for (const page of [one, other]) await resultIn(page).waitFor({ state: 'detached' })
  expect(faults()).toEqual([])
})
