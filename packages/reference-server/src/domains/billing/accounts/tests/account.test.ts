import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { printedText } from '../../../../platform/documents/read-pdf.testing.ts'
import type { SignedInClient } from '../../../../platform/http/tests/start-test-server.testing.ts'
import { startClinic, type TestClinic } from '../../tests/clinic.testing.ts'

type Schemas = components['schemas']

describe.each(['pglite', 'postgres'] as const)('what a patient owes and pays, on %s', (engine) => {
  let clinic: TestClinic
  beforeAll(async () => {
    clinic = await startClinic(engine)
  })
  afterAll(() => clinic.stop())

  const returnUrl = 'https://portal.lakeside.example/billing'

  /** Somebody without insurance, with a visit that costs 145 dollars. */
  const owing = async () => {
    const patientId = await clinic.addPatient()
    const visitId = await clinic.visitOf(patientId)
    return { patientId, visitId, patient: await clinic.asPatient(patientId) }
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
    await clinic.processor.webhooks.settled()
    await clinic.server.settle()
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
    clinic.biller.post(`/v1/payments/${id}/refunds`, { amountCents, reason: 'overpaid' })

  /** What timers do then. The clock goes back: nobody stays signed in for so long. */
  const later = async (minutes: number) => {
    const now = clinic.server.clock.now()
    clinic.server.clock.advance({ minutes })
    await clinic.job('billing.transmit')
    await clinic.job('billing.reconcile-payments')
    clinic.server.clock.set(now)
  }

  it('is the whole charge without insurance, and nothing once it is paid on the processor’s own page', async () => {
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
      clinic.server.clock.advance({ seconds: 1 })
    }
    expect((await statement(patient, patientId)).payments.map(({ id }) => id)).toEqual(ids)
  })

  it('counts a payment once, however often and in whatever order that is told', async () => {
    const { patient, patientId } = await owing()
    clinic.processor.webhooks.scriptNext(['duplicate'])
    const { body } = await begin(patient, patientId, 5_000)
    await payAt(body.checkoutUrl)
    expect((await statement(patient, patientId)).balanceCents).toBe(9_500)
  })

  it('hears of a payment although the report was lost', async () => {
    const { patient, patientId } = await owing()
    clinic.processor.webhooks.scriptNext(['lose'])
    const { body } = await begin(patient, patientId, 5_000)
    await payAt(body.checkoutUrl)
    expect((await payment(patient, body.id)).status).toBe('open')
    clinic.server.clock.advance({ minutes: 3 })
    await clinic.job('billing.reconcile-payments')
    expect((await payment(patient, body.id)).status).toBe('paid')
    expect((await statement(patient, patientId)).balanceCents).toBe(9_500)
  })

  it('believes no report that is forged or old', async () => {
    const { patient, patientId } = await owing()
    clinic.processor.webhooks.scriptNext(['forge'])
    const { body } = await begin(patient, patientId, 5_000)
    await payAt(body.checkoutUrl)
    expect(clinic.processor.webhooks.deliveries.at(-1)).toMatchObject({ mode: 'forge', status: 401 })
    expect((await payment(patient, body.id)).status).toBe('open')
  })

  it('is still due while money is on its way, and when it bounces', async () => {
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

  it('leaves the page open after a declined card', async () => {
    const { patient, patientId } = await owing()
    const { body } = await begin(patient, patientId, 5_000)
    await payAt(body.checkoutUrl, 'declined')
    expect((await payment(patient, body.id)).status).toBe('open')
    await payAt(body.checkoutUrl)
    expect((await payment(patient, body.id)).status).toBe('paid')
  })

  it('offers one page at a time, so that nobody pays twice', async () => {
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

  it('opens one page, although two are asked for at once', async () => {
    const { patient, patientId } = await owing()
    const tabs = await Promise.all(
      ['', '?tab=2'].map((tab) => begin(patient, patientId, 14_500, { returnUrl: `${returnUrl}${tab}` })),
    )
    const pages = new Set(tabs.flatMap(({ body }) => body.checkoutUrl ?? []))
    expect(pages.size).toBe(1)
    for (const page of pages) await payAt(page)
    expect((await statement(patient, patientId)).balanceCents).toBe(0)
  })

  it('is not asked for again while money is on its way, but what is left beside it is', async () => {
    const { patient, patientId } = await owing()
    const first = (await begin(patient, patientId, 10_000)).body
    clinic.processor.ledger.holdSlow = true
    await payAt(first.checkoutUrl, 'slow')
    clinic.processor.ledger.holdSlow = false
    expect((await statement(patient, patientId)).balanceCents).toBe(14_500)
    expect((await begin(patient, patientId, 14_500)).body.code).toBe('amount_too_large')
    await payAt((await begin(patient, patientId, 4_500)).body.checkoutUrl)
    expect((await begin(patient, patientId, 10_000)).body.code).toBe('payment_in_progress')
    for (const session of clinic.processor.ledger.sessions.values()) clinic.processor.ledger.settleSlow(session, true)
    await received()
    expect((await payment(patient, first.id)).status).toBe('paid')
    expect((await statement(patient, patientId)).balanceCents).toBe(0)
  })

  it('is one checkout although the processor’s answer was lost on the way', async () => {
    const { patient, patientId } = await owing()
    const before = clinic.processor.ledger.sessions.size
    clinic.processor.failNext({ kind: 'answer-lost' })
    expect((await begin(patient, patientId, 5_000)).body.code).toBe('vendor_unavailable')
    expect((await begin(patient, patientId, 5_000)).status).toBe(201)
    expect(clinic.processor.ledger.sessions.size).toBe(before + 1)
  })

  it.each([
    ['nothing is due', 'nothing_due', async () => ({ ...(await paid()), amountCents: 500 })],
    ['more than is due', 'amount_too_large', async () => ({ ...(await owing()), amountCents: 14_501 })],
  ])('refuses a payment when %s', async (_, code, prepare) => {
    const { patient, patientId, amountCents } = await prepare()
    expect((await begin(patient, patientId, amountCents)).body.code).toBe(code)
  })

  it('sends nobody back to an address outside the portal', async () => {
    const { patient, patientId } = await owing()
    for (const bad of ['https://evil.example/', 'javascript:alert(1)', 'https://portal.lakeside.example.evil.example/'])
      expect((await begin(patient, patientId, 5_000, { returnUrl: bad })).body).toMatchObject({
        code: 'invalid_request',
        errors: [{ pointer: '/returnUrl' }],
      })
  })

  it('is owed again for what was given back, and no cent more can be given back', async () => {
    const { patient, patientId, paymentId } = await paid()
    const first = await refund(paymentId, 4_000)
    expect(first.status, JSON.stringify(first.body)).toBe(200)
    expect(first.body).toMatchObject({ status: 'partially-refunded', refundedCents: 4_000 })
    await clinic.exchange()
    await received()
    expect((await statement(patient, patientId)).balanceCents).toBe(4_000)
    expect((await refund(paymentId, 10_501)).body.code).toBe('amount_too_large')
    expect((await refund(paymentId, 10_500)).body.status).toBe('refunded')
    await clinic.exchange()
    const refunds = [...clinic.processor.ledger.refunds.values()].slice(-2)
    expect(refunds.map(({ amount }) => amount)).toEqual([4_000, 10_500])
  })

  it('is given back once, although the processor’s answer was lost', async () => {
    const { paymentId } = await paid()
    const before = clinic.processor.ledger.refunds.size
    await refund(paymentId, 1_000)
    clinic.processor.failNext({ kind: 'answer-lost' })
    await clinic.job('billing.transmit')
    clinic.server.clock.advance({ seconds: 5 })
    await clinic.job('billing.transmit')
    expect(clinic.processor.ledger.refunds.size).toBe(before + 1)
  })

  it('is as before when the bank could not give it back', async () => {
    const { patient, patientId, paymentId } = await paid()
    clinic.processor.ledger.holdRefunds = true
    await refund(paymentId, 1_000)
    await clinic.exchange()
    clinic.processor.ledger.holdRefunds = false
    expect((await statement(patient, patientId)).balanceCents).toBe(1_000)
    const held = [...clinic.processor.ledger.refunds.values()].at(-1)
    if (held) clinic.processor.ledger.settleRefund(held, false)
    await received()
    expect((await statement(patient, patientId)).balanceCents).toBe(0)
    expect(await payment(patient, paymentId)).toMatchObject({ status: 'paid', refundedCents: 0 })
  })

  it('is as before when the bank could not give it back and the report of that was lost', async () => {
    const { patient, patientId, paymentId } = await paid()
    clinic.processor.ledger.holdRefunds = true
    await refund(paymentId, 1_000)
    await clinic.exchange()
    clinic.processor.ledger.holdRefunds = false
    await received()
    clinic.processor.webhooks.scriptNext(['lose'])
    for (const each of clinic.processor.ledger.refunds.values())
      if (each.status === 'pending') clinic.processor.ledger.settleRefund(each, false)
    await later(15)
    expect((await statement(patient, patientId)).balanceCents).toBe(0)
    expect(await payment(patient, paymentId)).toMatchObject({ status: 'paid', refundedCents: 0 })
  })

  it('is owed again for what was given back at the processor’s own desk, counted once', async () => {
    const { patient, patientId, paymentId } = await paid()
    const { payment_intent: money } = [...clinic.processor.ledger.sessions.values()].at(-1) ?? {}
    clinic.processor.webhooks.scriptNext(['duplicate'])
    const made = clinic.processor.ledger.refund(money ?? '', 4_000, { refund_id: 'of another system' })
    await received()
    expect(await payment(patient, paymentId)).toMatchObject({ status: 'partially-refunded', refundedCents: 4_000 })
    expect((await statement(patient, patientId)).balanceCents).toBe(4_000)
    clinic.processor.ledger.settleRefund(made, false)
    await received()
    expect((await statement(patient, patientId)).balanceCents).toBe(0)
  })

  it('adds up to the cent in the database itself, whoever writes there', async () => {
    const { visitId } = await owing()
    for (const column of ['insurance_cents', 'patient_cents', 'charge_cents', 'discount_cents', 'patient_paid_cents']) {
      const off = clinic.server.keep('billing', ({ tx }) =>
        sql`update billing.visit_accounts set ${sql.ref(column)} = ${sql.ref(column)} + 1 where id = ${visitId}`.execute(
          tx,
        ),
      )
      await expect(off, column).rejects.toMatchObject({ code: '23514' })
    }
  })

  it('is nobody else’s to see', async () => {
    const { patientId, paymentId } = await paid()
    const stranger = await clinic.asPatient(await clinic.addPatient())
    for (const path of [`/v1/patients/${patientId}/statement`, `/v1/payments/${paymentId}`])
      expect((await stranger.get(path)).status).toBe(404)
  })

  it('is written down for whoever pays, with codes, as a PDF', async () => {
    const { patient, visitId } = await paid()
    const text = await printedText(patient.fetch(`/v1/visits/${visitId}/superbill`))
    for (const words of ['Superbill', 'T1015', '1. J06.9', 'Total $145.00', 'Paid by patient $145.00', '1234567893'])
      expect(text).toContain(words)
  })

  it('is given back, or not, as the processor says of a refund that was given up', async () => {
    const [unreported, unanswered] = [await paid(), await paid()]
    expect((await refund(unreported.paymentId, 14_500)).status).toBe(200)
    clinic.processor.failNext({ kind: 'status', status: 503 })
    await clinic.job('billing.transmit')
    expect((await refund(unanswered.paymentId, 14_500)).status).toBe(200)
    clinic.processor.webhooks.scriptNext(['lose'])
    clinic.processor.failNext({ kind: 'answer-lost' })
    await clinic.job('billing.transmit')
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
