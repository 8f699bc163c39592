import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { racesOf } from '../../tests/races.testing.ts'
import { startClinic, type TestClinic } from '../../tests/clinic.testing.ts'

/** Two who write at once need an engine with two connections. */
describe('a wish that no payer hears of a visit, on postgres', () => {
  let clinic: TestClinic
  beforeAll(async () => {
    clinic = await startClinic('postgres')
  })
  afterAll(() => clinic.stop())

  const { hold, holdEntries, untilWaiting } = racesOf(() => clinic)
  const statement = async (patientId: string) => {
    const { balanceCents, pendingCents } = (await clinic.biller.get(`/v1/patients/${patientId}/statement`)).body
    return { balanceCents, pendingCents }
  }

  it.each([
    ['insured', async (patientId: string) => void (await clinic.insure(patientId)), async () => undefined],
    ['insured since', async () => undefined, async (patientId: string) => void (await clinic.insure(patientId))],
  ])('is not undone by whoever takes the visit into the claim meanwhile, %s', async (_, before, after) => {
    const patientId = await clinic.addPatient()
    await before(patientId)
    const visitId = await clinic.visitOf(patientId)
    const claim = await clinic.claimOf(visitId)
    await after(patientId)
    const patient = await clinic.asPatient(patientId)
    const release = await hold(sql`select 1 from billing.claims where id = ${claim.id} for update`)
    const wish = patient.post(`/v1/visits/${visitId}/self-pay`)
    await untilWaiting(1)
    const coverage = (await clinic.biller.get(`/v1/patients/${patientId}/coverages`)).body.items[0]
    const change = clinic.biller.put(`/v1/claims/${claim.id}`, { version: claim.version, coverageId: coverage.id })
    await untilWaiting(2)
    const refresh = clinic.biller.post(`/v1/claims/${claim.id}/refresh`)
    await untilWaiting(3)
    await release()
    expect((await wish).status).toBe(200)
    expect((await change).body.code).toBe('version_conflict')
    expect((await refresh).body.code).toBe('version_conflict')
    expect(await clinic.claimOf(visitId)).toMatchObject({ state: 'self-pay', payer: { kind: 'self-pay' } })
    expect(await statement(patientId)).toEqual({ balanceCents: claim.chargeCents, pendingCents: 0 })
    expect((await clinic.biller.get(`/v1/claims/${claim.id}/cms-1500`)).body.code).toBe('claim_blocked')
  })

  it('holds although it is spoken while the note is signed', async () => {
    const patientId = await clinic.addPatient()
    await clinic.insure(patientId)
    const patient = await clinic.asPatient(patientId)
    // Reading goes on, also to lock a row: only the new claim waits.
    const release = await hold(sql`lock table billing.claims in share mode`)
    const signed = clinic.visitOf(patientId)
    await untilWaiting(1)
    const visitId = [...clinic.visits.keys()].at(-1) ?? ''
    expect((await patient.post(`/v1/visits/${visitId}/self-pay`)).status).toBe(200)
    await release()
    await expect(signed).rejects.toThrow('version_conflict')
    // The event is delivered again, and everything is gathered again.
    await clinic.server.settle()
    expect(await clinic.claimOf(visitId)).toMatchObject({ state: 'self-pay', payer: { kind: 'self-pay' } })
    expect(await statement(patientId)).toEqual({ balanceCents: 14_500, pendingCents: 0 })
  })

  it('takes the claim with it that was made at that very moment', async () => {
    const patientId = await clinic.addPatient()
    await clinic.insure(patientId)
    const patient = await clinic.asPatient(patientId)
    // The claim and the account are there, and nobody has seen the wish; only their entries are still to be written.
    const release = await holdEntries()
    const signed = clinic.visitOf(patientId)
    await untilWaiting(1)
    const visitId = [...clinic.visits.keys()].at(-1) ?? ''
    const wishes = [1, 2].map(() => patient.post(`/v1/visits/${visitId}/self-pay`))
    await untilWaiting(3)
    await release()
    await signed
    expect((await Promise.all(wishes)).map(({ status }) => status)).toEqual([200, 200])
    expect(await clinic.claimOf(visitId)).toMatchObject({ state: 'self-pay', payer: { kind: 'self-pay' } })
    expect(await statement(patientId)).toEqual({ balanceCents: 14_500, pendingCents: 0 })
  })

  it('comes too late for a claim that is being paid at that very moment', async () => {
    const patientId = await clinic.addPatient()
    await clinic.insure(patientId)
    const visitId = await clinic.visitOf(patientId)
    await clinic.submit(await clinic.claimOf(visitId))
    const patient = await clinic.asPatient(patientId)
    const release = await holdEntries()
    const exchange = clinic.exchange()
    await untilWaiting(1)
    const wish = patient.post(`/v1/visits/${visitId}/self-pay`)
    await untilWaiting(2)
    await release()
    await exchange
    expect((await wish).body.code).toBe('claim_sent')
    const paid = await clinic.claimOf(visitId)
    expect(paid.state).toBe('paid')
    expect(await statement(patientId)).toEqual({ balanceCents: paid.patientCents, pendingCents: 0 })
  })

  it('keeps the form of a claim in the house that was made all the same', async () => {
    const patientId = await clinic.addPatient()
    await clinic.insure(patientId)
    const visitId = await clinic.visitOf(patientId)
    const claim = await clinic.claimOf(visitId)
    await clinic.server.keep('billing', ({ tx }) =>
      sql`update billing.visit_accounts set restricted = true where id = ${visitId}`.execute(tx),
    )
    expect(await clinic.biller.get(`/v1/claims/${claim.id}/cms-1500`)).toMatchObject({
      status: 409,
      body: { code: 'claim_blocked', errors: [{ code: 'self-pay' }] },
    })
  })

  it('is asked for once more when a claim is sent that was made all the same, and no file of it leaves', async () => {
    const patientId = await clinic.addPatient()
    await clinic.insure(patientId)
    const visitId = await clinic.visitOf(patientId)
    const claim = await clinic.claimOf(visitId)
    await clinic.server.keep('billing', ({ tx }) =>
      sql`update billing.visit_accounts set restricted = true where id = ${visitId}`.execute(tx),
    )
    // Asked of the visit’s account as it is now, before anything that was gathered is looked at.
    expect(await clinic.biller.post(`/v1/claims/${claim.id}/submit`, { version: claim.version })).toMatchObject({
      status: 409,
      body: { code: 'claim_blocked', errors: [{ code: 'self-pay' }] },
    })
    await clinic.exchange()
    expect(JSON.stringify([...clinic.clearinghouse.received.values()])).not.toContain(claim.number)
    expect((await clinic.claimOf(visitId)).state).toBe(claim.state)
  })
})
