import { expect } from 'vitest'
import type { components } from '@visitkit/contract'
import type { BillingHospital } from '../../domains/billing/tests/billing-hospital.testing.ts'
import {
  acceptedClaim,
  denied,
  paymentFor,
  remitted,
  type RemittedClaim,
} from '../../domains/billing/remittances/tests/remittances.testing.ts'
import type { Remittance } from '../../vendors/clearinghouse/remittance.ts'
import { heldAnswers } from './held-next-payers.testing.ts'
import { carried, claimNow, fetched, never, toClaim, type ByHand, type Make } from './posted-by-hand.testing.ts'
import { writePayment } from './write-payment.testing.ts'

type Schemas = components['schemas']
type Reason = Schemas['HoldReason']

const ofClaim =
  (
    change: (claim: Schemas['Claim']) => Partial<RemittedClaim>,
    more: Partial<Remittance> = {},
    write: (payment: Remittance) => string = writePayment,
    byHand: (claim: Schemas['Claim'], hospital: BillingHospital) => ByHand = (claim) => toClaim(claim),
  ): Make =>
  async (hospital) => {
    const { claim } = await acceptedClaim(hospital)
    const payment = paymentFor([remitted(claim, change(claim))], more)
    return { file: write(payment), paymentNumber: payment.paymentNumber, byHand: byHand(claim, hospital) }
  }
const neverByHand = (): ByHand => never
const asItIs = () => ({})
const reversed = (claim: Schemas['Claim']): Partial<RemittedClaim> => ({
  status: 'reversal',
  statusCode: '22',
  chargeCents: -claim.chargeCents,
  paidCents: 2_000 - claim.chargeCents,
  patientResponsibilityCents: 0,
  adjustments: [{ group: 'PR', reason: '3', amountCents: -2_000, quantity: null }],
})
/** The payer reverses the payment of `remitted`. */
const reversalFile = (claim: Schemas['Claim']): string =>
  writePayment(paymentFor([remitted(claim, reversed(claim))], carried(claim)))
/** Of a patient who is seen now: the visits that were held before are for the others. */
const claimOfToday = async (hospital: BillingHospital) => {
  const patientId = await hospital.addPatient()
  await hospital.insure(patientId)
  const visit = await hospital.hold(patientId)
  await hospital.sign(visit)
  return acceptedClaim(hospital, visit)
}
/** Another visit of the patient, whose claim has this charge. */
const claimOfCharge = async (hospital: BillingHospital, patientId: string, chargeCents: number) => {
  const visit = await hospital.hold(patientId)
  await hospital.sign(visit)
  const { id, version, lines } = await hospital.claimOf(visit.visitId)
  const changed = await hospital.biller.put(`/v1/claims/${id}`, {
    version,
    lines: lines.map(({ number, modifiers, units, diagnosisPointers }) => ({
      // Provided twice on one day.
      ...{ number, units, diagnosisPointers, chargeCents, modifiers: [...modifiers, '76'] },
    })),
  })
  expect(changed.status, JSON.stringify(changed.body)).toBe(200)
  return (await acceptedClaim(hospital, visit)).claim
}

/** For each reason of the contract, a payment that is held with it. A new reason does not compile until it has one. */
export const heldPayments: Readonly<Record<Reason, Make>> = {
  'claim-unknown': async (hospital) => {
    const { claim } = await claimOfToday(hospital)
    const payment = paymentFor([remitted(claim, { controlNumber: `U${claim.number.slice(1)}` })])
    return { file: writePayment(payment), paymentNumber: payment.paymentNumber, byHand: toClaim(claim) }
  },
  'charge-differs': async (hospital) => {
    const { claim, patientId } = await acceptedClaim(hospital)
    const chargeCents = claim.chargeCents + 1_000
    const meant = await claimOfCharge(hospital, patientId, chargeCents)
    const payment = paymentFor([remitted({ number: claim.number, chargeCents })])
    return { file: writePayment(payment), paymentNumber: payment.paymentNumber, byHand: toClaim(meant) }
  },
  'already-adjudicated': async (hospital) => {
    const { claim } = await acceptedClaim(hospital)
    const [one, other] = [paymentFor([remitted(claim)]), paymentFor([remitted(claim)])]
    return {
      first: [writePayment(one)],
      ...{ file: writePayment(other), paymentNumber: other.paymentNumber },
      byHand: toClaim(claim, () => fetched(hospital, reversalFile(claim))),
    }
  },
  'claim-closed': async (hospital) => {
    const { claim } = await acceptedClaim(hospital)
    await fetched(hospital, writePayment(paymentFor([denied(claim)])))
    const { status, body: correction } = await hospital.biller.post(`/v1/claims/${claim.id}/correct`)
    expect(status, JSON.stringify(correction)).toBe(201)
    hospital.clearinghouse.script({ match: { control: correction.number }, outcome: { kind: 'silence' } })
    await hospital.submit(correction)
    await hospital.exchange()
    expect((await claimNow(hospital, claim)).state).toBe('replaced')
    const payment = paymentFor([remitted(claim)])
    return { file: writePayment(payment), paymentNumber: payment.paymentNumber, byHand: toClaim(correction) }
  },
  'nothing-to-reverse': async (hospital) => {
    const { claim } = await acceptedClaim(hospital)
    const payment = paymentFor([remitted(claim, reversed(claim))], carried(claim))
    return {
      ...{ file: writePayment(payment), paymentNumber: payment.paymentNumber },
      byHand: toClaim(claim, () => fetched(hospital, writePayment(paymentFor([remitted(claim)])))),
    }
  },
  'patient-differs': async (hospital) => {
    const { claim: named } = await acceptedClaim(hospital)
    const { claim: meant, patientId } = await claimOfToday(hospital)
    const memberIds = [`MEM${patientId.slice(-8).toUpperCase()}`]
    const payment = paymentFor([remitted(named, { patient: { last: 'SAMPLE', first: 'PAT', memberIds } })])
    return { file: writePayment(payment), paymentNumber: payment.paymentNumber, byHand: toClaim(meant) }
  },
  'not-ours': ofClaim(() => ({ status: 'not-ours', statusCode: '23' }), {}, writePayment, neverByHand),
  predetermination: ofClaim(() => ({ status: 'predetermination', statusCode: '25' }), {}, writePayment, neverByHand),
  unbalanced: ofClaim(asItIs, { paidCents: 1 }, writePayment, neverByHand),
  'payment-number-reused': async (hospital) => {
    const [{ claim: one }, { claim: other }] = [await acceptedClaim(hospital), await acceptedClaim(hospital)]
    const payment = paymentFor([remitted(one)])
    const { paymentNumber } = payment
    const again = writePayment(paymentFor([remitted(other)], { paymentNumber }))
    return { first: [writePayment(payment)], file: again, paymentNumber, byHand: toClaim(other) }
  },
  'written-off': async (hospital) => {
    const { claim } = await acceptedClaim(hospital)
    const all = { group: 'CO' as const, reason: '97', amountCents: claim.chargeCents, quantity: null }
    const refusal = { status: 'denied' as const, statusCode: '4', paidCents: 0, patientResponsibilityCents: 0 }
    const refused = remitted(claim, { ...refusal, payerClaimNumber: null, adjustments: [all] })
    await fetched(hospital, writePayment(paymentFor([refused])))
    const asked = await hospital.biller.post(`/v1/claims/${claim.id}/write-offs`, {
      ...{ reason: 'not-covered', comment: 'Bundled service.' },
    })
    const second = await hospital.as('biller')
    const { id, version } = asked.body
    const decided = await second.post(`/v1/write-offs/${id}/decision`, { approved: true, version })
    expect(decided.status, JSON.stringify(decided.body)).toBe(200)
    const payment = paymentFor([remitted(claim)])
    const undo = async (): Promise<void> => {
      const undone = await second.post(`/v1/write-offs/${id}/undo`, { version: decided.body.version })
      expect(undone.status, JSON.stringify(undone.body)).toBe(200)
    }
    return { file: writePayment(payment), paymentNumber: payment.paymentNumber, byHand: toClaim(claim, undo) }
  },
  'usage-differs': ofClaim(asItIs, {}, (payment) => writePayment(payment, { usage: 'P' }), neverByHand),
  'receiver-differs': ofClaim(asItIs, {}, (payment) => writePayment(payment, { to: 'SOMEBODYELSE' })),
  'payee-differs': ofClaim(asItIs, { payeeNpi: '1234567893' }),
  'payer-differs': ofClaim(asItIs, { payerIdentifier: '1900000003' }),
  'payer-unknown': ofClaim(asItIs, {
    ...{ payerIdentifier: '1777777777', payerName: 'NOBODYS PLAN', payerIds: ['NOBODY99'] },
  }),
  unreadable: ofClaim(
    ({ chargeCents }) => ({
      adjustments: [],
      lines: [
        {
          ...{ controlNumber: null, serviceCode: 'D0120', modifiers: [], units: 1, serviceDay: null, remarks: [] },
          ...{ chargeCents, paidCents: chargeCents - 2_000, allowedCents: null },
          adjustments: [{ group: 'PR', reason: '3', amountCents: 2_000, quantity: null }],
        },
      ],
    }),
    {},
    (payment) => writePayment(payment, {}, 'AD'),
    neverByHand,
  ),
  'forwarded-elsewhere': ofClaim(() => ({
    ...{ status: 'forwarded', statusCode: '19' },
    forwardedTo: { name: 'NOBODYS PLAN', id: 'NOBODY99' },
  })),
  ...heldAnswers,
}
