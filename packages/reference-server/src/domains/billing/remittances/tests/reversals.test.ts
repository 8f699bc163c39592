import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { deskOf } from '../../claims/tests/claims.testing.ts'
import { acceptedClaim, balancesOf, denied, paymentFor, postRemittance, remitted } from './remittances.testing.ts'
import { startClinic, type TestClinic } from '../../tests/clinic.testing.ts'

type Claim = components['schemas']['Claim']

describe.each(['pglite', 'postgres'] as const)('a decision that the payer takes back, on %s', (engine) => {
  let clinic: TestClinic
  beforeAll(async () => {
    clinic = await startClinic(engine)
  })
  afterAll(() => clinic.stop())

  const { claimNow, statesOf, answered, paid } = deskOf(() => clinic)
  /** With the payer, of the same charge as what it replaces. */
  const correctionOf = async (claim: Claim): Promise<Claim> => {
    const correction = await answered(clinic.biller.post(`/v1/claims/${claim.id}/correct`), 201)
    clinic.clearinghouse.script({ match: { control: correction.number }, outcome: { kind: 'silence' } })
    await clinic.submit(correction)
    await clinic.exchange()
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
  const account = ({ patientId }: Claim) => balancesOf(clinic, patientId)
  const heldOf = async ({ number }: Claim) =>
    (await clinic.biller.get('/v1/held-lines?limit=100')).body.items.filter(
      (line: components['schemas']['HeldLine']) => line.claimNumber === number,
    )

  it('is that of the claim it names: said twice, it leaves what the correction was paid', async () => {
    const claim = await paid()
    const correction = await correctionOf(claim)
    await postRemittance(clinic, paymentFor([reversalOf(claim), remitted(correction)]))
    const before = await account(claim)
    await postRemittance(clinic, paymentFor([reversalOf(claim)]))
    expect(await heldOf(claim)).toMatchObject([{ holdReason: 'nothing-to-reverse' }])
    expect(await statesOf(claim, correction)).toEqual(['replaced', 'paid'])
    expect(await account(claim)).toEqual(before)
  })

  it('is a denial of the original’s, and leaves that of the correction', async () => {
    const { claim: accepted } = await acceptedClaim(clinic)
    await postRemittance(clinic, paymentFor([denied(accepted)]))
    const claim = await claimNow(accepted)
    const correction = await correctionOf(claim)
    await postRemittance(clinic, paymentFor([denied(correction)]))
    const before = await account(claim)
    expect(before.balanceCents).toBe(3_000)
    await postRemittance(clinic, paymentFor([reversalOf(claim)]))
    expect(await heldOf(claim)).toEqual([])
    expect(await statesOf(claim, correction)).toEqual(['replaced', 'denied'])
    expect(await account(claim)).toEqual(before)
  })

  it.each([
    ['its correction', async (claim: Claim) => correctionOf(claim), ['replaced', 'accepted']],
    [
      'its void',
      async (claim: Claim) => {
        const theVoid = await answered(clinic.biller.post(`/v1/claims/${claim.id}/void`), 201)
        clinic.clearinghouse.script({ match: { control: theVoid.number }, outcome: { kind: 'silence' } })
        return theVoid
      },
      ['voided', 'voided'],
    ],
  ])('is found by the payer’s number of it, said under the name of %s', async (_, follow, states) => {
    const claim = await paid()
    const next = await follow(claim)
    await postRemittance(
      clinic,
      paymentFor([reversalOf(claim, { controlNumber: next.number, payerClaimNumber: claim.payerClaimNumber ?? null })]),
    )
    expect(await heldOf(next)).toEqual([])
    expect(await claimNow(claim)).toMatchObject({ paidCents: 0, patientCents: 0 })
    expect(await statesOf(claim, next)).toEqual(states)
    expect((await account(claim)).balanceCents).toBe(0)
  })

  it('is matched by hand to a claim that was replaced, because it was posted there', async () => {
    const claim = await paid()
    const correction = await correctionOf(claim)
    const stray = reversalOf(claim, { controlNumber: `STRAY${claim.number.slice(0, 4)}`, payerClaimNumber: null })
    await postRemittance(clinic, paymentFor([stray]))
    const [line] = await heldOf({ ...claim, number: stray.controlNumber })
    const shown = await clinic.biller.get(`/v1/held-lines/${line.id}`)
    expect(shown.body.candidates).toContainEqual(expect.objectContaining({ id: claim.id }))
    const match = ({ id }: Claim) => clinic.biller.post(`/v1/held-lines/${line.id}/match`, { claimId: id })
    expect((await match(correction)).body).toMatchObject({ errors: [{ code: 'nothing-to-reverse' }] })
    expect((await match(claim)).status).toBe(200)
    expect(await claimNow(claim)).toMatchObject({ state: 'replaced', paidCents: 0 })
    expect(await account(claim)).toEqual({ balanceCents: 0, pendingCents: claim.chargeCents })
  })
})
