import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { acceptedClaim, balancesOf, paymentFor, postRemittance, remitted } from './remittances.testing.ts'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'

type Schemas = components['schemas']
type Claim = Schemas['Claim']

describe.each(domainEngines)('what a payer leaves to the patient, on %s', (engine) => {
  let hospital: BillingHospital
  beforeAll(async () => {
    hospital = await startBillingHospital(engine)
  })
  afterAll(() => hospital.stop())

  const add = async (patientId: string, order: number, payer = 'State Family Care'): Promise<Schemas['Coverage']> => {
    const body = {
      payerId: (await hospital.payer(payer)).id,
      memberNumber: `MEM${order}0000001`,
      relationship: 'self',
      order,
      from: '2026-01-01',
    }
    const { body: coverage } = await hospital.biller.post(`/v1/patients/${patientId}/coverages`, body)
    await hospital.settle()
    return coverage
  }
  /** Accepted; the patient has a second coverage. */
  const covered = async () => {
    const { claim, patientId } = await acceptedClaim(hospital)
    return { claim, patientId, second: await add(patientId, 2) }
  }
  const claimNow = async ({ id }: Claim): Promise<Claim> => (await hospital.biller.get(`/v1/claims/${id}`)).body
  const statement = async (patientId: string): Promise<Schemas['Statement']> =>
    (await hospital.biller.get(`/v1/patients/${patientId}/statement`)).body
  const answer = ({ id }: Claim, { id: coverageId }: Schemas['Coverage'], cents: readonly [number, number, number]) => {
    const [paidCents, discountCents, patientCents] = cents
    const body = { coverageId, paidCents, discountCents, patientCents }
    return hospital.biller.post(`/v1/claims/${id}/next-payer-answers`, body)
  }
  const waiting = async (): Promise<Schemas['WaitingBalance'][]> =>
    (await hospital.biller.get('/v1/waiting-balances?limit=100')).body.items
  const reversalOf = (claim: Claim) =>
    remitted(claim, {
      status: 'reversal',
      statusCode: '22',
      chargeCents: -claim.chargeCents,
      paidCents: 2_000 - claim.chargeCents,
      patientResponsibilityCents: 0,
      adjustments: [{ group: 'PR', reason: '3', amountCents: -2_000, quantity: null }],
    })

  it('is not the patient’s while another coverage has not answered', async () => {
    const { claim, patientId, second } = await covered()
    await postRemittance(hospital, paymentFor([remitted(claim)]))
    expect(await balancesOf(hospital, patientId)).toEqual({ balanceCents: 0, pendingCents: 2_000 })
    const { visits, refusedCents } = await statement(patientId)
    expect([visits[0]?.state, visits[0]?.dueCents, refusedCents]).toEqual(['waiting-for-insurance', 0, 0])
    const pay = { amountCents: 2_000, returnUrl: 'https://portal.lakeside.example/pay' }
    const patient = await hospital.asPatient(patientId)
    expect((await patient.post(`/v1/patients/${patientId}/payments`, pay)).status).not.toBe(201)
    expect(await claimNow(claim)).toMatchObject({
      state: 'paid',
      patientCents: 0,
      nextPayer: { waitsFor: { coverageId: second.id, amountCents: 2_000, payer: { name: 'State Family Care' } } },
    })
    expect(await waiting()).toContainEqual(
      expect.objectContaining({ claimId: claim.id, claimNumber: claim.number, patientId, amountCents: 2_000 }),
    )
  })

  it('is posted by hand when that payer has answered, to the cent, and only then the patient’s', async () => {
    const { claim, patientId, second } = await covered()
    await postRemittance(hospital, paymentFor([remitted(claim)]))
    expect((await answer(claim, second, [1_500, 0, 400])).body.code).toBe('next_payer_amounts_differ')
    expect((await answer(claim, second, [0, 0, 2_000])).body.code).toBe('balance_billing_prohibited')
    expect(await balancesOf(hospital, patientId)).toEqual({ balanceCents: 0, pendingCents: 2_000 })
    const posted = await answer(claim, second, [1_400, 500, 100])
    expect(posted.body).toMatchObject({ patientCents: 100, nextPayer: { answers: [{ paidCents: 1_400 }] } })
    expect(await balancesOf(hospital, patientId)).toEqual({ balanceCents: 100, pendingCents: 0 })
    expect((await answer(claim, second, [1_400, 500, 100])).body.code).toBe('next_payer_not_awaited')
    expect((await waiting()).some(({ claimId }) => claimId === claim.id)).toBe(false)
    const undone = await hospital.biller.post(`/v1/claims/${claim.id}/next-payer-answers/undo`, {
      coverageId: second.id,
    })
    expect(undone.body.nextPayer).toMatchObject({ waitsFor: { amountCents: 2_000 }, answers: [] })
    expect(await balancesOf(hospital, patientId)).toEqual({ balanceCents: 0, pendingCents: 2_000 })
  })

  it('waits for the third after the second; without the reasons of the second, a person sends that claim', async () => {
    const { claim, patientId, second } = await covered()
    const third = await add(patientId, 3, 'Prairie Health Partners')
    await postRemittance(hospital, paymentFor([remitted(claim)]))
    await answer(claim, second, [500, 0, 1_500])
    expect(await balancesOf(hospital, patientId)).toEqual({ balanceCents: 0, pendingCents: 1_500 })
    expect((await claimNow(claim)).nextPayer?.waitsFor).toMatchObject({ coverageId: third.id, amountCents: 1_500 })
    const path = `/v1/claims/${claim.id}/next-payer-claims`
    expect((await hospital.biller.post(path, { coverageId: third.id })).body).toMatchObject({
      code: 'claim_blocked',
      errors: [{ pointer: '/nextPayer/answers', message: 'Send this claim yourself, then post the answer by hand.' }],
    })
    expect((await hospital.biller.post(path, { coverageId: second.id })).body.code).toBe('next_payer_not_awaited')
    expect((await answer(claim, third, [0, 0, 1_500])).status).toBe(200)
    expect(await balancesOf(hospital, patientId)).toEqual({ balanceCents: 1_500, pendingCents: 0 })
  })

  it('goes back to the insurance when a coverage is added late, and to the patient when it ends before the visit', async () => {
    const { claim, patientId } = await acceptedClaim(hospital)
    await postRemittance(hospital, paymentFor([remitted(claim)]))
    expect(await balancesOf(hospital, patientId)).toEqual({ balanceCents: 2_000, pendingCents: 0 })
    const second = await add(patientId, 2)
    expect(await balancesOf(hospital, patientId)).toEqual({ balanceCents: 0, pendingCents: 2_000 })
    await hospital.biller.post(`/v1/coverages/${second.id}/end`, { to: '2026-06-30', version: second.version })
    await hospital.settle()
    expect(await balancesOf(hospital, patientId)).toEqual({ balanceCents: 2_000, pendingCents: 0 })
    expect((await claimNow(claim)).nextPayer).toBeUndefined()
    await postRemittance(hospital, paymentFor([reversalOf(claim)]))
    expect(await balancesOf(hospital, patientId)).toEqual({ balanceCents: 0, pendingCents: claim.chargeCents })
  })

  it('is undone with its decision, and a reversal waits for a person once another payer has answered', async () => {
    const { claim, patientId, second } = await covered()
    await postRemittance(hospital, paymentFor([remitted(claim)]))
    await postRemittance(hospital, paymentFor([reversalOf(claim)]))
    expect(await balancesOf(hospital, patientId)).toEqual({ balanceCents: 0, pendingCents: claim.chargeCents })
    await postRemittance(hospital, paymentFor([remitted(claim)]))
    await answer(claim, second, [2_000, 0, 0])
    const reversal = paymentFor([reversalOf(claim)])
    await postRemittance(hospital, reversal)
    const held: Schemas['HeldLine'][] = (await hospital.biller.get('/v1/held-lines?limit=100')).body.items
    const line = held.find(({ traceNumber }) => traceNumber === reversal.paymentNumber)
    expect(line?.holdReason).toBe('next-payer-answered')
    await hospital.biller.post(`/v1/claims/${claim.id}/next-payer-answers/undo`, { coverageId: second.id })
    const matched = await hospital.biller.post(`/v1/held-lines/${line?.id}/match`, { claimId: claim.id })
    expect(matched.status).toBe(200)
    expect(await balancesOf(hospital, patientId)).toEqual({ balanceCents: 0, pendingCents: claim.chargeCents })
  })
})
