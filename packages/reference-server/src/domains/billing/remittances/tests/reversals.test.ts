import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { deskOf } from '../../claims/tests/claims.testing.ts'
import { acceptedClaim, balancesOf, denied, paymentFor, postRemittance, remitted } from './remittances.testing.ts'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'

type Claim = components['schemas']['Claim']

/** On one engine: the statements of these flows run on both in held-lines.test.ts. */
describe.each(['postgres'] as const)('a decision that the payer reverses, on %s', (engine) => {
  let hospital: BillingHospital
  beforeAll(async () => {
    hospital = await startBillingHospital(engine)
  })
  afterAll(() => hospital.stop())

  const { claimNow, statesOf, answered, paid } = deskOf(() => hospital)
  /** Accepted by the payer, with the charge of the claim that it replaces. */
  const correctionOf = async (claim: Claim): Promise<Claim> => {
    const correction = await answered(hospital.biller.post(`/v1/claims/${claim.id}/correct`), 201)
    hospital.clearinghouse.script({ match: { control: correction.number }, outcome: { kind: 'silence' } })
    await hospital.submit(correction)
    await hospital.exchange()
    return claimNow(correction)
  }
  const reversalOf = (claim: Claim, more: Parameters<typeof remitted>[1] = {}) =>
    remitted(claim, {
      status: 'reversal',
      statusCode: '22',
      chargeCents: -claim.chargeCents,
      paidCents: 0 - claim.paidCents,
      patientResponsibilityCents: 0,
      adjustments: [{ group: 'CO', reason: '45', amountCents: claim.paidCents - claim.chargeCents, quantity: null }],
      ...more,
    })
  const account = ({ patientId }: Claim) => balancesOf(hospital, patientId)
  const heldOf = async ({ number }: Claim) =>
    (await hospital.biller.get('/v1/held-lines?limit=100')).body.items.filter(
      (line: components['schemas']['HeldLine']) => line.claimNumber === number,
    )

  it('is that of the named claim: a repeated reversal leaves the payment of the correction', async () => {
    const claim = await paid()
    const correction = await correctionOf(claim)
    await postRemittance(hospital, paymentFor([reversalOf(claim), remitted(correction)]))
    const before = await account(claim)
    await postRemittance(hospital, paymentFor([reversalOf(claim)]))
    expect(await heldOf(claim)).toMatchObject([{ holdReason: 'nothing-to-reverse' }])
    expect(await statesOf(claim, correction)).toEqual(['replaced', 'paid'])
    expect(await account(claim)).toEqual(before)
  })

  it('is the denial of the original, and the denial of the correction stays', async () => {
    const { claim: accepted } = await acceptedClaim(hospital)
    await postRemittance(hospital, paymentFor([denied(accepted)]))
    const claim = await claimNow(accepted)
    const correction = await correctionOf(claim)
    await postRemittance(hospital, paymentFor([denied(correction)]))
    const before = await account(claim)
    expect(before.balanceCents).toBe(3_000)
    await postRemittance(hospital, paymentFor([reversalOf(claim)]))
    expect(await heldOf(claim)).toEqual([])
    expect(await statesOf(claim, correction)).toEqual(['replaced', 'denied'])
    expect(await account(claim)).toEqual(before)
  })

  it.each([
    ['its correction', async (claim: Claim) => correctionOf(claim), ['replaced', 'accepted']],
    [
      'its void',
      async (claim: Claim) => {
        const theVoid = await answered(hospital.biller.post(`/v1/claims/${claim.id}/void`), 201)
        hospital.clearinghouse.script({ match: { control: theVoid.number }, outcome: { kind: 'silence' } })
        return theVoid
      },
      ['voided', 'voided'],
    ],
  ])('is found by the payer’s claim number when it comes with the number of %s', async (_, follow, states) => {
    const claim = await paid()
    const next = await follow(claim)
    await postRemittance(
      hospital,
      paymentFor([reversalOf(claim, { controlNumber: next.number, payerClaimNumber: claim.payerClaimNumber ?? null })]),
    )
    expect(await heldOf(next)).toEqual([])
    expect(await claimNow(claim)).toMatchObject({ paidCents: 0, patientCents: 0 })
    expect(await statesOf(claim, next)).toEqual(states)
    expect((await account(claim)).balanceCents).toBe(0)
  })

  it('is matched by hand to the replaced claim to which it was posted', async () => {
    const claim = await paid()
    const correction = await correctionOf(claim)
    const stray = reversalOf(claim, { controlNumber: `STRAY${claim.number.slice(0, 4)}`, payerClaimNumber: null })
    await postRemittance(hospital, paymentFor([stray]))
    const [line] = await heldOf({ ...claim, number: stray.controlNumber })
    const shown = await hospital.biller.get(`/v1/held-lines/${line.id}`)
    expect(shown.body.candidates).toContainEqual(expect.objectContaining({ id: claim.id }))
    const match = ({ id }: Claim) => hospital.biller.post(`/v1/held-lines/${line.id}/match`, { claimId: id })
    expect((await match(correction)).body).toMatchObject({ errors: [{ code: 'nothing-to-reverse' }] })
    expect((await match(claim)).status).toBe(200)
    expect(await claimNow(claim)).toMatchObject({ state: 'replaced', paidCents: 0 })
    expect(await account(claim)).toEqual({ balanceCents: 0, pendingCents: claim.chargeCents })
  })
})
