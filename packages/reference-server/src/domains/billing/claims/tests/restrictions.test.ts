import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptedClaim } from '../../remittances/tests/remittances.testing.ts'
import { racesOf } from '../../tests/races.testing.ts'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'

/** Simultaneous writes need an engine with two connections. */
describe('a patient’s request not to disclose a visit to a payer, on postgres', () => {
  let hospital: BillingHospital
  beforeAll(async () => {
    hospital = await startBillingHospital('postgres')
  })
  afterAll(() => hospital.stop())

  const { hold, holdEntries, untilWaiting, untilWaitingAlone } = racesOf(() => hospital)
  const statement = async (patientId: string) => {
    const { balanceCents, pendingCents } = (await hospital.biller.get(`/v1/patients/${patientId}/statement`)).body
    return { balanceCents, pendingCents }
  }

  it('warns of a charge far from the price and of a diagnosis that is given twice, and is billed to the patient', async () => {
    const visit = hospital.seenPatient()
    await hospital.sign(visit)
    const claim = await hospital.claimOf(visit.visitId)
    expect(claim).toMatchObject({ state: 'self-pay', findings: [] })
    const [line] = claim.lines
    if (!line) throw new Error('a claim without a line')
    const { number, modifiers, units, diagnosisPointers, chargeCents } = line
    const changed = await hospital.biller.put(`/v1/claims/${claim.id}`, {
      version: claim.version,
      diagnosisCodes: [...claim.diagnosisCodes, ...claim.diagnosisCodes],
      lines: [{ number, modifiers, units, diagnosisPointers, chargeCents: chargeCents * 10 }],
    })
    expect(changed, JSON.stringify(changed.body)).toMatchObject({ status: 200, body: { state: 'self-pay' } })
    expect(changed.body.findings).toMatchObject([
      { code: 'charge-unusual', pointer: '/lines/0/chargeCents', severity: 'warning' },
      { code: 'duplicate-diagnosis', severity: 'warning' },
    ])
  })

  it.each([
    [
      'insured',
      async (patientId: string) => void (await hospital.insure(patientId)),
      async () => undefined,
      { code: 'version_conflict' },
    ],
    [
      'insured later',
      async () => undefined,
      async (patientId: string) => void (await hospital.insure(patientId)),
      // The request does not change the claim, and its new coverage is not billed.
      { state: 'self-pay', payer: { kind: 'self-pay' } },
    ],
  ])(
    'is not undone by a simultaneous change of the claim of a patient who is %s',
    async (_, before, after, changed) => {
      const visit = hospital.seenPatient()
      const { patientId, visitId } = visit
      await before(patientId)
      await hospital.sign(visit)
      await after(patientId)
      // A new coverage reaches the claim by an event, and changes its version.
      await hospital.settle()
      const claim = await hospital.claimOf(visitId)
      const patient = await hospital.asPatient(patientId)
      const release = await hold(sql`select 1 from billing.visit_accounts where id = ${visitId} for update`)
      const wish = patient.post(`/v1/visits/${visitId}/self-pay`)
      await untilWaitingAlone(1)
      const coverage = (await hospital.biller.get(`/v1/patients/${patientId}/coverages`)).body.items[0]
      const change = hospital.biller.put(`/v1/claims/${claim.id}`, { version: claim.version, coverageId: coverage.id })
      await untilWaitingAlone(2)
      const refresh = hospital.biller.post(`/v1/claims/${claim.id}/refresh`)
      await untilWaitingAlone(3)
      await release()
      expect((await wish).status).toBe(200)
      const { code, state, payer } = (await change).body
      // Each decides again when the request is stored. If the refresh is first, the version of the change is not the newest any more.
      expect([changed, { code: 'version_conflict' }]).toContainEqual(
        code ? { code } : { state, payer: { kind: payer.kind } },
      )
      // It names no version: it is made from what holds now.
      expect((await refresh).body).toMatchObject({ state: 'self-pay', payer: { kind: 'self-pay' } })
      expect(await hospital.claimOf(visitId)).toMatchObject({ state: 'self-pay', payer: { kind: 'self-pay' } })
      expect(await statement(patientId)).toEqual({ balanceCents: claim.chargeCents, pendingCents: 0 })
      expect((await hospital.biller.get(`/v1/claims/${claim.id}/cms-1500`)).body.code).toBe('claim_blocked')
    },
  )

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
    // The claim is decided again, from what holds now.
    await signed
    expect(await hospital.claimOf(visitId)).toMatchObject({ state: 'self-pay', payer: { kind: 'self-pay' } })
    expect(await statement(patientId)).toEqual({ balanceCents: 14_500, pendingCents: 0 })
  })

  it('applies to a claim that is made at the same moment', async () => {
    const visit = hospital.seenPatient()
    const { patientId, visitId } = visit
    await hospital.insure(patientId)
    const patient = await hospital.asPatient(patientId)
    // The claim is decided, and none of it is written.
    const release = await holdEntries()
    const signed = hospital.sign(visit)
    await untilWaiting(1)
    const wishes = [1, 2].map(() => patient.post(`/v1/visits/${visitId}/self-pay`))
    expect((await Promise.all(wishes)).map(({ status }) => status)).toEqual([200, 200])
    await release()
    await signed
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
    expect((await patient.post(`/v1/visits/${visitId}/self-pay`)).body.code).toBe('claim_sent')
    await release()
    await exchange
    const paid = await hospital.claimOf(visitId)
    expect(paid.state).toBe('paid')
    expect(await statement(patientId)).toEqual({ balanceCents: paid.patientCents, pendingCents: 0 })
  })

  it('comes too late for a claim that is sent at the same moment', async () => {
    const { patientId, visitId } = await hospital.insuredVisit()
    const claim = await hospital.claimOf(visitId)
    const patient = await hospital.asPatient(patientId)
    // The claim is locked by its submission, which waits for the control number.
    const release = await hold(sql`select 1 from billing.settings for update`)
    const sent = hospital.submit(claim)
    await untilWaitingAlone(1)
    const wish = patient.post(`/v1/visits/${visitId}/self-pay`)
    await untilWaitingAlone(2)
    await release()
    expect((await sent).state).toBe('sending')
    expect((await wish).body.code).toBe('claim_sent')
    expect(await statement(patientId)).toEqual({ balanceCents: 0, pendingCents: claim.chargeCents })
  })

  it('is ended by the patient: the access is recorded with why, and the claim is made again for the payer', async () => {
    const { visitId, patientId } = await hospital.insuredVisit()
    const { chargeCents } = await hospital.claimOf(visitId)
    const patient = await hospital.asPatient(patientId)
    const restricted = async () => (await patient.get(`/v1/patients/${patientId}/statement`)).body.visits[0].restricted
    await patient.post(`/v1/visits/${visitId}/self-pay`)
    expect(await restricted()).toBe(true)
    const ended = await patient.post(`/v1/visits/${visitId}/self-pay/end`, {})
    expect(ended, JSON.stringify(ended.body)).toMatchObject({ status: 200, body: { patientId, restricted: false } })
    expect(await restricted()).toBeUndefined()
    // Nothing is sent by itself.
    const kept = await hospital.claimOf(visitId)
    expect([kept.state, kept.history.at(-1)?.code]).toEqual(['self-pay', 'restriction-ended'])
    const refreshed = await hospital.biller.post(`/v1/claims/${kept.id}/refresh`)
    expect(refreshed.body).toMatchObject({ state: 'ready', payer: { name: 'Lakeside Mutual Health' } })
    expect(await statement(patientId)).toEqual({ balanceCents: 0, pendingCents: chargeCents })
    expect((await hospital.submit(await hospital.claimOf(visitId))).state).toBe('sending')
    expect(await hospital.accessRows({ patientId, operation: 'endSelfPay' })).toMatchObject([
      { action: 'update', entity: 'Claim', outcome: 'done', because: 'restriction-ended', actorKind: 'patient' },
    ])
  })

  it('is ended by staff only with the request of the patient, and for that visit only', async () => {
    const { visitId, patientId } = await hospital.insuredVisit()
    const other = await hospital.insuredVisit()
    for (const each of [{ visitId, patientId }, other])
      await (await hospital.asPatient(each.patientId)).post(`/v1/visits/${each.visitId}/self-pay`)
    const path = `/v1/visits/${visitId}/self-pay/end`
    const refused = await hospital.biller.post(path, {})
    expect([refused.status, refused.body.code, refused.body.errors?.[0]?.pointer]).toEqual([
      422,
      'restriction_request_missing',
      '/asked',
    ])
    const claim = await hospital.claimOf(visitId)
    expect((await hospital.biller.post(`/v1/claims/${claim.id}/refresh`)).body.state).toBe('self-pay')
    expect((await hospital.biller.post(path, { asked: 'orally' })).status).toBe(200)
    expect((await hospital.biller.post(path, { asked: 'orally' })).status).toBe(200)
    expect(
      (await hospital.accessRows({ patientId, operation: 'endSelfPay' })).filter(
        ({ outcome }) => outcome === 'done',
      )[0],
    ).toMatchObject({ because: 'restriction-ended-orally', actorKind: 'member' })
    expect((await hospital.biller.post(`/v1/claims/${claim.id}/refresh`)).body.state).toBe('ready')
    const kept = await hospital.claimOf(other.visitId)
    expect((await hospital.biller.post(`/v1/claims/${kept.id}/refresh`)).body.state).toBe('self-pay')
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

  it('is checked again when a payer is asked about a claim: no question leaves; another visit is asked about', async () => {
    const { claim } = await acceptedClaim(hospital)
    const { claim: other } = await acceptedClaim(hospital)
    await hospital.keep('billing', ({ tx }) =>
      sql`update billing.visit_accounts set restricted = true where id = ${claim.visitId}`.execute(tx),
    )
    expect(await hospital.biller.post(`/v1/claims/${claim.id}/status-inquiries`, {})).toMatchObject({
      status: 409,
      body: { code: 'claim_blocked', errors: [{ code: 'self-pay' }] },
    })
    expect((await hospital.biller.post(`/v1/claims/${other.id}/status-inquiries`, {})).status).toBe(200)
    await hospital.exchange()
    const asked = async (id: string) =>
      (await hospital.biller.get(`/v1/claims/${id}/status-inquiries`)).body.items.length
    expect([await asked(claim.id), await asked(other.id)]).toEqual([0, 1])
  })
})
