import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { paymentVerbs } from '../../domains/billing/accounts/tests/payment-verbs.testing.ts'
import { reportFaults } from '../../domains/billing/remittances/model/fault-of-file.ts'
import { startBillingHospital, type BillingHospital } from '../../domains/billing/tests/billing-hospital.testing.ts'
import { createAccess } from '../../platform/audit/create-access.ts'
import { createOrganization } from '../../domains/directory/index.ts'
import type { AnyKysely } from '../../platform/contracts/database.ts'
import { lakeside } from '../../test-kit/create-clinic.ts'
import { sharingOrganization } from '../../test-kit/sandbox-partners.ts'
import { aMinutePasses, runEveryJobOnce } from './a-minute.testing.ts'
import { heldReports } from './held-reports.testing.ts'

type Schemas = components['schemas']

/** Each report of the payment processor that does not fit is at the claim desk within a minute, over HTTP, and moves no money. */
describe('a report of the payment processor that does not fit', () => {
  let hospital: BillingHospital
  beforeAll(async () => {
    hospital = await startBillingHospital('postgres')
    await runEveryJobOnce(hospital)
  })
  afterAll(() => hospital.stop())
  const { owing, statement, begin, payAt, received, paid, payment, later } = paymentVerbs(() => hospital)

  const { reports, sessions, foreignPage } = heldReports(() => hospital)

  const atDesk = async (fault: string): Promise<Schemas['MailboxFile'][]> =>
    (await hospital.biller.get('/v1/mailbox-files?limit=100')).body.items.filter(
      (each: Schemas['MailboxFile']) => each.fault === fault,
    )
  it('of another organization that shares the account is with that one, and at no desk here', async () => {
    await hospital.keep('directory', (context) => createOrganization(context, lakeside), sharingOrganization)
    const count = async (): Promise<number> => {
      const read = ({ tx }: { tx: AnyKysely }) =>
        sql<{ count: number }>`select count(*)::integer as count from billing.mailbox_files`.execute(tx)
      return (await hospital.keep('billing', read, sharingOrganization)).rows[0]?.count ?? 0
    }
    const { endpoints } = hospital.processor.webhooks
    const [ours] = endpoints
    if (ours === undefined) throw new Error('the processor reports nowhere')
    endpoints[0] = { ...ours, url: ours.url.replace(hospital.organizationId, sharingOrganization) }
    try {
      const { patient, paymentId } = await paid()
      expect((await payment(patient, paymentId)).status).toBe('paid')
      expect(await count()).toBe(0)
      hospital.processor.ledger.pay(foreignPage(777), 'succeeds')
      await received()
      await aMinutePasses(hospital)
      expect(await count(), 'of no organization here').toBe(1)
    } finally {
      endpoints[0] = ours
    }
  })

  it.each(reportFaults)('%s: it is listed once with what it says, and a person settles it', async (fault) => {
    const other = await owing()
    const before = (await atDesk(fault)).length
    const now = await reports[fault]()
    const was = JSON.stringify(await now())
    await received()
    // What is right next to it counts.
    const { body } = await begin(other.patient, other.patientId, 14_500)
    await payAt(body.checkoutUrl)
    await aMinutePasses(hospital)
    expect((await statement(other.patient, other.patientId)).balanceCents).toBe(0)
    expect(JSON.stringify(await now())).toBe(was)
    const [file, ...more] = await atDesk(fault)
    expect([before, file?.state, more]).toEqual([0, 'held', []])
    const { body: detail } = await hospital.biller.get(`/v1/mailbox-files/${file?.id}`)
    expect(detail.text).toContain('{')
    // It is no file: it is not read as one.
    await hospital.biller.post(`/v1/mailbox-files/${file?.id}/reprocess`)
    await aMinutePasses(hospital)
    expect(await atDesk(fault)).toHaveLength(1)
    const resolved = await hospital.biller.post(`/v1/mailbox-files/${file?.id}/resolve`, { reason: 'not-ours' })
    expect(resolved.status, JSON.stringify(resolved.body)).toBe(200)
    await aMinutePasses(hospital)
    expect(await atDesk(fault)).toEqual([])
  })

  it('one that counts is kept as it came, encrypted, with the version that read it', async () => {
    const { paymentId } = await paid()
    const { organizationId, platform } = hospital
    const { caller } = hospital.biller
    const rows = await hospital.keep('billing', ({ tx }) =>
      tx.selectFrom('billing.payment_reports').selectAll().orderBy('id').execute(),
    )
    const opened = await Promise.all(
      rows.map(({ id, sealed }) =>
        platform.vault.open<{ text: string }>(
          platform.database.reader({ domain: 'billing', organizationId }),
          createAccess(caller, 'organization'),
          { organizationId, table: 'billing.payment_reports', rowId: String(id), patientId: null },
          sealed as Uint8Array,
        ),
      ),
    )
    const at = opened.findIndex(({ text }) => text.includes(paymentId))
    expect(at).toBeGreaterThanOrEqual(0)
    expect(JSON.parse(opened[at]?.text ?? '')).toMatchObject({ type: 'checkout.session.completed' })
    expect(rows[at]).toMatchObject({ reader: 'stripe-events-2', state: 'paid' })
    expect(Buffer.from(rows[at]?.['sealed'] as Uint8Array).toString('latin1')).not.toContain(paymentId)
  })

  /** A payment whose report has not arrived, and a refund of it, made at the processor, that was reported. */
  const refundedBeforePaid = async (amountCents: number) => {
    const owed = await owing()
    const { body } = await begin(owed.patient, owed.patientId, 14_500)
    hospital.processor.webhooks.scriptNext(['hold'])
    await payAt(body.checkoutUrl)
    const page = sessions().find(({ client_reference_id: id }) => id === body.id)
    const made = hospital.processor.ledger.refund(page?.payment_intent ?? '', amountCents, {})
    await received()
    return { ...owed, made, paymentId: body.id as string }
  }

  it('a refund that is reported before its payment is posted once when that arrives, and leaves the desk', async () => {
    const { patient, patientId, paymentId, made } = await refundedBeforePaid(4_000)
    expect((await atDesk('refund_unknown')).map(({ name }) => name)).toEqual([made.id])
    expect((await statement(patient, patientId)).balanceCents).toBe(14_500)
    hospital.processor.webhooks.release()
    await received()
    await aMinutePasses(hospital)
    await aMinutePasses(hospital)
    expect(await payment(patient, paymentId)).toMatchObject({ status: 'partially-refunded', refundedCents: 4_000 })
    expect((await statement(patient, patientId)).balanceCents).toBe(4_000)
    expect(await atDesk('refund_unknown')).toEqual([])
    // The processor reports it again.
    hospital.processor.webhooks.report('refund.updated', made)
    await received()
    await aMinutePasses(hospital)
    expect((await payment(patient, paymentId)).refundedCents).toBe(4_000)
  })

  it('a refund that a person settled at the desk before its payment arrived is not posted', async () => {
    const { patient, paymentId } = await refundedBeforePaid(3_000)
    const [held] = await atDesk('refund_unknown')
    await hospital.biller.post(`/v1/mailbox-files/${held?.id}/resolve`, { reason: 'other-system' })
    hospital.processor.webhooks.release()
    await received()
    await aMinutePasses(hospital)
    await aMinutePasses(hospital)
    expect(await payment(patient, paymentId)).toMatchObject({ status: 'paid', refundedCents: 0 })
  })

  it('a payment of another amount is held too if its report was lost', async () => {
    const before = await atDesk('payment_differs')
    const { patient, patientId } = await owing()
    const { body } = await begin(patient, patientId, 14_500)
    const page = sessions().find(({ client_reference_id: id }) => id === body.id)
    Object.assign(page ?? {}, { amount_total: 200 })
    hospital.processor.webhooks.scriptNext(['lose'])
    await payAt(body.checkoutUrl)
    await later(15)
    expect((await statement(patient, patientId)).balanceCents).toBe(14_500)
    expect(await atDesk('payment_differs')).toHaveLength(before.length + 1)
  })

  it('a refund of another amount than was asked for, or of more than was paid, is held', async () => {
    const before = await atDesk('payment_differs')
    const asked = await paid()
    const money = sessions().at(-1)?.payment_intent ?? ''
    hospital.processor.ledger.refund(money, 4_000, { refund_id: 'of another system' })
    await received()
    expect((await payment(asked.patient, asked.paymentId)).refundedCents).toBe(4_000)
    const made = [...hospital.processor.ledger.refunds.values()].at(-1)
    if (made === undefined) throw new Error('the processor has no refund')
    Object.assign(made, { amount: 9_000 })
    hospital.processor.webhooks.report('refund.updated', made)
    await received()
    expect((await payment(asked.patient, asked.paymentId)).refundedCents).toBe(4_000)
    expect(await atDesk('payment_differs')).toHaveLength(before.length + 1)
  })
})
