import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'

type Claim = components['schemas']['Claim']

/** On one engine: the statements of these flows run on both in claims.test.ts and voids.test.ts. */
describe.each(['postgres'] as const)('the check before a claim is sent, on %s', (engine) => {
  let hospital: BillingHospital
  beforeAll(async () => {
    hospital = await startBillingHospital(engine)
  })
  afterAll(() => hospital.stop())

  const send = ({ id, version }: Claim) => hospital.biller.post(`/v1/claims/${id}/submit`, { version })

  it('blocks a claim whose coverage did not hold on the day of the visit', async () => {
    const visit = hospital.seenPatient()
    const { id, version } = await hospital.insure(visit.patientId)
    await hospital.sign(visit)
    const claim = await hospital.claimOf(visit.visitId)
    expect(claim.state).toBe('ready')
    expect((await hospital.biller.post(`/v1/coverages/${id}/end`, { to: claim.serviceDate, version })).status).toBe(200)
    const refreshed = (await hospital.biller.post(`/v1/claims/${claim.id}/refresh`)).body
    expect(refreshed.findings).toEqual([])
    await hospital.biller.post(`/v1/coverages/${id}/end`, { to: '2026-02-01', version: version + 1 })
    expect((await send(refreshed)).body).toMatchObject({
      code: 'claim_blocked',
      errors: [{ pointer: '/subscriber/memberId', code: 'coverage-not-in-force' }],
    })
  })

  it('blocks a duplicate: of two equal claims either can be sent, and then the other cannot', async () => {
    const visit = await hospital.insuredVisit()
    const another = await hospital.hold(visit.patientId)
    await hospital.sign(another)
    const [first, second] = [await hospital.claimOf(visit.visitId), await hospital.claimOf(another.visitId)]
    expect([first.state, second.state]).toEqual(['ready', 'ready'])
    expect((await send(second)).status).toBe(200)
    expect((await send(first)).body).toMatchObject({ code: 'claim_blocked', errors: [{ code: 'duplicate' }] })
    // The first can be sent after the payer has rejected the second.
    hospital.clearinghouse.script({
      match: { control: second.number },
      outcome: { kind: 'reject', status: 'A7:562:85' },
    })
    await hospital.exchange()
    expect((await send(first)).status).toBe(200)
    await fetch(`${hospital.clearinghouse.url}/control/reset`, { method: 'POST' })
  })
})
