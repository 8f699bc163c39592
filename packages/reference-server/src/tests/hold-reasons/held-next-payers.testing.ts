import { expect } from 'vitest'
import type { components } from '@visitkit/contract'
import type { BillingHospital } from '../../domains/billing/tests/billing-hospital.testing.ts'
import {
  acceptedClaim,
  paymentFor,
  remitted,
  type RemittedClaim,
} from '../../domains/billing/remittances/tests/remittances.testing.ts'
import {
  cover,
  nextAnswer,
  payment,
  prairie,
  sendTo,
  state,
  type PayerOfOrder,
} from '../../domains/billing/remittances/tests/third-payer.testing.ts'
import { carried, claimNow, fetched, toClaim, type Make } from './posted-by-hand.testing.ts'
import { writePayment } from './write-payment.testing.ts'

type Schemas = components['schemas']
type Reason = Schemas['HoldReason']

const fromState = { payerIdentifier: '1900000004', payerName: 'STATE FAMILY CARE', payerIds: ['STATECARE'] }
/** A claim whose balance waits for the second payer, which has the claim and is silent. */
const atSecondPayer = async (hospital: BillingHospital) => {
  const { claim, patientId } = await acceptedClaim(hospital)
  const memberNumber = `MEM${patientId.slice(-9).toUpperCase()}`
  const { id: payerId } = await hospital.payer('State Family Care')
  const coverage = { payerId, memberNumber, relationship: 'self', order: 2, from: '2026-01-01' }
  const { body: second } = await hospital.biller.post(`/v1/patients/${patientId}/coverages`, coverage)
  await hospital.settle()
  await fetched(hospital, writePayment(paymentFor([remitted(claim)])))
  hospital.clearinghouse.script({ match: { memberId: memberNumber }, outcome: { kind: 'silence' } })
  const sent = await hospital.biller.post(`/v1/claims/${claim.id}/next-payer-claims`, { coverageId: second.id })
  expect(sent.status, JSON.stringify(sent.body)).toBe(200)
  await hospital.exchange()
  return { claim, second, number: (await claimNow(hospital, claim)).nextPayer?.claim?.number ?? '' }
}
const answerOf = (claim: Schemas['Claim'], number: string, more: Partial<RemittedClaim> = {}): RemittedClaim =>
  remitted(claim, {
    ...{ controlNumber: number, status: 'processed-secondary', statusCode: '2' },
    ...{ paidCents: 1_500, patientResponsibilityCents: 300 },
    adjustments: [
      { group: 'OA', reason: '23', amountCents: claim.chargeCents - 2_000, quantity: null },
      { group: 'CO', reason: '45', amountCents: 200, quantity: null },
      { group: 'PR', reason: '3', amountCents: 300, quantity: null },
    ],
    ...more,
  })
const ofSecondPayer =
  (
    change: (claim: Schemas['Claim']) => Partial<RemittedClaim>,
    amounts: Record<'paid' | 'discount' | 'patient', string>,
  ): Make =>
  async (hospital) => {
    const { claim, number } = await atSecondPayer(hospital)
    const payment = paymentFor([answerOf(claim, number, change(claim))], fromState)
    return {
      ...{ file: writePayment(payment), paymentNumber: payment.paymentNumber },
      byHand: { kind: 'answer', claimId: claim.id, ...amounts },
    }
  }

const undoAnswer = async (hospital: BillingHospital, { id }: Schemas['Claim'], coverageId: string): Promise<void> => {
  const undone = await hospital.biller.post(`/v1/claims/${id}/next-payer-answers/undo`, { coverageId })
  expect(undone.status, JSON.stringify(undone.body)).toBe(200)
}

/** What payers after the first send and is held. */
export const heldAnswers: Readonly<Record<Extract<Reason, `next-payer-${string}` | 'payer-not-awaited'>, Make>> = {
  'next-payer-answered': async (hospital) => {
    const { claim, second, number } = await atSecondPayer(hospital)
    const reversal = paymentFor(
      [
        answerOf(claim, number, {
          ...{ status: 'reversal', statusCode: '22', chargeCents: -claim.chargeCents, paidCents: -1_500 },
          patientResponsibilityCents: 0,
          adjustments: [{ group: 'CO', reason: '45', amountCents: 1_500 - claim.chargeCents, quantity: null }],
        }),
      ],
      { ...fromState, ...carried({ chargeCents: 3_500 }) },
    )
    return {
      first: [writePayment(paymentFor([answerOf(claim, number)], fromState))],
      file: writePayment(reversal),
      paymentNumber: reversal.paymentNumber,
      byHand: toClaim(claim, () => undoAnswer(hospital, claim, second.id)),
    }
  },
  'payer-not-awaited': async (hospital) => {
    const { claim, patientId } = await acceptedClaim(hospital)
    const covered = async (payer: PayerOfOrder) => {
      const memberNumber = `MEM${payer.order}${patientId.slice(-8).toUpperCase()}`
      hospital.clearinghouse.script({ match: { memberId: memberNumber }, outcome: { kind: 'silence' } })
      return cover(hospital, patientId, { ...payer, memberNumber })
    }
    const [second, third] = [await covered(prairie), await covered(state)]
    const send = async ({ id }: Schemas['Coverage']): Promise<string> => {
      const sent = await sendTo(hospital, claim, id)
      expect(sent.status, JSON.stringify(sent.body)).toBe(200)
      await hospital.exchange()
      return sent.body.nextPayer.claim.number
    }
    await fetched(hospital, writePayment(paymentFor([remitted(claim)])))
    const ofSecond = nextAnswer(claim, await send(second), 'second', [2_000, 500, 1_500])
    await fetched(hospital, writePayment(paymentFor([ofSecond], payment.prairie)))
    const early = nextAnswer(claim, await send(third), 'third', [1_500, 1_000, 300])
    await undoAnswer(hospital, claim, second.id)
    const paid = paymentFor([early], payment.state)
    const answer = { coverageId: second.id, paidCents: 500, discountCents: 0, patientCents: 1_500 }
    const again = async (): Promise<void> => {
      const answered = await hospital.biller.post(`/v1/claims/${claim.id}/next-payer-answers`, answer)
      expect(answered.status, JSON.stringify(answered.body)).toBe(200)
    }
    return { file: writePayment(paid), paymentNumber: paid.paymentNumber, byHand: toClaim(claim, again) }
  },
  'next-payer-refused': ofSecondPayer(
    ({ chargeCents }) => ({
      ...{ status: 'denied', statusCode: '4', paidCents: 0, patientResponsibilityCents: 0 },
      adjustments: [{ group: 'CO', reason: '16', amountCents: chargeCents, quantity: null }],
    }),
    { paid: '', discount: '20', patient: '' },
  ),
  'next-payer-differs': ofSecondPayer(() => ({ status: 'processed-primary', statusCode: '1' }), {
    ...{ paid: '15', discount: '2', patient: '3' },
  }),
}
