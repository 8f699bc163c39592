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
import {
  cover,
  nextAnswer,
  payment,
  prairie,
  sendTo,
  state,
  type PayerOfOrder,
} from '../../domains/billing/remittances/tests/third-payer.testing.ts'
import type { Remittance } from '../../vendors/clearinghouse/remittance.ts'
import { writePayment } from './write-payment.testing.ts'

type Schemas = components['schemas']
type Reason = Schemas['HoldReason']

/** The file that is held, and the number of the payment in it. `first` is fetched before. */
export interface HeldPayment {
  readonly first?: readonly string[]
  readonly file: string
  readonly paymentNumber: string
}
type Make = (hospital: BillingHospital) => Promise<HeldPayment>

const ofClaim =
  (
    change: (claim: Schemas['Claim']) => Partial<RemittedClaim>,
    more: Partial<Remittance> = {},
    write: (payment: Remittance) => string = writePayment,
  ): Make =>
  async (hospital) => {
    const { claim } = await acceptedClaim(hospital)
    const payment = paymentFor([remitted(claim, change(claim))], more)
    return { file: write(payment), paymentNumber: payment.paymentNumber }
  }
const asItIs = () => ({})
const reversed = (claim: Schemas['Claim']): Partial<RemittedClaim> => ({
  status: 'reversal',
  statusCode: '22',
  chargeCents: -claim.chargeCents,
  paidCents: 2_000 - claim.chargeCents,
  patientResponsibilityCents: 0,
  adjustments: [{ group: 'PR', reason: '3', amountCents: -2_000, quantity: null }],
})
/** What a payer reverses is more than it pays, so it is carried. */
const carried = ({ chargeCents }: Pick<Schemas['Claim'], 'chargeCents'>): Partial<Remittance> => ({
  paidCents: 0,
  providerAdjustments: [
    {
      ...{ providerNpi: '1999999984', fiscalPeriodEnd: '2026-12-31', reason: 'WO', reference: 'P0' },
      amountCents: 2_000 - chargeCents,
    },
  ],
})
const fetched = async (hospital: BillingHospital, ...files: readonly string[]): Promise<void> => {
  for (const file of files) hospital.clearinghouse.mailbox.post(file, hospital.clock.now())
  await hospital.exchange()
}
const now = async (hospital: BillingHospital, { id }: Schemas['Claim']): Promise<Schemas['Claim']> =>
  (await hospital.biller.get(`/v1/claims/${id}`)).body

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
  return { claim, number: (await now(hospital, claim)).nextPayer?.claim?.number ?? '' }
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
  (change: (claim: Schemas['Claim']) => Partial<RemittedClaim>): Make =>
  async (hospital) => {
    const { claim, number } = await atSecondPayer(hospital)
    const payment = paymentFor([answerOf(claim, number, change(claim))], fromState)
    return { file: writePayment(payment), paymentNumber: payment.paymentNumber }
  }

/** For each reason of the contract, a payment that is held with it. A new reason does not compile until it has one. */
export const heldPayments: Readonly<Record<Reason, Make>> = {
  'claim-unknown': async () => {
    const payment = paymentFor([remitted({ number: 'UNKNOWN1', chargeCents: 5_000 })])
    return { file: writePayment(payment), paymentNumber: payment.paymentNumber }
  },
  'charge-differs': ofClaim(({ chargeCents }) => ({
    chargeCents: chargeCents + 1_000,
    adjustments: [
      { group: 'PR', reason: '3', amountCents: 2_000, quantity: null },
      { group: 'CO', reason: '45', amountCents: 1_000, quantity: null },
    ],
  })),
  'already-adjudicated': async (hospital) => {
    const { claim } = await acceptedClaim(hospital)
    const [one, other] = [paymentFor([remitted(claim)]), paymentFor([remitted(claim)])]
    return { first: [writePayment(one)], file: writePayment(other), paymentNumber: other.paymentNumber }
  },
  'claim-closed': async (hospital) => {
    const { claim } = await acceptedClaim(hospital)
    await fetched(hospital, writePayment(paymentFor([denied(claim)])))
    const voided = await hospital.biller.post(`/v1/claims/${claim.id}/void`)
    expect(voided.status, JSON.stringify(voided.body)).toBe(201)
    await hospital.exchange()
    expect((await now(hospital, claim)).state).toBe('voided')
    const payment = paymentFor([remitted(claim)])
    return { file: writePayment(payment), paymentNumber: payment.paymentNumber }
  },
  'nothing-to-reverse': async (hospital) => {
    const { claim } = await acceptedClaim(hospital)
    const payment = paymentFor([remitted(claim, reversed(claim))], carried(claim))
    return { file: writePayment(payment), paymentNumber: payment.paymentNumber }
  },
  'patient-differs': ofClaim(() => ({ patient: { last: 'STRANGER', first: 'X', memberIds: ['OTHER1'] } })),
  'not-ours': ofClaim(() => ({ status: 'not-ours', statusCode: '23' })),
  predetermination: ofClaim(() => ({ status: 'predetermination', statusCode: '25' })),
  unbalanced: ofClaim(asItIs, { paidCents: 1 }),
  'payment-number-reused': async (hospital) => {
    const [{ claim: one }, { claim: other }] = [await acceptedClaim(hospital), await acceptedClaim(hospital)]
    const payment = paymentFor([remitted(one)])
    const { paymentNumber } = payment
    const again = writePayment(paymentFor([remitted(other)], { paymentNumber }))
    return { first: [writePayment(payment)], file: again, paymentNumber }
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
    return { file: writePayment(payment), paymentNumber: payment.paymentNumber }
  },
  'usage-differs': ofClaim(asItIs, {}, (payment) => writePayment(payment, { usage: 'P' })),
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
  ),
  'next-payer-answered': async (hospital) => {
    const { claim, number } = await atSecondPayer(hospital)
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
    const undone = await hospital.biller.post(`/v1/claims/${claim.id}/next-payer-answers/undo`, {
      coverageId: second.id,
    })
    expect(undone.status, JSON.stringify(undone.body)).toBe(200)
    const paid = paymentFor([early], payment.state)
    return { file: writePayment(paid), paymentNumber: paid.paymentNumber }
  },
  'forwarded-elsewhere': ofClaim(() => ({
    ...{ status: 'forwarded', statusCode: '19' },
    forwardedTo: { name: 'NOBODYS PLAN', id: 'NOBODY99' },
  })),
  'next-payer-refused': ofSecondPayer(({ chargeCents }) => ({
    ...{ status: 'denied', statusCode: '4', paidCents: 0, patientResponsibilityCents: 0 },
    adjustments: [{ group: 'CO', reason: '16', amountCents: chargeCents, quantity: null }],
  })),
  'next-payer-differs': ofSecondPayer(() => ({ status: 'processed-primary', statusCode: '1' })),
}
