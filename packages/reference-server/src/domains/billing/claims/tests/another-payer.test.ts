import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import {
  acknowledgmentOf,
  inAnotherEnvelope,
  receive,
  withClaimStatus,
} from '../../remittances/tests/acknowledgments.testing.ts'
import {
  acceptedClaim,
  balancesOf,
  paymentFor,
  postRemittance,
  remitted,
} from '../../remittances/tests/remittances.testing.ts'
import { deskOf } from './claims.testing.ts'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'

type Claim = components['schemas']['Claim']

/** On one engine: the statements of these flows run on both in claims.test.ts and voids.test.ts. */
describe.each(['postgres'] as const)('a visit that was billed to the wrong payer, on %s', (engine) => {
  let hospital: BillingHospital
  beforeAll(async () => {
    hospital = await startBillingHospital(engine)
  })
  afterAll(() => hospital.stop())

  const { claimNow, answered } = deskOf(() => hospital)
  const correct = ({ id }: Claim) => hospital.biller.post(`/v1/claims/${id}/correct`)
  const account = ({ patientId }: Claim) => balancesOf(hospital, patientId)
  const rightCoverage = async (patientId: string, order: number) =>
    hospital.insure(patientId, { payerId: (await hospital.payer('State Family Care')).id, order })
  const denied = async (): Promise<Claim> => {
    const { claim } = await acceptedClaim(hospital)
    const denial = remitted(claim, {
      payerClaimNumber: null,
      status: 'denied',
      statusCode: '4',
      paidCents: 0,
      patientResponsibilityCents: 0,
      adjustments: [{ group: 'CO', reason: '109', amountCents: claim.chargeCents, quantity: null }],
    })
    await postRemittance(hospital, paymentFor([denial]))
    return claimNow(claim)
  }
  const segmentsOf = async ({ id }: Claim): Promise<string[]> => {
    const { items } = (await hospital.biller.get(`/v1/claims/${id}/messages`)).body
    return items[0].text.split('~').map((each: string) => each.trim())
  }
  /** The payers of the sandbox require different modifiers. */
  const withCoverage = ({ id, version, chargeCents }: Claim, coverageId: string) =>
    answered(
      hospital.biller.put(`/v1/claims/${id}`, {
        version,
        coverageId,
        lines: [{ number: 1, modifiers: ['GT'], units: 1, chargeCents, diagnosisPointers: [1] }],
      }),
      200,
    )

  it('is billed to the right payer as an original claim, and the denial of the first claim stays', async () => {
    const claim = await denied()
    const { id: coverageId } = await rightCoverage(claim.patientId, 2)
    const correction = await answered(correct(claim), 201)
    expect(correction).toMatchObject({ frequency: '7', follows: claim.id })
    const moved = await withCoverage(correction, coverageId)
    expect(moved).toMatchObject({ frequency: '1', follows: claim.id, payer: { name: 'State Family Care' } })
    await hospital.submit(moved)
    const segments = await segmentsOf(moved)
    expect(segments.find((each) => each.startsWith('CLM'))).toContain('10:B:1')
    expect(segments.filter((each) => each.startsWith('REF*F8'))).toEqual([])
    await hospital.exchange()
    const [first, second] = [await claimNow(claim), await claimNow(moved)]
    expect([first.state, second.state]).toEqual(['denied', 'paid'])
    expect(await account(claim)).toEqual({ balanceCents: second.patientCents, pendingCents: 0 })
    const { visits } = (await hospital.biller.get(`/v1/patients/${claim.patientId}/statement`)).body
    expect(visits[0]).toMatchObject({ chargeCents: claim.chargeCents, insurancePaidCents: second.paidCents })
  })

  it('becomes a correction again when the first payer is chosen again', async () => {
    const claim = await denied()
    const { id: coverageId } = await rightCoverage(claim.patientId, 2)
    const moved = await withCoverage(await answered(correct(claim), 201), coverageId)
    const back = await withCoverage(moved, claim.coverage?.id ?? '')
    expect(back.frequency).toBe('7')
    await hospital.biller.put(`/v1/claims/${back.id}`, {
      version: back.version,
      lines: claim.lines.map(({ number, modifiers, units, chargeCents, diagnosisPointers }) => ({
        ...{ number, modifiers, units, chargeCents, diagnosisPointers },
      })),
    })
    await hospital.submit(await claimNow(back))
    expect(await segmentsOf(back)).toContain(`REF*F8*${claim.payerClaimNumber}`)
  })

  it('is billed again, once, after the claim was voided', async () => {
    const claim = await denied()
    await answered(hospital.biller.post(`/v1/claims/${claim.id}/void`), 201)
    await hospital.exchange()
    const voided = await claimNow(claim)
    expect(voided.state).toBe('voided')
    expect(await account(claim)).toEqual({ balanceCents: 0, pendingCents: 0 })
    const [one, other] = await Promise.all([correct(claim), correct(claim)])
    const codes = [one, other].map(({ status, body }) => (status === 201 ? status : body.code))
    expect(codes.toSorted()).toEqual([201, 'claim_not_adjudicated'])
    const next: Claim = one.status === 201 ? one.body : other.body
    expect(next).toMatchObject({ frequency: '1', state: 'ready' })
    expect((await hospital.claimOf(claim.visitId)).id).toBe(next.id)
    expect(await account(claim)).toEqual({ balanceCents: 0, pendingCents: claim.chargeCents })
    await hospital.submit(next)
    await hospital.exchange()
    const paid = await claimNow(next)
    expect(paid.state).toBe('paid')
    expect(await account(claim)).toEqual({ balanceCents: paid.patientCents, pendingCents: 0 })
    expect((await correct(claim)).body.code).toBe('claim_not_adjudicated')
  })

  it('is not charged twice when the payer refuses the void after the visit was billed again', async () => {
    const claim = await denied()
    const theVoid = await answered(hospital.biller.post(`/v1/claims/${claim.id}/void`), 201)
    await hospital.runJob('billing.transmit')
    const answer = acknowledgmentOf(hospital, theVoid)
    await hospital.exchange()
    await answered(correct(claim), 201)
    await receive(hospital, inAnotherEnvelope(withClaimStatus(answer, 'A7:464:PR', 'U')))
    expect((await claimNow(claim)).state).toBe('voided')
    expect(await account(claim)).toEqual({ balanceCents: 0, pendingCents: claim.chargeCents })
  })
})
