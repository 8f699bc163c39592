import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import { professionalClaims } from '../../../../vendors/clearinghouse/grammar/guides.testing.ts'
import { faultsOfClaims, faultsOfLevels } from '../../../../vendors/clearinghouse/grammar/rules.testing.ts'
import { readStrictly } from '../../../../vendors/clearinghouse/grammar/strict-grammar.testing.ts'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'
import { acceptedClaim, balancesOf, paymentFor, postRemittance, remitted } from './remittances.testing.ts'

type Schemas = components['schemas']
type Claim = Schemas['Claim']

describe.each(domainEngines)('a claim to the second payer, on %s', (engine) => {
  let hospital: BillingHospital
  beforeAll(async () => {
    hospital = await startBillingHospital(engine)
  })
  afterAll(() => hospital.stop())

  const claimNow = async ({ id }: Claim): Promise<Claim> => (await hospital.biller.get(`/v1/claims/${id}`)).body
  const messagesOf = async ({ id }: Claim): Promise<Schemas['ClaimMessage'][]> =>
    (await hospital.biller.get(`/v1/claims/${id}/messages`)).body.items
  const send = (claim: Claim, coverageId: string) =>
    hospital.biller.post(`/v1/claims/${claim.id}/next-payer-claims`, { coverageId })

  /** The first payer has decided, over the network; the patient has a second coverage. */
  const decided = async (payer = 'State Family Care', memberNumber = 'MEM20000001') => {
    const { patientId, visitId } = await hospital.insuredVisit()
    const body = {
      payerId: (await hospital.payer(payer)).id,
      ...{ memberNumber, relationship: 'self', order: 2, from: '2026-01-01' },
    }
    const { body: second } = await hospital.biller.post(`/v1/patients/${patientId}/coverages`, body)
    await hospital.settle()
    await hospital.submit(await hospital.claimOf(visitId))
    await hospital.exchange()
    const claim = await hospital.claimOf(visitId)
    expect(claim.nextPayer).toMatchObject({ waitsFor: { coverageId: second.id, amountCents: 2_000 } })
    return { claim, patientId, second: second as Schemas['Coverage'] }
  }
  /** The first payer decides without naming lines; the second stays silent. */
  const silent = async () => {
    const { claim, patientId } = await acceptedClaim(hospital)
    const body = {
      payerId: (await hospital.payer('State Family Care')).id,
      ...{ memberNumber: 'MEM20000003', relationship: 'self', order: 2, from: '2026-01-01' },
    }
    const { body: second } = await hospital.biller.post(`/v1/patients/${patientId}/coverages`, body)
    await hospital.settle()
    await postRemittance(hospital, paymentFor([remitted(claim)]))
    hospital.clearinghouse.script({ match: { memberId: 'MEM20000003' }, outcome: { kind: 'silence' } })
    const sent = await send(claim, second.id)
    expect(sent.status).toBe(200)
    await hospital.exchange()
    const { nextPayer } = await claimNow(claim)
    return { claim, patientId, number: nextPayer?.claim?.number ?? '', nextPayer }
  }
  const answerOf = (claim: Claim, number: string, more: Parameters<typeof remitted>[1] = {}) =>
    remitted(claim, {
      ...{ controlNumber: number, status: 'processed-secondary', statusCode: '2' },
      ...{ paidCents: 1_500, patientResponsibilityCents: 300 },
      adjustments: [
        { group: 'OA', reason: '23', amountCents: claim.chargeCents - 2_000, quantity: null },
        { group: 'CO', reason: '45', amountCents: 200, quantity: null },
        { group: 'PR', reason: '3', amountCents: 300, quantity: null },
      ],
      ...more,
    })
  const fromState = { payerIdentifier: '1900000004', payerName: 'STATE FAMILY CARE', payerIds: ['STATECARE'] }
  const heldReason = async (paymentNumber: string): Promise<string | undefined> => {
    const { items } = (await hospital.biller.get('/v1/held-lines?limit=100')).body
    return (items as Schemas['HeldLine'][]).find(({ traceNumber }) => traceNumber === paymentNumber)?.holdReason
  }

  it('goes out with what the first payer decided, and its answer is posted: the balance was held until then', async () => {
    const { claim, patientId, second } = await decided()
    expect(await balancesOf(hospital, patientId)).toEqual({ balanceCents: 0, pendingCents: 2_000 })
    const sent = await send(claim, second.id)
    expect(sent.body.nextPayer).toMatchObject({
      waitsFor: { amountCents: 2_000 },
      claim: { coverageId: second.id, state: 'sending' },
    })
    const { number } = sent.body.nextPayer.claim
    expect(number).not.toBe(claim.number)
    const file = (await messagesOf(claim)).findLast(({ kind }) => kind === '837P')?.text ?? ''
    const reading = readStrictly(file, professionalClaims)
    expect([...faultsOfLevels(reading), ...faultsOfClaims(reading)]).toEqual([])
    for (const part of [
      `CLM*${number}*`,
      'SBR*S*18',
      'SBR*P*18',
      'OI***Y***Y',
      'NM1*PR*2*LAKESIDE',
      'SVD*LAKESIDE1*',
      'DTP*573*D8*',
    ])
      expect(file).toContain(part)
    expect((await send(claim, second.id)).body.code).toBe('next_claim_sent')
    await hospital.exchange()
    // Half of the rest; State Family Care takes its payment as payment in full.
    expect((await claimNow(claim)).nextPayer).toEqual({
      answers: [
        {
          ...{ coverageId: second.id, paidCents: 1_000, discountCents: 1_000, patientCents: 0 },
          ...{ at: expect.any(String), claimNumber: number },
        },
      ],
      claim: expect.objectContaining({ number, state: 'answered', code: '835-2' }),
    })
    expect(await balancesOf(hospital, patientId)).toEqual({ balanceCents: 0, pendingCents: 0 })
    const kinds = (await messagesOf(claim)).map(({ kind, direction }) => `${kind} ${direction}`)
    expect(kinds.filter((kind) => kind === '835 in')).toHaveLength(2)
    expect(kinds.filter((kind) => kind === '277CA in')).toHaveLength(2)
  })

  it('leaves to the patient what another second payer leaves', async () => {
    const { claim, patientId, second } = await decided('Prairie Health Partners')
    await send(claim, second.id)
    await hospital.exchange()
    expect(await claimNow(claim)).toMatchObject({
      state: 'paid',
      patientCents: 600,
      nextPayer: { answers: [{ paidCents: 1_400, discountCents: 0, patientCents: 600 }] },
    })
    expect(await balancesOf(hospital, patientId)).toEqual({ balanceCents: 600, pendingCents: 0 })
  })

  it('shows a rejection, moves nothing of the first claim, and can be sent again', async () => {
    const { claim, patientId, second } = await decided('State Family Care', 'MEM20000002')
    hospital.clearinghouse.script({
      match: { memberId: 'MEM20000002' },
      outcome: { kind: 'reject', status: 'A7:164:IL' },
    })
    await send(claim, second.id)
    await hospital.exchange()
    const after = await claimNow(claim)
    expect([after.state, after.nextPayer?.claim?.state, after.nextPayer?.claim?.code]).toEqual([
      'paid',
      'rejected',
      'A7:164:IL',
    ])
    expect(await balancesOf(hospital, patientId)).toEqual({ balanceCents: 0, pendingCents: 2_000 })
    expect((await send(claim, second.id)).status).toBe(200)
  })

  it('is answered once: a repeat, another payer, a stranger and an answer that does not fit wait for a person', async () => {
    const { claim, patientId, number, nextPayer } = await silent()
    expect(nextPayer?.claim?.state).toBe('accepted')
    const tried = async (
      more: Parameters<typeof remitted>[1],
      from: object = fromState,
    ): Promise<string | undefined> => {
      const payment = paymentFor([answerOf(claim, number, more)], from)
      await postRemittance(hospital, payment)
      expect(await balancesOf(hospital, patientId)).toEqual({ balanceCents: 0, pendingCents: 2_000 })
      return heldReason(payment.paymentNumber)
    }
    expect(await tried({}, {})).toBe('payer-differs')
    expect(await tried({ patient: { last: 'STRANGER', first: 'X', memberIds: ['OTHER1'] } })).toBe('patient-differs')
    expect(await tried({ status: 'processed-primary', statusCode: '1' })).toBe('next-payer-differs')
    const all = claim.chargeCents
    const refused = [{ group: 'CO' as const, reason: '16', amountCents: all, quantity: null }]
    const none = { paidCents: 0, patientResponsibilityCents: 0 }
    expect(await tried({ ...none, status: 'denied', statusCode: '4', adjustments: refused })).toBe('next-payer-refused')
    const left = [
      { group: 'OA' as const, reason: '23', amountCents: all - 2_000, quantity: null },
      { group: 'PR' as const, reason: '3', amountCents: 2_000, quantity: null },
    ]
    expect(await tried({ ...none, patientResponsibilityCents: 2_000, adjustments: left })).toBe('next-payer-refused')
    const more = [{ group: 'OA' as const, reason: '23', amountCents: all - 2_500, quantity: null }]
    expect(await tried({ paidCents: 2_500, patientResponsibilityCents: 0, adjustments: more })).toBe(
      'next-payer-differs',
    )

    await postRemittance(hospital, paymentFor([answerOf(claim, number)], fromState))
    expect(await balancesOf(hospital, patientId)).toEqual({ balanceCents: 300, pendingCents: 0 })
    const again = paymentFor([answerOf(claim, number)], fromState)
    await postRemittance(hospital, again)
    expect(await heldReason(again.paymentNumber)).toBe('already-adjudicated')
    expect(await balancesOf(hospital, patientId)).toEqual({ balanceCents: 300, pendingCents: 0 })
  })

  it('is answered by hand at the desk when its answer is held, once the person says whose it is', async () => {
    const { claim, patientId, number } = await silent()
    const foreign = paymentFor([answerOf(claim, number)], {})
    await postRemittance(hospital, foreign)
    const { items } = (await hospital.biller.get('/v1/held-lines?limit=100')).body
    const { id } = (items as Schemas['HeldLine'][]).find((line) => line.traceNumber === foreign.paymentNumber) ?? {}
    const other = (await acceptedClaim(hospital)).claim
    const { candidates } = (await hospital.biller.get(`/v1/held-lines/${id}`)).body as Schemas['HeldLineDetail']
    expect(candidates.map((each) => each.id)).toEqual([claim.id])
    const match = (more: object = {}) =>
      hospital.biller.post(`/v1/held-lines/${id}/match`, { claimId: claim.id, ...more })
    expect((await match()).body).toMatchObject({ code: 'line_not_postable', errors: [{ code: 'payer-differs' }] })
    expect(await balancesOf(hospital, patientId)).toEqual({ balanceCents: 0, pendingCents: 2_000 })
    // Another claim of the same charge that waits for its payer: only the number distinguishes the two.
    const wrong = await match({ claimId: other.id, origin: 'confirmed' })
    expect(wrong.body).toMatchObject({ code: 'line_not_postable', errors: [{ code: 'other-claim' }] })
    expect((await claimNow(other)).state).toBe('accepted')
    expect((await match({ origin: 'confirmed' })).body).toMatchObject({ resolution: 'matched', claimId: claim.id })
    expect(await claimNow(claim)).toMatchObject({
      state: 'paid',
      patientCents: 300,
      nextPayer: {
        answers: [{ paidCents: 1_500, discountCents: 200, patientCents: 300 }],
        claim: { state: 'answered' },
      },
    })
    expect(await balancesOf(hospital, patientId)).toEqual({ balanceCents: 300, pendingCents: 0 })
  })

  it('that was refused stays held at a match; its answer is posted by hand, and the line is resolved then', async () => {
    const { claim, patientId, number, nextPayer } = await silent()
    const adjustments = [{ group: 'CO' as const, reason: '16', amountCents: claim.chargeCents, quantity: null }]
    const none = { ...{ paidCents: 0, patientResponsibilityCents: 0 }, status: 'denied', statusCode: '4' } as const
    const refusal = paymentFor([answerOf(claim, number, { ...none, adjustments })], fromState)
    await postRemittance(hospital, refusal)
    const { items } = (await hospital.biller.get('/v1/held-lines?limit=100')).body
    const { id } = (items as Schemas['HeldLine'][]).find((line) => line.traceNumber === refusal.paymentNumber) ?? {}
    const matched = await hospital.biller.post(`/v1/held-lines/${id}/match`, { claimId: claim.id })
    expect(matched.body).toMatchObject({ code: 'line_not_postable', errors: [{ code: 'next-payer-refused' }] })
    const answer = { coverageId: nextPayer?.waitsFor?.coverageId, paidCents: 0, discountCents: 2_000, patientCents: 0 }
    expect((await hospital.biller.post(`/v1/claims/${claim.id}/next-payer-answers`, answer)).status).toBe(200)
    expect((await hospital.biller.post(`/v1/held-lines/${id}/resolve`, { reason: 'no-money' })).status).toBe(200)
    expect(await balancesOf(hospital, patientId)).toEqual({ balanceCents: 0, pendingCents: 0 })
  })

  it('that the payer reverses is undone on the claim first; then its line is posted, and no money moves twice', async () => {
    const { claim, patientId, number, nextPayer } = await silent()
    await postRemittance(hospital, paymentFor([answerOf(claim, number)], fromState))
    const reversal = paymentFor(
      [
        answerOf(claim, number, {
          ...{ status: 'reversal', statusCode: '22', chargeCents: -claim.chargeCents, paidCents: -1_500 },
          patientResponsibilityCents: 0,
          adjustments: [{ group: 'CO', reason: '45', amountCents: 1_500 - claim.chargeCents, quantity: null }],
        }),
      ],
      {
        ...{ ...fromState, paidCents: 0 },
        providerAdjustments: [
          {
            ...{ providerNpi: '1999999984', fiscalPeriodEnd: '2026-12-31', reason: 'WO', reference: 'P0' },
            amountCents: -1_500,
          },
        ],
      },
    )
    await postRemittance(hospital, reversal)
    expect(await heldReason(reversal.paymentNumber)).toBe('next-payer-answered')
    const { items } = (await hospital.biller.get('/v1/held-lines?limit=100')).body
    const line = (items as Schemas['HeldLine'][]).find(({ traceNumber }) => traceNumber === reversal.paymentNumber)
    const match = () => hospital.biller.post(`/v1/held-lines/${line?.id}/match`, { claimId: claim.id })
    expect((await match()).body.errors).toMatchObject([{ code: 'next-payer-answered' }])
    const coverageId = nextPayer?.waitsFor?.coverageId
    const undone = await hospital.biller.post(`/v1/claims/${claim.id}/next-payer-answers/undo`, { coverageId })
    expect(undone.status, JSON.stringify(undone.body)).toBe(200)
    const before = await balancesOf(hospital, patientId)
    expect(before).toEqual({ balanceCents: 0, pendingCents: 2_000 })
    expect((await match()).body).toMatchObject({ posted: true, resolution: 'matched' })
    expect(await balancesOf(hospital, patientId)).toEqual(before)
    expect((await claimNow(claim)).nextPayer).toMatchObject({ answers: [], waitsFor: { coverageId } })
  })

  it('is not sent while no balance waits for that payer', async () => {
    const { claim } = await decided()
    expect((await send(claim, claim.coverage?.id ?? '')).body.code).toBe('next_payer_not_awaited')
    expect((await claimNow(claim)).nextPayer?.claim).toBeUndefined()
  })
})
