import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'

type Coverage = components['schemas']['Coverage']

describe.each(domainEngines)('a coverage that staff correct, on %s', (engine) => {
  let hospital: BillingHospital
  beforeAll(async () => {
    hospital = await startBillingHospital(engine)
  })
  afterAll(() => hospital.stop())

  const bodyOf = ({ payer, memberNumber, groupNumber, relationship, order, from, to, version }: Coverage) => ({
    ...{ payerId: payer.id, memberNumber, groupNumber, relationship, order, from, to, version },
  })
  const correct = async (coverage: Coverage, more: object = {}) =>
    (await hospital.as('front-desk')).put(`/v1/coverages/${coverage.id}`, { ...bodyOf(coverage), ...more })
  const coveragesOf = async (patientId: string): Promise<Coverage[]> =>
    (await hospital.biller.get(`/v1/patients/${patientId}/coverages`)).body.items
  const payerId = async (name: string): Promise<string> => (await hospital.payer(name)).id
  const add = async (patientId: string, more: object) =>
    hospital.biller.post(`/v1/patients/${patientId}/coverages`, {
      payerId: await payerId('State Family Care'),
      ...{ memberNumber: 'MEM20000001', relationship: 'self', order: 2, from: '2026-01-01', ...more },
    })

  it('has what the card says, and the payer is asked again: the answer from before is not shown', async () => {
    const patientId = await hospital.addPatient()
    const wrong = await hospital.insure(patientId, { memberNumber: 'NOBODY0002' })
    await hospital.exchange()
    expect((await coveragesOf(patientId))[0]?.eligibility?.status).toBe('unknown-member')
    const corrected = await correct(wrong, { memberNumber: 'MEM10000001', groupNumber: 'GROUP-7' })
    expect(corrected.body).toMatchObject({
      ...{ memberNumber: 'MEM10000001', groupNumber: 'GROUP-7', version: wrong.version + 1 },
      eligibility: { status: 'pending' },
    })
    await hospital.exchange()
    expect((await coveragesOf(patientId))[0]?.eligibility?.status).toBe('active')
    // Dates are not part of the question: the answer stays.
    const later = await correct(corrected.body, { to: '2027-12-31' })
    expect(later.body).toMatchObject({ to: '2027-12-31', eligibility: { status: 'active' } })
  })

  it('of which only the name on the card is changed is asked about again in the same way; the reason for Medicare is not asked', async () => {
    const patientId = await hospital.addPatient()
    const coverage = await hospital.insure(patientId)
    await hospital.exchange()
    const [before] = await coveragesOf(patientId)
    expect(before?.eligibility?.status).toBe('active')
    const desk = await hospital.as('front-desk')
    const update = (version: number, more: object) => desk.patch(`/v1/coverages/${coverage.id}`, { version, ...more })
    const nameOnCard = { given: 'Julia', family: 'Primer' }
    const renamed = await update(coverage.version, { nameOnCard })
    expect(renamed.body).toMatchObject({ nameOnCard, eligibility: { status: 'pending' } })
    expect(renamed.body.eligibility.id).not.toBe(before?.eligibility?.id)
    await hospital.exchange()
    const [answered] = await coveragesOf(patientId)
    expect(answered?.eligibility).toMatchObject({ id: renamed.body.eligibility.id, status: 'active' })
    // The same name again is no other question: what was answered stays.
    const same = await update(renamed.body.version, { nameOnCard })
    expect(same.body.eligibility.id).toBe(renamed.body.eligibility.id)
    const removed = await update(same.body.version, { nameOnCard: null })
    expect(removed.body.eligibility).toMatchObject({ status: 'pending' })
    expect(removed.body.nameOnCard).toBeUndefined()

    const second = await add(patientId, {
      ...{ payerId: await payerId('Federal Senior Care'), memberNumber: '1EG4TE5MK74' },
      medicareSecondaryReason: 'working-aged',
    })
    await hospital.exchange()
    const { eligibility } = (await coveragesOf(patientId)).find(({ id }) => id === second.body.id) ?? {}
    const reason = { nameOnCard: null, medicareSecondaryReason: 'disability', version: second.body.version }
    const changed = await desk.patch(`/v1/coverages/${second.body.id}`, reason)
    expect(changed.body).toMatchObject({ medicareSecondaryReason: 'disability', eligibility: { id: eligibility?.id } })
  })

  it('is not changed over the change of another person', async () => {
    const patientId = await hospital.addPatient()
    const coverage = await hospital.insure(patientId)
    expect((await correct(coverage, { groupNumber: 'GROUP-1' })).status).toBe(200)
    expect((await correct(coverage, { groupNumber: 'GROUP-2' })).body.code).toBe('version_conflict')
    expect((await coveragesOf(patientId))[0]?.groupNumber).toBe('GROUP-1')
  })

  it('moves to a free place only', async () => {
    const patientId = await hospital.addPatient()
    const first = await hospital.insure(patientId)
    const second: Coverage = (await add(patientId, {})).body
    expect((await correct(second, { order: 1 })).body.code).toBe('coverage_overlaps')
    expect((await correct(second, { order: 3 })).body).toMatchObject({ order: 3 })
    expect((await correct(first, { to: '2020-01-01' })).body.errors).toMatchObject([{ pointer: '/to' }])
    expect((await correct(first, { payerId: await payerId('Patient pays') })).body.code).toBe('unknown_payer')
  })

  it('on Medicare is the patient’s own, and names the reason if another payer comes first', async () => {
    const patientId = await hospital.addPatient()
    const medicare = await payerId('Federal Senior Care')
    const subscriber = { name: { given: 'Robin', family: 'Sample' }, birthDate: '1950-03-04' }
    const ofSpouse = await add(patientId, { payerId: medicare, order: 1, relationship: 'spouse', subscriber })
    expect([ofSpouse.status, ofSpouse.body.errors]).toEqual([
      422,
      [{ pointer: '/relationship', code: 'not_self', message: expect.stringContaining('the patient is the insured') }],
    ])
    const spouse: Coverage = (await add(patientId, { order: 2, relationship: 'spouse', subscriber })).body
    expect(spouse.subscriber).toEqual(subscriber)
    expect((await correct(spouse, { payerId: medicare, subscriber })).body.errors).toMatchObject([
      { pointer: '/relationship' },
    ])
    expect((await correct(spouse, { payerId: medicare, relationship: 'self' })).body.errors).toMatchObject([
      { pointer: '/medicareSecondaryReason', code: 'required' },
    ])
    const reason = 'working-aged'
    const own = await correct(spouse, { payerId: medicare, relationship: 'self', medicareSecondaryReason: reason })
    expect(own.body).toMatchObject({
      relationship: 'self',
      medicareSecondaryReason: reason,
      payer: { kind: 'medicare' },
    })
    expect(own.body.subscriber).toBeUndefined()
    expect((await correct(own.body, { order: 1, medicareSecondaryReason: reason })).body.errors).toMatchObject([
      { pointer: '/medicareSecondaryReason', code: 'unexpected' },
    ])
    expect((await correct(own.body, { order: 1 })).body.medicareSecondaryReason).toBeUndefined()
  })

  it('keeps payer and order once a payer has a claim with it; the rest is corrected, and what was sent stays', async () => {
    const { patientId, visitId } = await hospital.insuredVisit()
    await hospital.submit(await hospital.claimOf(visitId))
    const [coverage] = await coveragesOf(patientId)
    if (!coverage) throw new Error('no coverage')
    const state = await payerId('State Family Care')
    expect((await correct(coverage, { payerId: state })).body.code).toBe('coverage_in_use')
    expect((await correct(coverage, { order: 2 })).body.code).toBe('coverage_in_use')
    expect((await correct(coverage, { groupNumber: 'GROUP-9' })).body.groupNumber).toBe('GROUP-9')
    const claim = await hospital.claimOf(visitId)
    const { items } = (await hospital.biller.get(`/v1/claims/${claim.id}/messages`)).body
    expect(JSON.stringify(items)).not.toContain('GROUP-9')
  })

  it('goes to the corrected payer with a claim that was not sent before', async () => {
    const { patientId, visitId } = await hospital.insuredVisit()
    const [coverage] = await coveragesOf(patientId)
    if (!coverage) throw new Error('no coverage')
    expect((await correct(coverage, { payerId: await payerId('State Family Care') })).status).toBe(200)
    // Each payer wants modifiers of its own.
    await hospital.biller.post(`/v1/claims/${(await hospital.claimOf(visitId)).id}/refresh`)
    await hospital.submit(await hospital.claimOf(visitId))
    expect((await hospital.claimOf(visitId)).payer.name).toBe('State Family Care')
  })
})
