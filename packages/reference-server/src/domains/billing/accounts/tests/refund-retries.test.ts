import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { retryDeadTransmission } from '../../../../platform/partners/transmission-states.ts'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'

/** On one engine: the statements of these flows run on both in account.test.ts. */
describe.each(['postgres'] as const)('a refund that is requested again, on %s', (engine) => {
  let hospital: BillingHospital
  beforeAll(async () => {
    hospital = await startBillingHospital(engine)
  })
  afterAll(() => hospital.stop())

  const paid = async () => {
    const { patientId } = await hospital.signedVisit()
    const patient = await hospital.asPatient(patientId)
    const begun = await patient.post(`/v1/patients/${patientId}/payments`, {
      amountCents: 14_500,
      returnUrl: 'https://portal.lakeside.example/billing',
    })
    await fetch(begun.body.checkoutUrl, {
      method: 'POST',
      body: new URLSearchParams({ card: 'succeeds' }),
      redirect: 'manual',
    })
    await hospital.processor.webhooks.settled()
    await hospital.settle()
    return begun.body.id as string
  }

  /**
   * By then the processor has forgotten the idempotency key of the first request. The clock is set back afterwards, because the sessions would
   * have ended by then.
   */
  const retriedDaysLater = async (): Promise<void> => {
    const now = hospital.clock.now()
    hospital.clock.advance({ hours: 72 })
    await hospital.keep('billing', async (context) => {
      const { rows } = await sql<{ id: string }>`
        select id from billing.transmissions where state = 'parked' and kind = 'refund'`.execute(context.tx)
      for (const { id } of rows) expect(await retryDeadTransmission(context, 'billing', id)).toBe(true)
    })
    await hospital.runJob('billing.transmit')
    hospital.clock.set(now)
  }
  /** As after a fault in our own code: it could not store the answer. */
  const parked = (): Promise<void> =>
    hospital.keep('billing', async ({ tx }) => {
      await sql`update billing.transmissions set state = 'parked', last_fault = 'settle: sample'
        where state = 'waiting' and kind = 'refund'`.execute(tx)
    })

  it.each([
    ['had arrived', { kind: 'answer-lost' }],
    ['never arrived', { kind: 'cut' }],
  ] as const)('days after the first request %s is paid once', async (_, fault) => {
    const paymentId = await paid()
    const before = hospital.processor.ledger.refunds.size
    await hospital.biller.post(`/v1/payments/${paymentId}/refunds`, { amountCents: 1_000, reason: 'overpaid' })
    hospital.processor.webhooks.scriptNext(['lose'])
    hospital.processor.failNext(fault)
    await hospital.runJob('billing.transmit')
    await parked()
    await retriedDaysLater()
    expect(hospital.processor.ledger.refunds.size).toBe(before + 1)
    expect((await hospital.biller.get(`/v1/payments/${paymentId}`)).body).toMatchObject({ refundedCents: 1_000 })
  })
})
