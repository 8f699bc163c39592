import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'

type Claim = components['schemas']['Claim']

/** On one engine: the statements of these flows run on both in claims.test.ts and voids.test.ts. */
describe.each(['postgres'] as const)('the paper form of a claim, on %s', (engine) => {
  let hospital: BillingHospital
  beforeAll(async () => {
    hospital = await startBillingHospital(engine)
  })
  afterAll(() => hospital.stop())

  const insuredClaim = async () => hospital.claimOf((await hospital.insuredVisit()).visitId)
  const form = ({ id }: Claim, desk = hospital.biller) => desk.get(`/v1/claims/${id}/cms-1500`)
  const boxesOf = async (claim: Claim): Promise<Record<string, string>> => {
    const { status, body } = await form(claim)
    expect(status, JSON.stringify(body)).toBe(200)
    return Object.fromEntries(body.boxes.map(({ box, value }: { box: string; value: string }) => [box, value]))
  }
  /** The form and the submission are refused with the same errors. */
  const refuseFormAndSubmission = async (claim: Claim, code: string, errors: object, desk = hospital.biller) => {
    const onPaper = await form(claim, desk)
    expect(onPaper).toMatchObject({ status: 409, body: { code, errors } })
    const onTheWire = await desk.post(`/v1/claims/${claim.id}/submit`, { version: claim.version })
    expect(onTheWire.body).toMatchObject({ code, errors: onPaper.body.errors })
  }

  it('shows what the claim says when no finding blocks it', async () => {
    const claim = await insuredClaim()
    expect(await boxesOf(claim)).toMatchObject({ 26: claim.number, '24.1.B': '10', 28: '145 00', '33a': '1999999984' })
  })

  it('is not printed while a finding blocks the claim, and the refusal says what to correct', async () => {
    const claim = await hospital.claimOf((await hospital.visitWithoutLicense()).visitId)
    const [finding] = claim.findings
    await refuseFormAndSubmission(claim, 'claim_blocked', [{ code: finding?.code, message: finding?.remedy }])
  })

  it('is not printed after the visit has changed', async () => {
    const claim = await insuredClaim()
    await hospital.correctLocation(claim.visitId, { kind: 'other' })
    const stale = await hospital.claimOf(claim.visitId)
    expect(stale.stale).toBe(true)
    await refuseFormAndSubmission(stale, 'claim_blocked', [{ code: 'claim-stale' }])
  })

  it('is not printed after the filing date, although the claim was ready before', async () => {
    const claim = await insuredClaim()
    const now = hospital.clock.now()
    hospital.clock.advance({ hours: 200 * 24 })
    const desk = await hospital.as('biller')
    await refuseFormAndSubmission(claim, 'claim_blocked', [{ message: expect.any(String) }], desk)
    hospital.clock.set(now)
  })

  it('of a sent claim repeats what was sent, and that of its correction names the claim that it replaces', async () => {
    const { visitId, ...claim } = await insuredClaim()
    await hospital.submit({ visitId, ...claim })
    await hospital.exchange()
    const paid = await hospital.claimOf(visitId)
    expect(paid.state).toBe('paid')
    expect(await boxesOf(paid)).toMatchObject({ 26: claim.number })
    const correction: Claim = (await hospital.biller.post(`/v1/claims/${paid.id}/correct`)).body
    expect(await boxesOf(correction)).toMatchObject({ 22: `7 ${paid.payerClaimNumber}`, 26: correction.number })
  })
})
