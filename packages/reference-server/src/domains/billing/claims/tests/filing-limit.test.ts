import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import type { SignedInClient } from '../../../../platform/http/tests/server.testing.ts'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import { answered } from '../../../../test-kit/answered.ts'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'

type Schemas = components['schemas']
type Claim = Schemas['Claim']

const dayMs = 86_400_000

describe.each(domainEngines)('a claim and its filing limit, on %s', (engine) => {
  let hospital: BillingHospital
  let start: Date
  let claim: Claim
  beforeAll(async () => {
    hospital = await startBillingHospital(engine)
  })
  afterAll(() => hospital.stop())
  beforeEach(async () => {
    start = hospital.clock.now()
    claim = await hospital.claimOf((await hospital.insuredVisit()).visitId)
  })
  afterEach(() => hospital.clock.set(start))

  /** Sign-ins do not last until then: a biller of that day. */
  const billerOn = async (daysBefore: number): Promise<SignedInClient> => {
    hospital.clock.set(new Date(Date.parse(`${claim.fileBy}T17:00:00Z`) - daysBefore * dayMs))
    return hospital.as('biller')
  }
  const refresh = (desk: SignedInClient): Promise<Claim> => answered(desk.post(`/v1/claims/${claim.id}/refresh`), 200)
  const submit = (desk: SignedInClient, { id, version }: Claim) => desk.post(`/v1/claims/${id}/submit`, { version })
  const codes = ({ findings }: Claim) => findings.map(({ code, severity }) => [code, severity])

  it('has the payer’s days from the service, in the claim and in the list', async () => {
    const { timelyFilingDays } = await hospital.payer('Lakeside Mutual Health')
    const days = (Date.parse(claim.fileBy) - Date.parse(claim.serviceDate)) / dayMs
    expect(days).toBe(timelyFilingDays)
    const { items } = await answered(hospital.biller.get('/v1/claims?state=ready&limit=100'), 200)
    expect(items).toContainEqual(expect.objectContaining({ id: claim.id, fileBy: claim.fileBy }))
  })

  it.each([
    ['14 days before it', 14, []],
    ['13 days before it', 13, [['filing-soon', 'warning']]],
    ['on its day', 0, [['filing-soon', 'warning']]],
  ])('is sent %s', async (_when, daysBefore, findings) => {
    const desk = await billerOn(daysBefore)
    const now = await refresh(desk)
    expect([now.state, codes(now)]).toEqual(['ready', findings])
    expect(await submit(desk, now)).toMatchObject({ status: 200, body: { state: 'sending' } })
  })

  it('is not sent after it: the refusal has the reason and the remedy, and the desk lists it as blocked, the oldest first', async () => {
    const later = await hospital.claimOf((await hospital.insuredVisit()).visitId)
    const desk = await billerOn(-1)
    const [tooLate] = (await submit(desk, claim)).body.errors
    expect(await submit(desk, claim)).toMatchObject({ status: 409, body: { code: 'claim_blocked' } })
    expect(tooLate).toMatchObject({ code: 'filing-too-late', message: expect.stringContaining('write the charge off') })
    for (const { id } of [claim, later]) await answered(desk.post(`/v1/claims/${id}/refresh`), 200)
    const { items } = await answered(desk.get('/v1/claims?state=blocked&limit=100'), 200)
    const limits = (items as Schemas['ClaimSummary'][]).map(({ fileBy }) => fileBy)
    expect(limits).toEqual(limits.toSorted())
    expect(items.map(({ id }: Claim) => id)).toEqual(expect.arrayContaining([claim.id, later.id]))
  })

  it('is written off after it by another person than the one who asks', async () => {
    const desk = await billerOn(-1)
    await refresh(desk)
    const body = { reason: 'filing-too-late' }
    const asked: Schemas['WriteOff'] = await answered(desk.post(`/v1/claims/${claim.id}/write-offs`, body), 201)
    const decision = { approved: true, version: asked.version }
    const path = `/v1/write-offs/${asked.id}/decision`
    expect(await desk.post(path, decision)).toMatchObject({ status: 409, body: { code: 'second_person_needed' } })
    const administrator = await hospital.as('administrator')
    expect(await answered(administrator.post(path, decision), 200)).toMatchObject({ state: 'approved' })
    expect(await answered(desk.get(`/v1/claims/${claim.id}`), 200)).toMatchObject({ state: 'written-off' })
  })
})
