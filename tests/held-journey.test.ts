import { randomUUID } from 'node:crypto'
import type { Locator, Page } from 'playwright'
import { expect, it, onTestFailed } from 'vitest'
import {
  paymentFor,
  remitted,
} from '../packages/reference-server/src/domains/billing/remittances/tests/remittances.testing.ts'
import { placerNumberOf } from '../packages/reference-server/src/domains/labs/model/lab-order.ts'
import { writePayment } from '../packages/reference-server/src/tests/hold-reasons/write-payment.testing.ts'
import { shortNumber } from '../packages/reference-server/src/vendors/laboratory/short-number.ts'
import { writeReply } from '../packages/sandbox/src/mail/write-returned-mail.ts'
import { sendAsPartners } from './send-as-partners.testing.ts'
import { withClient } from './page-client.testing.ts'
import { useDemo } from './use-demo.ts'
import { openBrowserFor, saveScreenshots, signIn } from './visit-journey.testing.ts'

/* What partners send and does not fit: each desk shows it with its reason, and a person settles it there. */

const journey = useDemo()

/** Chooses the first thing that can have been done, and says so. */
const settleAsDone = async (place: Locator, button: string): Promise<void> => {
  const choice = place.getByLabel('What was done')
  await choice.selectOption({ index: 1 })
  await place.getByRole('button', { name: button, exact: true }).click()
}

/** Messages in the inbox of a nurse, under a heading: opens each that has this reason, and closes it. */
const settleInInbox = async (page: Page, heading: RegExp, reasons: readonly string[]): Promise<void> => {
  const section = page.locator('visit-inbox section').filter({ has: page.getByRole('heading', { name: heading }) })
  for (const reason of reasons) {
    const line = section.getByRole('listitem').filter({ hasText: reason }).first()
    await line.getByRole('button').first().click()
    await settleAsDone(line, 'Mark as done')
    await section.getByText(reason, { exact: true }).waitFor({ state: 'detached' })
  }
}

/** A request for a refill of a prescription that no one here wrote. */
const renewalRequest = (): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?><Message TransactionDomain="SCRIPT" TransactionVersion="2023011"><Header>',
    '<To Qualifier="D">lakeside</To><From Qualifier="P">9990001</From>',
    `<MessageID>${randomUUID().replaceAll('-', '')}</MessageID><SentTime>${new Date().toISOString()}</SentTime>`,
    `<PrescriberOrderNumber>${randomUUID()}</PrescriberOrderNumber></Header><Body><RxRenewalRequest>`,
    '<Patient><HumanPatient><Name><LastName>Sample</LastName><FirstName>Pat</FirstName></Name><Gender>U</Gender>',
    '<DateOfBirth><Date>1984-06-15</Date></DateOfBirth></HumanPatient></Patient>',
    '<Pharmacy><Identification><NCPDPID>9990001</NCPDPID></Identification><BusinessName>Sample</BusinessName></Pharmacy>',
    '<Prescriber><NonVeterinarian><Identification><NPI>1234567893</NPI></Identification>',
    '<Name><LastName>Example</LastName></Name></NonVeterinarian></Prescriber>',
    '<MedicationDispensed><DrugDescription>lisinopril 10 MG Oral Tablet</DrugDescription><Quantity><Value>30</Value>',
    '<QuantityUnitOfMeasure><Code>C48542</Code></QuantityUnitOfMeasure></Quantity></MedicationDispensed>',
    '</RxRenewalRequest></Body></Message>',
  ].join('')

it('a text, a mail and two messages of a pharmacy wait in the inbox, and a nurse settles them', async () => {
  const send = await sendAsPartners(journey)
  const nurse = await openBrowserFor(journey.browser)
  onTestFailed(() => saveScreenshots('held-inbox', [nurse]))
  await signIn(nurse.page, `${journey.demo.portalUrl}/desk`, /Nia Brandt/)
  nurse.page.on('response', (r) => {
    if (/held-/.test(r.url()) || r.status() >= 400)
      console.log('DBG', new Date().toISOString(), r.status(), r.request().method(), r.url().slice(-60))
  })
  await nurse.page.locator('visit-inbox').waitFor()
  await send.text('+16145550177', 'Who is this?')
  await send.mail(writeReply(null, { from: 'someone@mail.example', text: 'I need help with a bill.' }))
  await send.pharmacyMessage('this is no message')
  await send.pharmacyMessage(renewalRequest())
  await settleInInbox(nurse.page, /^Texts, mail and reports to look at/, ['Unknown number', 'Unknown sender'])
  const heading = /^Pharmacy messages to decide/
  const pharmacy = nurse.page.locator('visit-inbox').getByRole('heading', { name: heading })
  await pharmacy.waitFor()
  await settleInInbox(nurse.page, heading, ['Cannot be read', 'Unknown prescription'])
  expect(nurse.faults).toEqual([])
})

it('files and payments of payers and reports about money wait at the claim desk, and a biller settles them', async () => {
  const send = await sendAsPartners(journey)
  const biller = await openBrowserFor(journey.browser)
  onTestFailed(() => saveScreenshots('held-money', [biller]))
  const unknown = paymentFor([remitted({ number: 'UNKNOWN1', chargeCents: 5_000 })])
  const real = paymentFor([remitted({ number: 'UNKNOWN2', chargeCents: 6_000 })])
  await send.file(writePayment(unknown, { to: 'LAKESIDE' }))
  await send.file(writePayment(real, { to: 'LAKESIDE', usage: 'P' }))
  await send.file('This is no file of a clearinghouse.')
  await send.paymentReport('charge.dispute.created', { object: 'dispute', id: `dp_${randomUUID()}`, amount: 100 })
  await signIn(biller.page, `${journey.demo.portalUrl}/desk`, /Sam Reyes/)
  const desk = biller.page.locator('visit-claim-desk')
  await desk.getByRole('tab', { name: 'Held', exact: true }).click()
  for (const reason of ['Unknown claim', 'Test, not real']) {
    const row = desk.getByRole('row').filter({ hasText: reason })
    await row.getByRole('button').first().click({ timeout: 60_000 })
    await settleAsDone(desk, 'Mark as resolved')
    await desk.getByRole('heading', { name: 'Held lines', exact: true }).waitFor()
    await row.waitFor({ state: 'detached' })
  }
  for (const fault of ['not an X12 file', 'of an unknown kind, such as a dispute']) {
    const row = desk.getByRole('row').filter({ hasText: fault })
    await row.getByRole('button').first().click({ timeout: 60_000 })
    await settleAsDone(desk, 'Mark as resolved')
    await row.waitFor({ state: 'detached' })
  }
  expect(biller.faults).toEqual([])
})

it('results of no order and of another person wait with the results, and a doctor settles them', async () => {
  const send = await sendAsPartners(journey)
  const doctor = await openBrowserFor(journey.browser)
  onTestFailed(() => saveScreenshots('held-results', [doctor]))
  await signIn(doctor.page, `${journey.demo.portalUrl}/clinic`, /Dr Grace Oyelaran/)
  const [order] = await withClient(doctor.page, async ({ labs, patients }) => {
    const [ana] = (await patients.search({ family: 'Duarte', given: 'Ana' }).page()).items
    return (await labs.ordersOfPatient(ana?.id ?? '', {}).page()).items
  })
  if (!order) throw new Error('Ana had no test')
  await send.laboratoryReport({ placerNumber: 'NOBODY-1', test: '2951-2' })
  // The laboratory of this demo does not know the order, and reports another person.
  await send.laboratoryReport({ placerNumber: placerNumberOf(shortNumber(order.id, 12), 1), test: '2951-2' })
  await doctor.page.getByRole('tab', { name: 'Results', exact: true }).click()
  const labs = doctor.page.locator('visit-lab-orders')
  await labs.getByText('Results and answers to decide').waitFor()
  for (const reason of ['unknown order', 'the person differs']) {
    const entry = labs.getByRole('listitem').filter({ hasText: reason }).first()
    await entry.getByRole('button', { name: /^Compare/ }).click()
    await labs.getByRole('button', { name: 'Not our patient' }).click()
    await labs.getByText(reason).waitFor({ state: 'detached' })
  }
  expect(doctor.faults).toEqual([])
})
