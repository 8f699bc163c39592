import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { racesOf } from '../../tests/races.testing.ts'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'

/** Simultaneous writes need an engine with two connections. */
describe('a patient’s request not to disclose a visit to a payer, on postgres', () => {
  let hospital: BillingHospital
  beforeAll(async () => {
    hospital = await startBillingHospital('postgres')
  })
  afterAll(() => hospital.stop())

  const { hold, holdEntries, untilWaiting } = racesOf(() => hospital)
  const statement = async (patientId: string) => {
    const { balanceCents, pendingCents } = (await hospital.biller.get(`/v1/patients/${patientId}/statement`)).body
    return { balanceCents, pendingCents }
  }

  it.each([
    ['insured', async (patientId: string) => void (await hospital.insure(patientId)), async () => undefined],
    ['insured later', async () => undefined, async (patientId: string) => void (await hospital.insure(patientId))],
  ])('is not undone by a simultaneous change of the claim of a patient who is %s', async (_, before, after) => {
    const visit = hospital.seenPatient()
    const { patientId, visitId } = visit
    await before(patientId)
    await hospital.sign(visit)
    const claim = await hospital.claimOf(visitId)
    await after(patientId)
    const patient = await hospital.asPatient(patientId)
    const release = await hold(sql`select 1 from billing.claims where id = ${claim.id} for update`)
    const wish = patient.post(`/v1/visits/${visitId}/self-pay`)
    await untilWaiting(1)
    const coverage = (await hospital.biller.get(`/v1/patients/${patientId}/coverages`)).body.items[0]
    const change = hospital.biller.put(`/v1/claims/${claim.id}`, { version: claim.version, coverageId: coverage.id })
    await untilWaiting(2)
    const refresh = hospital.biller.post(`/v1/claims/${claim.id}/refresh`)
    await untilWaiting(3)
    await release()
    expect((await wish).status).toBe(200)
    expect((await change).body.code).toBe('version_conflict')
    expect((await refresh).body.code).toBe('version_conflict')
    expect(await hospital.claimOf(visitId)).toMatchObject({ state: 'self-pay', payer: { kind: 'self-pay' } })
    expect(await statement(patientId)).toEqual({ balanceCents: claim.chargeCents, pendingCents: 0 })
    expect((await hospital.biller.get(`/v1/claims/${claim.id}/cms-1500`)).body.code).toBe('claim_blocked')
  })

  it('applies when it arrives while the note is signed', async () => {
    const visit = hospital.seenPatient()
    const { patientId, visitId } = visit
    await hospital.insure(patientId)
    const patient = await hospital.asPatient(patientId)
    // The lock permits reads and row locks: only the insert of the claim waits.
    const release = await hold(sql`lock table billing.claims in share mode`)
    const signed = hospital.sign(visit)
    await untilWaiting(1)
    expect((await patient.post(`/v1/visits/${visitId}/self-pay`)).status).toBe(200)
    await release()
    await expect(signed).rejects.toThrow('version_conflict')
    // The event is delivered again, and the claim is made from what holds now.
    await hospital.settle()
    expect(await hospital.claimOf(visitId)).toMatchObject({ state: 'self-pay', payer: { kind: 'self-pay' } })
    expect(await statement(patientId)).toEqual({ balanceCents: 14_500, pendingCents: 0 })
  })

  it('applies to a claim that is made at the same moment', async () => {
    const visit = hospital.seenPatient()
    const { patientId, visitId } = visit
    await hospital.insure(patientId)
    const patient = await hospital.asPatient(patientId)
    // The claim and the account are written, and the restriction is not read yet. Their entries are not written.
    const release = await holdEntries()
    const signed = hospital.sign(visit)
    await untilWaiting(1)
    const wishes = [1, 2].map(() => patient.post(`/v1/visits/${visitId}/self-pay`))
    await untilWaiting(3)
    await release()
    await signed
    expect((await Promise.all(wishes)).map(({ status }) => status)).toEqual([200, 200])
    expect(await hospital.claimOf(visitId)).toMatchObject({ state: 'self-pay', payer: { kind: 'self-pay' } })
    expect(await statement(patientId)).toEqual({ balanceCents: 14_500, pendingCents: 0 })
  })

  it('comes too late for a claim that is paid at the same moment', async () => {
    const { patientId, visitId } = await hospital.insuredVisit()
    await hospital.submit(await hospital.claimOf(visitId))
    const patient = await hospital.asPatient(patientId)
    const release = await holdEntries()
    const exchange = hospital.exchange()
    await untilWaiting(1)
    const wish = patient.post(`/v1/visits/${visitId}/self-pay`)
    await untilWaiting(2)
    await release()
    await exchange
    expect((await wish).body.code).toBe('claim_sent')
    const paid = await hospital.claimOf(visitId)
    expect(paid.state).toBe('paid')
    expect(await statement(patientId)).toEqual({ balanceCents: paid.patientCents, pendingCents: 0 })
  })

  it('blocks the form of a claim that was made before', async () => {
    const { visitId } = await hospital.insuredVisit()
    const claim = await hospital.claimOf(visitId)
    await hospital.keep('billing', ({ tx }) =>
      sql`update billing.visit_accounts set restricted = true where id = ${visitId}`.execute(tx),
    )
    expect(await hospital.biller.get(`/v1/claims/${claim.id}/cms-1500`)).toMatchObject({
      status: 409,
      body: { code: 'claim_blocked', errors: [{ code: 'self-pay' }] },
    })
  })

  it('is checked again when a claim is sent, and no file leaves', async () => {
    const { visitId } = await hospital.insuredVisit()
    const claim = await hospital.claimOf(visitId)
    await hospital.keep('billing', ({ tx }) =>
      sql`update billing.visit_accounts set restricted = true where id = ${visitId}`.execute(tx),
    )
    // The visit’s account is read again before anything that was gathered is used.
    expect(await hospital.biller.post(`/v1/claims/${claim.id}/submit`, { version: claim.version })).toMatchObject({
      status: 409,
      body: { code: 'claim_blocked', errors: [{ code: 'self-pay' }] },
    })
    await hospital.exchange()
    expect(JSON.stringify([...hospital.clearinghouse.received.values()])).not.toContain(claim.number)
    expect((await hospital.claimOf(visitId)).state).toBe(claim.state)
  })
})
