import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { printedText } from '../../../../platform/documents/read-pdf.testing.ts'
import type { SignedInClient } from '../../../../platform/http/tests/start-test-server.testing.ts'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'

type Schemas = components['schemas']

describe.each(['pglite', 'postgres'] as const)('what a patient owes and pays, on %s', (engine) => {
  let hospital: BillingHospital
  beforeAll(async () => {
    hospital = await startBillingHospital(engine)
  })
  afterAll(() => hospital.stop())

  const returnUrl = 'https://portal.lakeside.example/billing'

  /** A patient without insurance who owes 145 dollars for a visit. */
  const owing = async () => {
    const { patientId, visitId } = await hospital.signedVisit()
    return { patientId, visitId, patient: await hospital.asPatient(patientId) }
  }
  const statement = async (patient: SignedInClient, patientId: string) =>
    (await patient.get(`/v1/patients/${patientId}/statement`)).body as Schemas['Statement']
  const begin = (patient: SignedInClient, patientId: string, amountCents: number, more: object = {}) =>
    patient.post(`/v1/patients/${patientId}/payments`, { amountCents, returnUrl, ...more })
  const payAt = async (checkoutUrl: string, card = 'succeeds') => {
    await fetch(checkoutUrl, { method: 'POST', body: new URLSearchParams({ card }), redirect: 'manual' })
    await received()
  }
  const received = async () => {
    await hospital.processor.webhooks.settled()
    await hospital.settle()
  }
  const paid = async (amountCents = 14_500) => {
    const owed = await owing()
    const { body } = await begin(owed.patient, owed.patientId, amountCents)
    await payAt(body.checkoutUrl)
    return { ...owed, paymentId: body.id as string }
  }
  const payment = async (patient: SignedInClient, id: string) =>
    (await patient.get(`/v1/payments/${id}`)).body as Schemas['Payment']
  const refund = (id: string, amountCents: number) =>
    hospital.biller.post(`/v1/payments/${id}/refunds`, { amountCents, reason: 'overpaid' })

  /** Runs the jobs at a later time. The clock is set back afterwards, because the sessions would have ended by then. */
  const later = async (minutes: number) => {
    const now = hospital.clock.now()
    hospital.clock.advance({ minutes })
    await hospital.runJob('billing.transmit')
    await hospital.runJob('billing.reconcile-payments')
    hospital.clock.set(now)
  }

  it('is the whole charge without insurance, and nothing after payment on the processor’s page', async () => {
    const { patient, patientId, visitId } = await owing()
    expect(await statement(patient, patientId)).toMatchObject({ balanceCents: 14_500, pendingCents: 0 })
    const begun = await begin(patient, patientId, 14_500)
    expect(begun.status, JSON.stringify(begun.body)).toBe(201)
    expect(begun.body).toMatchObject({ status: 'open', checkoutUrl: expect.stringContaining('/pay/') })
    await payAt(begun.body.checkoutUrl)
    expect(await payment(patient, begun.body.id)).toMatchObject({ status: 'paid', refundedCents: 0 })
    const after = await statement(patient, patientId)
    expect(after.balanceCents).toBe(0)
    expect(after.visits).toMatchObject([{ visitId, patientPaidCents: 14_500, dueCents: 0, state: 'settled' }])
    expect(after.payments).toMatchObject([{ id: begun.body.id, status: 'paid' }])
  })

  it('lists payments newest first', async () => {
    const { patient, patientId } = await owing()
    const ids: string[] = []
    for (const amountCents of [1_000, 1_100, 1_200, 1_300]) {
      const { body } = await begin(patient, patientId, amountCents)
      await payAt(body.checkoutUrl)
      ids.unshift(body.id as string)
      hospital.clock.advance({ seconds: 1 })
    }
    expect((await statement(patient, patientId)).payments.map(({ id }) => id)).toEqual(ids)
  })

  it('counts a payment once when its report arrives twice', async () => {
    const { patient, patientId } = await owing()
    hospital.processor.webhooks.scriptNext(['duplicate'])
    const { body } = await begin(patient, patientId, 5_000)
    await payAt(body.checkoutUrl)
    expect((await statement(patient, patientId)).balanceCents).toBe(9_500)
  })

  it('finds a payment whose report was lost', async () => {
    const { patient, patientId } = await owing()
    hospital.processor.webhooks.scriptNext(['lose'])
    const { body } = await begin(patient, patientId, 5_000)
    await payAt(body.checkoutUrl)
    expect((await payment(patient, body.id)).status).toBe('open')
    hospital.clock.advance({ minutes: 3 })
    await hospital.runJob('billing.reconcile-payments')
    expect((await payment(patient, body.id)).status).toBe('paid')
    expect((await statement(patient, patientId)).balanceCents).toBe(9_500)
  })

  it('refuses a forged report', async () => {
    const { patient, patientId } = await owing()
    hospital.processor.webhooks.scriptNext(['forge'])
    const { body } = await begin(patient, patientId, 5_000)
    await payAt(body.checkoutUrl)
    expect(hospital.processor.webhooks.deliveries.at(-1)).toMatchObject({ mode: 'forge', status: 401 })
    expect((await payment(patient, body.id)).status).toBe('open')
  })

  it('stays due while a payment is pending and after it fails', async () => {
    const { patient, patientId } = await owing()
    const { body } = await begin(patient, patientId, 5_000)
    await payAt(body.checkoutUrl, 'slow-then-fails')
    await expect
      .poll(async () => {
        await received()
        return (await payment(patient, body.id)).status
      })
      .toBe('declined')
    expect((await statement(patient, patientId)).balanceCents).toBe(14_500)
  })

  it('keeps the payment page open after a declined card', async () => {
    const { patient, patientId } = await owing()
    const { body } = await begin(patient, patientId, 5_000)
    await payAt(body.checkoutUrl, 'declined')
    expect((await payment(patient, body.id)).status).toBe('open')
    await payAt(body.checkoutUrl)
    expect((await payment(patient, body.id)).status).toBe('paid')
  })

  it('offers one payment page at a time, so that a patient cannot pay twice', async () => {
    const { patient, patientId } = await owing()
    const first = (await begin(patient, patientId, 5_000)).body
    expect((await begin(patient, patientId, 5_000)).body).toEqual(first)
    const other = (await begin(patient, patientId, 6_000)).body
    expect(other.id).not.toBe(first.id)
    expect((await payment(patient, first.id)).status).toBe('expired')
    await payAt(first.checkoutUrl)
    await payAt(other.checkoutUrl)
    expect((await statement(patient, patientId)).balanceCents).toBe(8_500)
  })

  it('opens one payment page for two simultaneous requests', async () => {
    const { patient, patientId } = await owing()
    const tabs = await Promise.all(
      ['', '?tab=2'].map((tab) => begin(patient, patientId, 14_500, { returnUrl: `${returnUrl}${tab}` })),
    )
    const pages = new Set(tabs.flatMap(({ body }) => body.checkoutUrl ?? []))
    expect(pages.size).toBe(1)
    for (const page of pages) await payAt(page)
    expect((await statement(patient, patientId)).balanceCents).toBe(0)
  })

  it('asks only for the rest while a payment is pending', async () => {
    const { patient, patientId } = await owing()
    const first = (await begin(patient, patientId, 10_000)).body
    hospital.processor.ledger.holdSlow = true
    await payAt(first.checkoutUrl, 'slow')
    hospital.processor.ledger.holdSlow = false
    expect((await statement(patient, patientId)).balanceCents).toBe(14_500)
    expect((await begin(patient, patientId, 14_500)).body.code).toBe('amount_too_large')
    await payAt((await begin(patient, patientId, 4_500)).body.checkoutUrl)
    expect((await begin(patient, patientId, 10_000)).body.code).toBe('payment_in_progress')
    for (const session of hospital.processor.ledger.sessions.values())
      hospital.processor.ledger.settleSlow(session, true)
    await received()
    expect((await payment(patient, first.id)).status).toBe('paid')
    expect((await statement(patient, patientId)).balanceCents).toBe(0)
  })

  it('makes one checkout when the processor’s first answer was lost', async () => {
    const { patient, patientId } = await owing()
    const before = hospital.processor.ledger.sessions.size
    hospital.processor.failNext({ kind: 'answer-lost' })
    expect((await begin(patient, patientId, 5_000)).body.code).toBe('vendor_unavailable')
    expect((await begin(patient, patientId, 5_000)).status).toBe(201)
    expect(hospital.processor.ledger.sessions.size).toBe(before + 1)
  })

  it.each([
    ['nothing is due', 'nothing_due', async () => ({ ...(await paid()), amountCents: 500 })],
    ['more than is due', 'amount_too_large', async () => ({ ...(await owing()), amountCents: 14_501 })],
  ])('refuses a payment when %s', async (_, code, prepare) => {
    const { patient, patientId, amountCents } = await prepare()
    expect((await begin(patient, patientId, amountCents)).body.code).toBe(code)
  })

  it('refuses a return address outside the portal', async () => {
    const { patient, patientId } = await owing()
    for (const bad of ['https://evil.example/', 'javascript:alert(1)', 'https://portal.lakeside.example.evil.example/'])
      expect((await begin(patient, patientId, 5_000, { returnUrl: bad })).body).toMatchObject({
        code: 'invalid_request',
        errors: [{ pointer: '/returnUrl' }],
      })
  })

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

  it('adds up to the cent in the database itself, whichever code writes there', async () => {
    const { visitId } = await owing()
    for (const column of ['insurance_cents', 'patient_cents', 'charge_cents', 'discount_cents', 'patient_paid_cents']) {
      const off = hospital.keep('billing', ({ tx }) =>
        sql`update billing.visit_accounts set ${sql.ref(column)} = ${sql.ref(column)} + 1 where id = ${visitId}`.execute(
          tx,
        ),
      )
      await expect(off, column).rejects.toMatchObject({ code: '23514' })
    }
  })

  it('is not visible to another patient', async () => {
    const { patientId, paymentId } = await paid()
    const stranger = await hospital.asPatient(await hospital.addPatient())
    for (const path of [`/v1/patients/${patientId}/statement`, `/v1/payments/${paymentId}`])
      expect((await stranger.get(path)).status).toBe(404)
  })

  it('is written down for the patient, with codes, as a PDF', async () => {
    const { patient, visitId } = await paid()
    const text = await printedText(patient.fetch(`/v1/visits/${visitId}/superbill`))
    for (const words of ['Superbill', 'T1015', '1. J06.9', 'Total $145.00', 'Paid by patient $145.00', '1234567893'])
      expect(text).toContain(words)
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
