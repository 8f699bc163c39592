import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { startClinic, type TestClinic } from '../../tests/clinic.testing.ts'

type Claim = components['schemas']['Claim']

describe.each(['pglite', 'postgres'] as const)('the paper form of a claim, on %s', (engine) => {
  let clinic: TestClinic
  beforeAll(async () => {
    clinic = await startClinic(engine)
  })
  afterAll(() => clinic.stop())

  const claimFor = async (more: Parameters<TestClinic['visitOf']>[1] = {}) => {
    const patientId = await clinic.addPatient()
    await clinic.insure(patientId)
    return clinic.claimOf(await clinic.visitOf(patientId, more))
  }
  const form = ({ id }: Claim, desk = clinic.biller) => desk.get(`/v1/claims/${id}/cms-1500`)
  const boxesOf = async (claim: Claim): Promise<Record<string, string>> => {
    const { status, body } = await form(claim)
    expect(status, JSON.stringify(body)).toBe(200)
    return Object.fromEntries(body.boxes.map(({ box, value }: { box: string; value: string }) => [box, value]))
  }
  /** Paper and wire are refused alike, and by the same words. */
  const refusedBoth = async (claim: Claim, code: string, errors: object, desk = clinic.biller) => {
    const onPaper = await form(claim, desk)
    expect(onPaper).toMatchObject({ status: 409, body: { code, errors } })
    const onTheWire = await desk.post(`/v1/claims/${claim.id}/submit`, { version: claim.version })
    expect(onTheWire.body).toMatchObject({ code, errors: onPaper.body.errors })
  }

  it('says what the claim says once nothing stands in its way', async () => {
    const claim = await claimFor()
    expect(await boxesOf(claim)).toMatchObject({ 26: claim.number, '24.1.B': '10', 28: '145 00', '33a': '1999999984' })
  })

  it('is not printed while a finding blocks the claim, and says what to put right', async () => {
    const claim = await claimFor({ location: { state: 'TX', kind: 'home' } })
    const [finding] = claim.findings
    await refusedBoth(claim, 'claim_blocked', [{ code: finding?.code, message: finding?.remedy }])
  })

  it('is not printed once the visit says something else than the claim', async () => {
    const claim = await claimFor()
    const visit = clinic.visits.get(claim.visitId)
    if (!visit) throw new Error('no such visit')
    clinic.visits.set(claim.visitId, { ...visit, location: { state: 'OH', kind: 'other' }, version: 5 })
    const { visitId, patientId } = claim
    await clinic.emit('visits.changed', { visitId, patientId, version: 5 })
    const stale = await clinic.claimOf(visitId)
    expect(stale.stale).toBe(true)
    await refusedBoth(stale, 'claim_blocked', [{ code: 'claim-stale' }])
  })

  it('is not printed once the filing date has gone by since the desk looked', async () => {
    const claim = await claimFor()
    const now = clinic.server.clock.now()
    clinic.server.clock.advance({ hours: 200 * 24 })
    const desk = await clinic.server.as('biller')
    await refusedBoth(claim, 'claim_blocked', [{ message: expect.any(String) }], desk)
    clinic.server.clock.set(now)
  })

  it('of a claim that went out repeats what was sent, and of its correction names the claim that it replaces', async () => {
    const { visitId, ...claim } = await claimFor()
    await clinic.submit({ visitId, ...claim })
    await clinic.exchange()
    const paid = await clinic.claimOf(visitId)
    expect(paid.state).toBe('paid')
    expect(await boxesOf(paid)).toMatchObject({ 26: claim.number })
    const correction: Claim = (await clinic.biller.post(`/v1/claims/${paid.id}/correct`)).body
    expect(await boxesOf(correction)).toMatchObject({ 22: `7 ${paid.payerClaimNumber}`, 26: correction.number })
  })
})
