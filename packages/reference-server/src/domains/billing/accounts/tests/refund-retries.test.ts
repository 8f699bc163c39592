import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { retryDeadTransmission } from '../../../../platform/partners/transmission-states.ts'
import { startClinic, type TestClinic } from '../../tests/clinic.testing.ts'

describe.each(['pglite', 'postgres'] as const)('a refund that is asked for again, on %s', (engine) => {
  let clinic: TestClinic
  beforeAll(async () => {
    clinic = await startClinic(engine)
  })
  afterAll(() => clinic.stop())

  const paid = async () => {
    const patientId = await clinic.addPatient()
    await clinic.visitOf(patientId)
    const patient = await clinic.asPatient(patientId)
    const begun = await patient.post(`/v1/patients/${patientId}/payments`, {
      amountCents: 14_500,
      returnUrl: 'https://portal.lakeside.example/billing',
    })
    await fetch(begun.body.checkoutUrl, {
      method: 'POST',
      body: new URLSearchParams({ card: 'succeeds' }),
      redirect: 'manual',
    })
    await clinic.processor.webhooks.settled()
    await clinic.server.settle()
    return begun.body.id as string
  }

  /** The processor has long forgotten the key under which it was first asked. The clock goes back: nobody stays signed in for so long. */
  const retriedDaysLater = async (): Promise<void> => {
    const now = clinic.server.clock.now()
    clinic.server.clock.advance({ hours: 72 })
    await clinic.server.keep('billing', async (context) => {
      const { rows } = await sql<{ id: string }>`
        select id from billing.transmissions where state = 'parked' and kind = 'refund'`.execute(context.tx)
      for (const { id } of rows) expect(await retryDeadTransmission(context, 'billing', id)).toBe(true)
    })
    await clinic.job('billing.transmit')
    clinic.server.clock.set(now)
  }
  /** As one stands still whose answer our own code could not keep. */
  const parked = (): Promise<void> =>
    clinic.server.keep('billing', async ({ tx }) => {
      await sql`update billing.transmissions set state = 'parked', last_fault = 'settle: sample'
        where state = 'waiting' and kind = 'refund'`.execute(tx)
    })

  it.each([
    ['had arrived', { kind: 'answer-lost' }],
    ['never arrived', { kind: 'cut' }],
  ] as const)('days after it %s is paid once', async (_, fault) => {
    const paymentId = await paid()
    const before = clinic.processor.ledger.refunds.size
    await clinic.biller.post(`/v1/payments/${paymentId}/refunds`, { amountCents: 1_000, reason: 'overpaid' })
    clinic.processor.webhooks.scriptNext(['lose'])
    clinic.processor.failNext(fault)
    await clinic.job('billing.transmit')
    await parked()
    await retriedDaysLater()
    expect(clinic.processor.ledger.refunds.size).toBe(before + 1)
    expect((await clinic.biller.get(`/v1/payments/${paymentId}`)).body).toMatchObject({ refundedCents: 1_000 })
  })
})
