import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import { printedText } from '../../../../platform/documents/read-pdf.testing.ts'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'
import { paymentVerbs, returnUrl } from './payment-verbs.testing.ts'

describe.each(domainEngines)('what a patient owes and pays, on %s', (engine) => {
  let hospital: BillingHospital
  beforeAll(async () => {
    hospital = await startBillingHospital(engine)
  })
  afterAll(() => hospital.stop())
  const { owing, statement, begin, payAt, received, paid, payment } = paymentVerbs(() => hospital)

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

  it('is a document too: what is owed, who paid, how to pay and whom to call, in the patient’s language', async () => {
    const { patient, patientId } = await owing()
    const { body } = await begin(patient, patientId, 4_500)
    await payAt(body.checkoutUrl)
    const path = `/v1/accounts/${patientId}/statement/pdf`
    const text = await printedText(patient.fetch(path))
    expect(text).toMatch(/You owe\s*\$100\.00/)
    for (const part of ['Your bill', '$145.00', '$45.00', 'How to pay', 'Or call', 'Questions'])
      expect(text).toContain(part)
    const desk = await hospital.as('front-desk')
    const { version } = (await desk.get(`/v1/patients/${patientId}`)).body
    expect((await desk.patch(`/v1/patients/${patientId}`, { version, language: 'es' })).status).toBe(200)
    const spanish = await printedText(patient.fetch(path))
    for (const part of ['Su cuenta', 'Usted debe', 'Cómo pagar']) expect(spanish).toContain(part)
    const { version: next } = (await desk.get(`/v1/patients/${patientId}`)).body
    expect((await desk.patch(`/v1/patients/${patientId}`, { version: next, language: 'ar' })).status).toBe(200)
    const arabic = await printedText(patient.fetch(path))
    expect(arabic).toContain('حساب')
    for (const part of ['$100.00', '$145.00', '$45.00']) expect(arabic).toContain(part)
    expect(arabic).not.toContain('You owe')
    const other = await hospital.asPatient(await hospital.addPatient())
    expect((await other.fetch(path)).status).not.toBe(200)
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
})
