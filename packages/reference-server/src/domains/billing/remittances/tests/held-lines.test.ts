import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import { newId } from '../../../../platform/database/ids/new-id.ts'
import type { Remittance } from '../../../../vendors/clearinghouse/remittance.ts'
import {
  acceptedClaim,
  balancesOf,
  paymentFor,
  postRemittance,
  remitted,
  type RemittedClaim,
} from './remittances.testing.ts'
import { deskOf } from '../../claims/tests/claims.testing.ts'
import type { HeldVisit } from '../../tests/held-visits.testing.ts'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'

type Schemas = components['schemas']
type Claim = Schemas['Claim']

describe.each(domainEngines)('a line that is held, on %s', (engine) => {
  let hospital: BillingHospital
  beforeAll(async () => {
    hospital = await startBillingHospital(engine)
  })
  afterAll(() => hospital.stop())

  const accepted = async (visit?: HeldVisit): Promise<Claim> => (await acceptedClaim(hospital, visit)).claim
  const { claimNow } = deskOf(() => hospital)
  /** With a claim number that the server does not know. */
  const said = (claim: Claim, more: Partial<RemittedClaim> = {}): RemittedClaim =>
    remitted(claim, {
      controlNumber: `P${newId().slice(-10)}`,
      payerClaimNumber: 'PAYER-9',
      adjustments: [],
      lines: [
        {
          controlNumber: 'X1',
          serviceCode: 'T1015',
          modifiers: [],
          chargeCents: claim.chargeCents,
          paidCents: claim.chargeCents - 2_000,
          units: 1,
          serviceDay: '2026-11-24',
          adjustments: [{ group: 'PR', reason: '3', amountCents: 2_000, quantity: null }],
          allowedCents: claim.chargeCents,
          remarks: [],
        },
      ],
      ...more,
    })
  const post = async (claims: RemittedClaim[], more: Partial<Remittance> = {}): Promise<Remittance> => {
    const remittance = paymentFor(claims, more)
    await postRemittance(hospital, remittance)
    return remittance
  }
  const heldOf = async ({ paymentNumber }: Remittance): Promise<Schemas['HeldLine'][]> =>
    (await hospital.biller.get('/v1/held-lines?limit=100')).body.items.filter(
      ({ traceNumber }: Schemas['HeldLine']) => traceNumber === paymentNumber,
    )
  const oneHeld = async (remittance: Remittance): Promise<Schemas['HeldLine']> => {
    const [line] = await heldOf(remittance)
    if (!line) throw new Error('no line is held')
    return line
  }
  const match = ({ id }: Schemas['HeldLine'], claim: Claim) =>
    hospital.biller.post(`/v1/held-lines/${id}/match`, { claimId: claim.id })
  const payment = async ({ remittanceId }: Schemas['HeldLine']) =>
    (await hospital.biller.get(`/v1/remittances/${remittanceId}`)).body
  const balance = ({ patientId }: Claim): Promise<object> => balancesOf(hospital, patientId)

  it('is listed with its reason, shows the payer’s statement and possible claims, and is posted by hand to the cent', async () => {
    const claim = await accepted()
    const line = await oneHeld(await post([said(claim)]))
    expect(line).toMatchObject({ holdReason: 'claim-unknown', posted: false, payerName: 'LAKESIDE MUTUAL HEALTH' })
    const shown = await hospital.biller.get(`/v1/held-lines/${line.id}`)
    expect(shown.body).toMatchObject({
      payerClaimNumber: 'PAYER-9',
      services: [{ code: 'T1015', serviceDate: '2026-11-24', paidCents: claim.chargeCents - 2_000 }],
    })
    expect(shown.body.candidates).toContainEqual(expect.objectContaining({ id: claim.id, number: claim.number }))
    const byNumber = await hospital.biller.get(`/v1/held-lines/${line.id}?number=${claim.number.toLowerCase()}`)
    expect(byNumber.body.candidates.map(({ id }: Claim) => id)).toEqual([claim.id])

    const matched = await match(line, claim)
    expect(matched.body).toMatchObject({
      posted: true,
      resolution: 'matched',
      claimId: claim.id,
      patientId: claim.patientId,
      holdReason: 'claim-unknown',
    })
    expect(await claimNow(claim)).toMatchObject({
      state: 'paid',
      paidCents: claim.chargeCents - 2_000,
      payerClaimNumber: 'PAYER-9',
      lines: [{ paidCents: claim.chargeCents - 2_000, patientCents: 2_000 }],
    })
    expect(await balance(claim)).toEqual({ balanceCents: 2_000, pendingCents: 0 })
    expect(await payment(line)).toMatchObject({
      status: 'posted',
      unmatched: 0,
      postedCents: claim.chargeCents - 2_000,
      lines: [{ posted: true, resolution: 'matched' }],
    })
    const messages = (await hospital.biller.get(`/v1/claims/${claim.id}/messages`)).body.items
    expect(messages.map(({ kind }: { kind: string }) => kind)).toContain('835')
    expect((await hospital.biller.get(`/v1/held-lines?limit=100`)).body.items).not.toContainEqual(
      expect.objectContaining({ id: line.id }),
    )
  })

  it('is matched once when several matches arrive at the same time', async () => {
    const [one, other] = [await accepted(), await accepted()]
    const line = await oneHeld(await post([said(one)]))
    const answers = await Promise.all([match(line, one), match(line, other), match(line, one), match(line, other)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409])
    expect(answers.flatMap(({ status, body }) => (status === 409 ? [body.code] : []))).toEqual(
      Array.from({ length: 3 }, () => 'already_resolved'),
    )
    expect([(await claimNow(one)).paidCents + (await claimNow(other)).paidCents]).toEqual([one.chargeCents - 2_000])
    expect((await hospital.biller.post(`/v1/held-lines/${line.id}/resolve`, { reason: 'no-money' })).body.code).toBe(
      'already_resolved',
    )
  })

  it('cannot be matched to a claim to which another line was matched', async () => {
    const claim = await accepted()
    const [first, second] = await heldOf(await post([said(claim), said(claim)]))
    if (!first || !second) throw new Error('two lines are held')
    const answers = await Promise.all([match(first, claim), match(second, claim)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const refused = answers.find(({ status }) => status === 409)?.body
    expect(refused).toMatchObject({
      code: 'line_not_postable',
      errors: [{ pointer: '/claimId', code: 'already-adjudicated' }],
    })
    expect(await balance(claim)).toEqual({ balanceCents: 2_000, pendingCents: 0 })
    expect(await payment(first)).toMatchObject({ status: 'needs-work', unmatched: 1 })
  })

  it('is not posted to a claim that does not fit, and no balance changes', async () => {
    const claim = await accepted()
    const another = await hospital.hold(claim.patientId)
    await hospital.sign(another)
    const unsent = await hospital.claimOf(another.visitId)
    const before = await balance(claim)
    const line = await oneHeld(
      await post([
        said(claim, {
          chargeCents: claim.chargeCents + 100,
          paidCents: claim.chargeCents - 1_900,
          lines: [],
          adjustments: [{ group: 'PR', reason: '3', amountCents: 2_000, quantity: null }],
        }),
      ]),
    )
    expect((await match(line, claim)).body.errors).toMatchObject([{ code: 'charge-differs' }])
    expect((await match(line, unsent)).body.errors).toMatchObject([{ code: 'claim-not-sent' }])
    expect((await hospital.biller.post(`/v1/held-lines/${line.id}/match`, { claimId: newId() })).status).toBe(404)
    expect(await balance(claim)).toEqual(before)
    expect(await oneHeld({ paymentNumber: line.traceNumber } as Remittance)).toMatchObject({ id: line.id })
  })

  it('of one patient’s claim cannot be matched to another patient’s claim', async () => {
    const [named, stranger] = [await accepted(), await accepted()]
    await post([said(named, { controlNumber: named.number })])
    const again = await oneHeld(await post([said(named, { controlNumber: named.number })]))
    expect(again).toMatchObject({ holdReason: 'already-adjudicated', patientId: named.patientId })
    expect((await match(again, stranger)).body.errors).toMatchObject([{ code: 'other-patient' }])
  })

  const anotherPatient = { last: 'OTHER', first: 'ALEX', memberIds: ['MEM-OTHER'] }

  it('names another patient than its claim, and can be matched only to a claim of the patient whom it names', async () => {
    const visit = hospital.seenPatient()
    await hospital.rename(visit.patientId, { given: 'Alex', family: 'Other' })
    await hospital.insure(visit.patientId, { memberNumber: 'MEM-OTHER' })
    await hospital.sign(visit)
    const [wrong, right] = [await accepted(), await accepted(visit)]
    const line = await oneHeld(await post([said(wrong, { controlNumber: wrong.number, patient: anotherPatient })]))
    expect(line).toMatchObject({ holdReason: 'patient-differs', posted: false })
    expect(line).not.toHaveProperty('patientId')
    const shown = (await hospital.biller.get(`/v1/held-lines/${line.id}`)).body
    expect(shown.payerPatient).toEqual({ name: 'ALEX OTHER', memberNumbers: ['MEM-OTHER'] })
    expect((await match(line, wrong)).body.errors).toMatchObject([{ code: 'other-patient' }])
    expect((await match(line, right)).status).toBe(200)
    expect(await balance(right)).toEqual({ balanceCents: 2_000, pendingCents: 0 })
    expect((await claimNow(wrong)).state).toBe('accepted')
  })

  it('with the payer’s claim number shows that claim first, whatever the charge', async () => {
    const [known, alike] = [await accepted(), await accepted()]
    expect(known.payerClaimNumber).toEqual(expect.any(String))
    const unknown = said(alike, { payerClaimNumber: known.payerClaimNumber ?? '', chargeCents: 999, paidCents: 0 })
    const quote = { ...unknown, lines: [], patientResponsibilityCents: 999, adjustments: remitted(alike).adjustments }
    const owed = quote.adjustments.map((each) => ({ ...each, amountCents: 999 }))
    const line = await oneHeld(await post([{ ...quote, adjustments: owed }]))
    const { candidates } = (await hospital.biller.get(`/v1/held-lines/${line.id}`)).body
    expect(candidates.map(({ id }: Claim) => id)).toEqual([known.id])
  })

  it('with a payment number that was used before is posted by hand', async () => {
    const [first, second] = [await accepted(), await accepted()]
    const { paymentNumber } = await post([said(first, { controlNumber: first.number })])
    await post([said(second, { controlNumber: second.number })], { paymentNumber })
    const line = await oneHeld({ paymentNumber } as Remittance)
    expect(line).toMatchObject({ holdReason: 'payment-number-reused', claimId: second.id })
    expect((await match(line, second)).status).toBe(200)
    expect(await balance(second)).toEqual({ balanceCents: 2_000, pendingCents: 0 })
  })

  it('of a payment that does not add up is not posted by hand; the payment is marked as worked elsewhere', async () => {
    const claim = await accepted()
    const line = await oneHeld(await post([said(claim), said(claim)], { paidCents: 1 }))
    expect(line.holdReason).toBe('unbalanced')
    expect((await hospital.biller.get(`/v1/held-lines/${line.id}`)).body.candidates).toEqual([])
    expect((await match(line, claim)).body.errors).toMatchObject([{ code: 'unbalanced' }])
    const aside = await hospital.biller.post(`/v1/remittances/${line.remittanceId}/resolve`, {
      reason: 'payer-corrected',
    })
    expect(aside.body).toMatchObject({
      status: 'resolved-externally',
      unbalanced: true,
      unmatched: 0,
      postedCents: 0,
      externalResolution: 'payer-corrected',
      lines: [{ resolution: 'external' }, { resolution: 'external' }],
    })
    expect(await heldOf({ paymentNumber: line.traceNumber } as Remittance)).toEqual([])
    const again = await hospital.biller.post(`/v1/remittances/${line.remittanceId}/resolve`, { reason: 'returned' })
    expect(again.body.code).toBe('already_resolved')
    expect((await claimNow(claim)).state).toBe('accepted')
  })

  it('that is no payment is resolved separately, and the rest of its remittance stays posted', async () => {
    const claim = await accepted()
    const quote = said(claim, {
      status: 'predetermination',
      statusCode: '25',
      paidCents: 0,
      lines: [],
      patientResponsibilityCents: 0,
      adjustments: [{ group: 'CO', reason: '101', amountCents: claim.chargeCents, quantity: null }],
    })
    const line = await oneHeld(await post([said(claim, { controlNumber: claim.number }), quote]))
    const aside = await hospital.biller.post(`/v1/held-lines/${line.id}/resolve`, { reason: 'no-money' })
    expect(aside.body).toMatchObject({ posted: false, resolution: 'external', externalResolution: 'no-money' })
    expect(await payment(line)).toMatchObject({
      status: 'resolved-externally',
      unmatched: 0,
      postedCents: claim.chargeCents - 2_000,
    })
    expect((await claimNow(claim)).state).toBe('paid')
  })

  it('is visible to the billing desk only', async () => {
    const claim = await accepted()
    const line = await oneHeld(await post([said(claim)]))
    const patient = await hospital.asPatient(claim.patientId)
    expect((await patient.get('/v1/held-lines')).status).toBe(403)
    expect((await patient.post(`/v1/held-lines/${line.id}/match`, { claimId: claim.id })).status).toBe(403)
    const posted = await post([said(claim, { controlNumber: claim.number })])
    const { items } = (await hospital.biller.get('/v1/remittances?limit=100')).body
    const { id } = items.find(({ traceNumber }: Schemas['Remittance']) => traceNumber === posted.paymentNumber)
    const { lines } = (await hospital.biller.get(`/v1/remittances/${id}`)).body
    expect((await hospital.biller.get(`/v1/held-lines/${lines[0].id}`)).status).toBe(404)
  })
})
