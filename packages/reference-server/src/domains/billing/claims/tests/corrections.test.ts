import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import {
  acknowledgmentOf,
  emptyMailbox,
  inAnotherEnvelope,
  receive,
  withClaimStatus,
} from '../../remittances/tests/acknowledgments.testing.ts'
import { balancesOf, paymentFor, postRemittance, remitted } from '../../remittances/tests/remittances.testing.ts'
import { deskOf } from './claims.testing.ts'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'

type Claim = components['schemas']['Claim']

/** On one engine: the statements of these flows run on both in claims.test.ts and voids.test.ts. */
describe.each(['postgres'] as const)('a correction, on %s', (engine) => {
  let hospital: BillingHospital
  beforeAll(async () => {
    hospital = await startBillingHospital(engine)
  })
  afterAll(() => hospital.stop())

  const { statesOf, answered, paid } = deskOf(() => hospital)
  const dearer = 25_000
  const correctionOf = async (claim: Claim): Promise<Claim> => {
    const correction = await answered(hospital.biller.post(`/v1/claims/${claim.id}/correct`), 201)
    const { modifiers = [] } = correction.lines[0] ?? {}
    const lines = [{ number: 1, modifiers, units: 1, chargeCents: dearer, diagnosisPointers: [1] }]
    return answered(hospital.biller.put(`/v1/claims/${correction.id}`, { version: correction.version, lines }), 200)
  }
  /** Sends the claim. Returns the payer's 277CA, which the server has not fetched. */
  const sent = async (claim: Claim): Promise<string> => {
    await hospital.submit(claim)
    await hospital.runJob('billing.transmit')
    const answer = acknowledgmentOf(hospital, claim)
    emptyMailbox(hospital)
    return answer
  }
  const refused = (answer: string): string => inAnotherEnvelope(withClaimStatus(answer, 'A7:562:85', 'U'))
  const reversalOf = (claim: Claim) =>
    remitted(claim, {
      status: 'reversal',
      statusCode: '22',
      chargeCents: -claim.chargeCents,
      paidCents: -claim.paidCents,
      patientResponsibilityCents: 0,
      adjustments: [{ group: 'PR', reason: '3', amountCents: claim.paidCents - claim.chargeCents, quantity: null }],
    })
  const account = async ({ patientId }: Claim) => {
    const { visits } = (await hospital.biller.get(`/v1/patients/${patientId}/statement`)).body
    return { chargeCents: visits[0].chargeCents, ...(await balancesOf(hospital, patientId)) }
  }

  it('changes no charge before the payer accepts it, or when the payer rejects it', async () => {
    const claim = await paid()
    const before = await account(claim)
    expect(before).toEqual({ chargeCents: claim.chargeCents, balanceCents: 2_000, pendingCents: 0 })
    const correction = await correctionOf(claim)
    const answer = await sent(correction)
    expect(await account(claim)).toEqual(before)
    await receive(hospital, refused(answer))
    expect(await statesOf(claim, correction)).toEqual(['paid', 'rejected'])
    expect(await account(claim)).toEqual(before)
  })

  it('replaces its original when the payer accepts it, and no longer when the payer rejects it later', async () => {
    const claim = await paid()
    const before = await account(claim)
    const correction = await correctionOf(claim)
    const answer = await sent(correction)
    await receive(hospital, answer, inAnotherEnvelope(answer))
    expect(await statesOf(claim, correction)).toEqual(['replaced', 'accepted'])
    expect(await account(claim)).toEqual({ ...before, chargeCents: dearer, pendingCents: dearer - claim.chargeCents })
    await receive(hospital, refused(answer))
    expect(await statesOf(claim, correction)).toEqual(['paid', 'rejected'])
    expect(await account(claim)).toEqual(before)
  })

  it('is charged once when the payment comes before the acceptance', async () => {
    const claim = await paid()
    const correction = await correctionOf(claim)
    const answer = await sent(correction)
    await postRemittance(hospital, paymentFor([reversalOf(claim), remitted(correction)]))
    const after = { chargeCents: dearer, balanceCents: 2_000, pendingCents: 0 }
    expect(await statesOf(claim, correction)).toEqual(['replaced', 'paid'])
    expect(await account(claim)).toEqual(after)
    await receive(hospital, answer)
    expect(await statesOf(claim, correction)).toEqual(['replaced', 'paid'])
    expect(await account(claim)).toEqual(after)
  })

  it('that was rejected has no effect after another correction was made', async () => {
    const claim = await paid()
    const first = await correctionOf(claim)
    const answer = await sent(first)
    await receive(hospital, refused(answer))
    const second = await correctionOf(claim)
    await receive(hospital, inAnotherEnvelope(answer))
    await postRemittance(hospital, paymentFor([remitted(first)]))
    expect(await statesOf(claim, first, second)).toEqual(['paid', 'rejected', 'ready'])
    expect(await account(claim)).toEqual({ chargeCents: claim.chargeCents, balanceCents: 2_000, pendingCents: 0 })
    const { items } = (await hospital.biller.get('/v1/held-lines?limit=100')).body
    expect(items).toMatchObject([{ claimNumber: first.number, holdReason: 'claim-closed' }])
  })
})
