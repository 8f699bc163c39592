import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'
import { paymentVerbs } from './payment-verbs.testing.ts'

describe.each(domainEngines)('a refund, on %s', (engine) => {
  let hospital: BillingHospital
  beforeAll(async () => {
    hospital = await startBillingHospital(engine)
  })
  afterAll(() => hospital.stop())
  const { statement, received, paid, payment, refund, later } = paymentVerbs(() => hospital)

  it('is due again after a refund, and a refund cannot exceed the payment', async () => {
    const { patient, patientId, paymentId } = await paid()
    const first = await refund(paymentId, 4_000)
    expect(first.status, JSON.stringify(first.body)).toBe(200)
    expect(first.body).toMatchObject({ status: 'partially-refunded', refundedCents: 4_000 })
    await hospital.exchange()
    await received()
    expect((await statement(patient, patientId)).balanceCents).toBe(4_000)
    expect((await refund(paymentId, 10_501)).body.code).toBe('amount_too_large')
    expect((await refund(paymentId, 10_500)).body.status).toBe('refunded')
    await hospital.exchange()
    const refunds = [...hospital.processor.ledger.refunds.values()].slice(-2)
    expect(refunds.map(({ amount }) => amount)).toEqual([4_000, 10_500])
  })

  it('is refunded once when the processor’s answer was lost', async () => {
    const { paymentId } = await paid()
    const before = hospital.processor.ledger.refunds.size
    await refund(paymentId, 1_000)
    hospital.processor.failNext({ kind: 'answer-lost' })
    await hospital.runJob('billing.transmit')
    hospital.clock.advance({ seconds: 5 })
    await hospital.runJob('billing.transmit')
    expect(hospital.processor.ledger.refunds.size).toBe(before + 1)
  })

  it('is unchanged when the bank cannot refund', async () => {
    const { patient, patientId, paymentId } = await paid()
    hospital.processor.ledger.holdRefunds = true
    await refund(paymentId, 1_000)
    await hospital.exchange()
    hospital.processor.ledger.holdRefunds = false
    expect((await statement(patient, patientId)).balanceCents).toBe(1_000)
    const held = [...hospital.processor.ledger.refunds.values()].at(-1)
    if (held) hospital.processor.ledger.settleRefund(held, false)
    await received()
    expect((await statement(patient, patientId)).balanceCents).toBe(0)
    expect(await payment(patient, paymentId)).toMatchObject({ status: 'paid', refundedCents: 0 })
  })

  it('is unchanged when the bank cannot refund and the report of that is lost', async () => {
    const { patient, patientId, paymentId } = await paid()
    hospital.processor.ledger.holdRefunds = true
    await refund(paymentId, 1_000)
    await hospital.exchange()
    hospital.processor.ledger.holdRefunds = false
    await received()
    hospital.processor.webhooks.scriptNext(['lose'])
    for (const each of hospital.processor.ledger.refunds.values())
      if (each.status === 'pending') hospital.processor.ledger.settleRefund(each, false)
    await later(15)
    expect((await statement(patient, patientId)).balanceCents).toBe(0)
    expect(await payment(patient, paymentId)).toMatchObject({ status: 'paid', refundedCents: 0 })
  })

  it('counts a refund made at the processor once', async () => {
    const { patient, patientId, paymentId } = await paid()
    const { payment_intent: money } = [...hospital.processor.ledger.sessions.values()].at(-1) ?? {}
    hospital.processor.webhooks.scriptNext(['duplicate'])
    const made = hospital.processor.ledger.refund(money ?? '', 4_000, { refund_id: 'of another system' })
    await received()
    expect(await payment(patient, paymentId)).toMatchObject({ status: 'partially-refunded', refundedCents: 4_000 })
    expect((await statement(patient, patientId)).balanceCents).toBe(4_000)
    hospital.processor.ledger.settleRefund(made, false)
    await received()
    expect((await statement(patient, patientId)).balanceCents).toBe(0)
  })

  it('follows the processor’s record of a refund that was no longer tried', async () => {
    const [unreported, unanswered] = [await paid(), await paid()]
    expect((await refund(unreported.paymentId, 14_500)).status).toBe(200)
    hospital.processor.failNext({ kind: 'status', status: 503 })
    await hospital.runJob('billing.transmit')
    expect((await refund(unanswered.paymentId, 14_500)).status).toBe(200)
    hospital.processor.webhooks.scriptNext(['lose'])
    hospital.processor.failNext({ kind: 'answer-lost' })
    await hospital.runJob('billing.transmit')
    await later(21 * 60)
    await later(21 * 60 + 15)
    const ends = [unreported, unanswered].map(async ({ patient, patientId, paymentId }) => [
      (await payment(patient, paymentId)).status,
      (await statement(patient, patientId)).balanceCents,
    ])
    expect(await Promise.all(ends)).toEqual([
      ['paid', 0],
      ['refunded', 14_500],
    ])
  })
})
