import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import type { SignedInClient } from '../../../../platform/http/tests/server.testing.ts'
import { deskOf } from '../../claims/tests/claims.testing.ts'
import { acceptedClaim, paymentFor, postRemittance, remitted } from '../../remittances/tests/remittances.testing.ts'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'

type Schemas = components['schemas']
type Claim = Schemas['Claim']

describe.each(domainEngines)('a denied claim at the desk, on %s', (engine) => {
  let hospital: BillingHospital
  let second: SignedInClient
  beforeAll(async () => {
    hospital = await startBillingHospital(engine)
    second = await hospital.as('biller')
  })
  afterAll(() => hospital.stop())

  const { claimNow } = deskOf(() => hospital)
  const refusal = (claim: Claim) =>
    remitted(claim, {
      payerClaimNumber: null,
      status: 'denied',
      statusCode: '4',
      paidCents: 0,
      patientResponsibilityCents: 0,
      adjustments: [{ group: 'CO', reason: '97', amountCents: claim.chargeCents, quantity: null }],
    })
  /** Denied without anything for the patient. */
  const denied = async (): Promise<Claim> => {
    const { claim } = await acceptedClaim(hospital)
    await postRemittance(hospital, paymentFor([refusal(claim)]))
    return claimNow(claim)
  }
  const work = async ({ id }: Claim): Promise<Schemas['ClaimWork']> =>
    (await hospital.biller.get(`/v1/claims/${id}/work`)).body
  const bill = async ({ patientId, visitId }: Claim) => {
    const patient = await hospital.asPatient(patientId)
    const statement = (await patient.get(`/v1/patients/${patientId}/statement`)).body as Schemas['Statement']
    const visit = statement.visits.find((one) => one.visitId === visitId)
    return { ...statement, visit }
  }
  const ask = (claim: Claim) =>
    hospital.biller.post(`/v1/claims/${claim.id}/write-offs`, { reason: 'not-covered', comment: 'Bundled service.' })
  const decide = (person: SignedInClient, { id, version }: Schemas['WriteOff'], approved = true) =>
    person.post(`/v1/write-offs/${id}/decision`, { approved, version })

  it('shows the patient that the insurance refused, and no longer that it is waited for', async () => {
    const { claim } = await acceptedClaim(hospital)
    expect((await bill(claim)).visit?.state).toBe('waiting-for-insurance')
    await postRemittance(hospital, paymentFor([refusal(claim)]))
    const { visit, pendingCents, refusedCents, balanceCents } = await bill(claim)
    expect(visit?.state).toBe('insurance-refused')
    expect({ pendingCents, refusedCents, balanceCents }).toEqual({
      pendingCents: claim.chargeCents,
      refusedCents: claim.chargeCents,
      balanceCents: 0,
    })
  })

  it('waits for the insurance again while an appeal or a correction is with the payer', async () => {
    const claim = await denied()
    const appeal = { text: 'The services were separate.', dueOn: '2027-05-01', attachNote: true }
    const made = await hospital.biller.post(`/v1/claims/${claim.id}/appeals`, appeal)
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    expect(made.body).toMatchObject({ state: 'draft', note: { visitId: claim.visitId, version: expect.any(Number) } })
    expect((await hospital.biller.post(`/v1/claims/${claim.id}/appeals`, appeal)).body.code).toBe('appeal_open')
    expect((await bill(claim)).visit?.state).toBe('insurance-refused')

    const change = (body: object) => hospital.biller.put(`/v1/appeals/${made.body.id}`, body)
    expect((await change({ state: 'answered', answer: 'granted', version: 1 })).body.code).toBe('appeal_sent')
    const sent = await change({ text: 'The services were separate, see the note.', state: 'sent', version: 1 })
    expect(sent.body).toMatchObject({ state: 'sent', sentAt: expect.any(String), version: 2 })
    expect((await change({ text: 'Another text', version: 2 })).body.code).toBe('appeal_sent')
    expect((await bill(claim)).visit?.state).toBe('waiting-for-insurance')
    expect((await change({ state: 'answered', version: 2 })).status).toBe(400)
    const answered = await change({ state: 'answered', answer: 'refused', version: 2 })
    expect(answered.body).toMatchObject({ state: 'answered', answer: 'refused' })
    expect((await bill(claim)).visit?.state).toBe('insurance-refused')

    const correction = await hospital.biller.post(`/v1/claims/${claim.id}/correct`)
    expect((await bill(claim)).visit?.state).toBe('insurance-refused')
    await hospital.submit(correction.body)
    expect((await bill(claim)).visit?.state).toBe('waiting-for-insurance')
  })

  it('has a usual last day for an appeal, and takes notes in any state, which only the desk reads', async () => {
    const claim = await denied()
    const note = await hospital.biller.post(`/v1/claims/${claim.id}/notes`, { text: 'Called: ask for a review.' })
    expect(note.status).toBe(201)
    const shown = await work(claim)
    expect(shown).toMatchObject({ openCents: claim.chargeCents, notes: [{ text: 'Called: ask for a review.' }] })
    // 180 days after 24 November 2026, for a commercial payer.
    expect(shown.appealBy).toBe('2027-05-23')
    const patient = await hospital.asPatient(claim.patientId)
    expect((await patient.get(`/v1/claims/${claim.id}/work`)).status).toBe(403)
    const nurse = await hospital.as('nurse')
    expect((await nurse.get(`/v1/claims/${claim.id}/work`)).status).toBe(403)
  })

  it('is written off only by a second person, to the cent, and the bill says so', async () => {
    const claim = await denied()
    const asked = await ask(claim)
    expect(asked.status, JSON.stringify(asked.body)).toBe(201)
    expect(asked.body).toMatchObject({ state: 'asked', amountCents: claim.chargeCents, isOwn: true })
    expect((await ask(claim)).body.code).toBe('write_off_asked')
    expect((await decide(hospital.biller, asked.body)).body.code).toBe('second_person_needed')
    expect((await bill(claim)).visit).toMatchObject({ state: 'insurance-refused', writtenOffCents: 0 })

    const waiting = (await second.get('/v1/write-offs?limit=100')).body.items as Schemas['WriteOff'][]
    expect(waiting.find(({ id }) => id === asked.body.id)).toMatchObject({ isOwn: false, comment: 'Bundled service.' })
    const done = await decide(second, asked.body)
    expect(done.status, JSON.stringify(done.body)).toBe(200)
    expect(done.body).toMatchObject({ state: 'approved', decidedBy: expect.any(String) })
    expect((await claimNow(claim)).state).toBe('written-off')
    const after = await bill(claim)
    expect(after).toMatchObject({ pendingCents: 0, refusedCents: 0, balanceCents: 0 })
    expect(after.visit).toMatchObject({ state: 'settled', writtenOffCents: claim.chargeCents, dueCents: 0 })
    expect(after.visit?.lines.at(-1)).toMatchObject({ kind: 'written-off', amountCents: -claim.chargeCents })
  })

  it('holds a late payment for a claim that was written off, until that is undone', async () => {
    const claim = await denied()
    const approved = (await decide(second, (await ask(claim)).body)).body as Schemas['WriteOff']
    await postRemittance(hospital, paymentFor([remitted(claim, { payerClaimNumber: null })]))
    const { items } = (await hospital.biller.get('/v1/held-lines?limit=100')).body
    const line = items.find(({ claimNumber }: Schemas['HeldLine']) => claimNumber === claim.number)
    expect(line).toMatchObject({ holdReason: 'written-off' })
    expect((await bill(claim)).visit).toMatchObject({ state: 'settled', insurancePaidCents: 0 })

    expect((await hospital.biller.post(`/v1/claims/${claim.id}/correct`)).body.code).toBe('claim_not_adjudicated')
    const { id, version } = approved
    expect((await second.post(`/v1/write-offs/${id}/undo`, { version })).body).toMatchObject({ state: 'undone' })
    expect((await claimNow(claim)).state).toBe('denied')
    const matched = await hospital.biller.post(`/v1/held-lines/${line.id}/match`, { claimId: claim.id })
    expect(matched.status, JSON.stringify(matched.body)).toBe(200)
    expect((await bill(claim)).visit).toMatchObject({ state: 'due', dueCents: 2_000, writtenOffCents: 0 })
  })

  it('is not written off while a correction has taken its place, or when the amount has changed', async () => {
    const claim = await denied()
    const asked = (await ask(claim)).body as Schemas['WriteOff']
    const correction = await hospital.biller.post(`/v1/claims/${claim.id}/correct`)
    expect(correction.status).toBe(201)
    expect((await decide(second, asked)).body.code).toBe('write_off_not_possible')
    expect((await decide(second, asked, false)).body).toMatchObject({ state: 'refused' })
    expect((await ask(claim)).body.code).toBe('write_off_not_possible')
    expect((await bill(claim)).visit).toMatchObject({ writtenOffCents: 0 })
  })

  it('is written off once when two people approve at the same moment', async () => {
    const claim = await denied()
    const asked = (await ask(claim)).body as Schemas['WriteOff']
    const third = await hospital.as('administrator')
    const answers = await Promise.all([decide(second, asked), decide(third, asked)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect((await bill(claim)).visit).toMatchObject({ writtenOffCents: claim.chargeCents, state: 'settled' })
  })

  it('is found by number, amount and name, and counted by age', async () => {
    const claim = await denied()
    const search = async (text: string) => {
      const { body, status } = await hospital.biller.post('/v1/claims/search', { text })
      expect(status, JSON.stringify(body)).toBe(200)
      return (body.items as Schemas['ClaimSummary'][]).map(({ id }) => id)
    }
    expect(await search(claim.number.slice(0, 9).toLowerCase())).toEqual([claim.id])
    expect(await search((claim.chargeCents / 100).toFixed(2))).toContain(claim.id)
    const name = claim.patient?.displayName ?? ''
    expect(await search(name)).toContain(claim.id)
    expect(await search('Nobodysname')).toEqual([])

    const aging = async () => (await hospital.biller.get('/v1/claim-aging')).body.items as { [key: string]: unknown }[]
    const before = (await aging()).find(({ state, age }) => state === 'denied' && age === '0-30')
    expect(before).toMatchObject({ count: expect.any(Number), openCents: expect.any(Number) })
    await decide(second, (await ask(claim)).body)
    const after = (await aging()).find(({ state, age }) => state === 'denied' && age === '0-30')
    expect(Number(after?.['count'] ?? 0)).toBe(Number(before?.['count']) - 1)
    expect(Number(after?.['openCents'] ?? 0)).toBe(Number(before?.['openCents']) - claim.chargeCents)
  })
})
