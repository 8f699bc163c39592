import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import type { CheckoutSession } from '../../../../../../sandbox/src/payments/processor-ledger.ts'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'
import { paymentVerbs } from './payment-verbs.testing.ts'

type Schemas = components['schemas']

const mode = fc.constantFrom('deliver', 'duplicate', 'hold', 'lose', 'forge', 'stale')
const which = fc.nat({ max: 1 })
const amountCents = fc.integer({ min: 100, max: 300 })
const step = fc.oneof(
  fc.record({
    act: fc.constant('pay' as const),
    which,
    amountCents,
    mode,
    card: fc.constantFrom('succeeds', 'declined'),
  }),
  // Lost reports of refunds that a person makes at the processor are found there by that person.
  fc.record({
    act: fc.constant('refund' as const),
    which,
    amountCents,
    mode: fc.constantFrom('deliver', 'duplicate', 'hold', 'forge', 'stale'),
  }),
  // Money of another shop that uses the same account.
  fc.record({ act: fc.constant('foreign' as const), which, amountCents, mode }),
  // A report that says paid of a page that no one has paid.
  fc.record({
    act: fc.constant('contradiction' as const),
    which,
    amountCents,
    mode: fc.constant('duplicate' as const),
  }),
  fc.record({ act: fc.constant('late' as const) }),
)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

describe('random reports of the payment processor', () => {
  let hospital: BillingHospital
  beforeAll(async () => {
    hospital = await startBillingHospital('postgres')
  })
  afterAll(() => hospital.stop())
  const { owing, statement, begin, payAt, received, later } = paymentVerbs(() => hospital)

  it('count what was paid once, nothing of another payer, and to the cent', async () => {
    const people = [await owing(), await owing()]
    const sessionsOf: [Set<string>, Set<string>] = [new Set(), new Set()]
    const { ledger, webhooks } = hospital.processor
    const paidAtProcessor = (index: number): CheckoutSession[] =>
      [...ledger.sessions.values()].filter(
        ({ id, payment_status: status }) => status === 'paid' && sessionsOf[index as 0 | 1].has(id),
      )
    const reported = new Set<string>()
    const refundedAtProcessor = (index: number, isCounted: (id: string) => boolean = () => true): number => {
      const money = new Set(paidAtProcessor(index).map(({ payment_intent: intent }) => intent))
      return [...ledger.refunds.values()]
        .filter((refund) => money.has(refund.payment_intent) && isCounted(refund.id))
        .reduce((sum, { amount }) => sum + amount, 0)
    }
    const sums = ({ payments }: Schemas['Statement']) => ({
      paid: payments.reduce(
        (sum, { status, amountCents: amount }) =>
          ['paid', 'partially-refunded', 'refunded'].includes(status) ? sum + amount : sum,
        0,
      ),
      refunded: payments.reduce((sum, { refundedCents }) => sum + refundedCents, 0),
    })
    /** Null while the last payment went through and its report did not arrive: no one pays twice. */
    const page = async (index: number, amount: number): Promise<CheckoutSession | null> => {
      const person = people[index] as (typeof people)[number]
      const { body, status } = await begin(person.patient, person.patientId, amount)
      if (body.code === 'payment_in_progress') {
        const { paid } = sums(await statement(person.patient, person.patientId))
        expect(paid).toBeLessThanOrEqual(paidAtProcessor(index).reduce((sum, { amount_total: one }) => sum + one, 0))
        return null
      }
      expect(status, JSON.stringify(body)).toBe(201)
      const id = String(body.checkoutUrl).split('/').at(-1) ?? ''
      sessionsOf[index as 0 | 1].add(id)
      const session = ledger.sessions.get(id) as CheckoutSession
      // The page of a payment that went through, and whose report was lost, is closed.
      return session.url === null ? null : session
    }
    const act = async (given: Step): Promise<void> => {
      switch (given.act) {
        case 'pay': {
          const session = await page(given.which, given.amountCents)
          if (session === null) return
          webhooks.scriptNext([given.mode])
          return payAt(session.url ?? '', given.card)
        }
        case 'refund': {
          const open = paidAtProcessor(given.which).find(
            ({ payment_intent: intent, amount_total: total }) =>
              ![...ledger.refunds.values()].some((refund) => refund.payment_intent === intent) &&
              total >= given.amountCents,
          )
          if (!open) return
          webhooks.scriptNext([given.mode])
          const made = ledger.refund(open.payment_intent ?? '', given.amountCents, {})
          // One that is forged or old is refused, and does not come again.
          if (given.mode !== 'forge' && given.mode !== 'stale') reported.add(made.id)
          return
        }
        case 'foreign': {
          const session = ledger.open({
            ...{ amount: given.amountCents, label: 'Another shop', clientReferenceId: randomUUID() },
            ...{ successUrl: 'https://shop.example', cancelUrl: 'https://shop.example' },
            expiresAt: Math.floor(hospital.clock.now().getTime() / 1_000) + 3_600,
          })
          webhooks.scriptNext([given.mode])
          ledger.pay(session, 'succeeds')
          return
        }
        case 'contradiction': {
          const session = await page(given.which, given.amountCents)
          if (session === null) return
          webhooks.scriptNext([given.mode])
          webhooks.report('checkout.session.completed', { ...session, status: 'complete', payment_status: 'paid' })
          return
        }
        case 'late':
          webhooks.release()
      }
    }
    const check = async (given: Step): Promise<void> => {
      webhooks.clearScript()
      await act(given)
      await received()
      for (const [index, { patient, patientId }] of people.entries()) {
        const bill = await statement(patient, patientId)
        const { paid, refunded } = sums(bill)
        expect(bill.balanceCents).toBe(14_500 - paid + refunded)
        expect(paid).toBeLessThanOrEqual(paidAtProcessor(index).reduce((sum, { amount_total: one }) => sum + one, 0))
        expect(refunded).toBeLessThanOrEqual(refundedAtProcessor(index))
      }
    }
    await fc.assert(fc.asyncProperty(step, check), {
      examples: [
        [{ act: 'contradiction', which: 0, amountCents: 177, mode: 'duplicate' }],
        [{ act: 'pay', which: 0, amountCents: 111, mode: 'duplicate', card: 'succeeds' }],
        [{ act: 'pay', which: 1, amountCents: 222, mode: 'forge', card: 'succeeds' }],
        [{ act: 'pay', which: 1, amountCents: 223, mode: 'hold', card: 'succeeds' }],
        [{ act: 'refund', which: 0, amountCents: 101, mode: 'duplicate' }],
        // The payment is reported later than its refund.
        [{ act: 'pay', which: 0, amountCents: 112, mode: 'hold', card: 'succeeds' }],
        [{ act: 'refund', which: 0, amountCents: 102, mode: 'deliver' }],
        [{ act: 'foreign', which: 0, amountCents: 299, mode: 'duplicate' }],
        [{ act: 'late' }],
      ],
      numRuns: 40,
      endOnFailure: true,
    })
    webhooks.release()
    await received()
    // What was lost, forged or old is found by asking.
    await later(15)
    for (const [index, { patient, patientId }] of people.entries()) {
      const bill = await statement(patient, patientId)
      const { paid, refunded } = sums(bill)
      expect(paid).toBe(paidAtProcessor(index).reduce((sum, { amount_total: one }) => sum + one, 0))
      expect(paid).toBeGreaterThan(0)
      // Also those that were reported before their payment.
      expect(refunded).toBe(refundedAtProcessor(index, (id) => reported.has(id)))
      expect(bill.balanceCents).toBe(14_500 - paid + refunded)
    }
  })
})
