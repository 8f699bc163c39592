import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'
import { balancesOf, paymentFor, postRemittance } from './remittances.testing.ts'
import { claimNow, cover, nextAnswer, payment, prairie, sendTo, state } from './third-payer.testing.ts'

type Schemas = components['schemas']
type Claim = Schemas['Claim']

/** CLP02 19, 20 and 21: processed as primary, secondary and tertiary, and forwarded to additional payers. */
describe.each(domainEngines)('a claim that a payer has forwarded to another one, on %s', (engine) => {
  let hospital: BillingHospital
  beforeAll(async () => {
    hospital = await startBillingHospital(engine)
  })
  afterAll(() => hospital.stop())

  const holdReason = async (paymentNumber: string): Promise<string | undefined> => {
    const { items } = (await hospital.biller.get('/v1/held-lines?limit=100')).body
    return (items as Schemas['HeldLine'][]).find(({ traceNumber }) => traceNumber === paymentNumber)?.holdReason
  }
  const sendForwarded = ({ id }: Claim, coverageId: string) =>
    hospital.biller.post(`/v1/claims/${id}/next-payer-claims`, { coverageId, sendForwarded: true })
  /** A visit of a patient with three payers, whose claim the first one pays and forwards. */
  const forwardedByFirst = async () => {
    const { patientId, visitId } = await hospital.insuredVisit()
    const own = (at: number): string => `F${at}${patientId.slice(-8)}`.toUpperCase()
    const second = await cover(hospital, patientId, { ...prairie, memberNumber: own(2) })
    const third = await cover(hospital, patientId, { ...state, memberNumber: own(3) })
    const { number } = await hospital.claimOf(visitId)
    const pays = { kind: 'pay' as const, percent: 70, forwards: true }
    hospital.clearinghouse.script({ match: { control: number }, outcome: pays })
    await hospital.submit(await hospital.claimOf(visitId))
    await hospital.exchange()
    const script = (memberId: string, outcome: object): void =>
      hospital.clearinghouse.script({ match: { memberId }, outcome: outcome as typeof pays })
    return { claim: await hospital.claimOf(visitId), patientId, second, third, pays, script }
  }

  it('by the first payer is not sent to the second as well, unless a person says so', async () => {
    const { claim, patientId, second, third } = await forwardedByFirst()
    expect(claim).toMatchObject({ state: 'paid', nextPayer: { forwarded: true, answers: [] } })
    expect(claim.history.at(-1)).toMatchObject({ by: 'payer', code: '835-19' })
    expect(await balancesOf(hospital, patientId)).toEqual({ balanceCents: 0, pendingCents: 2_000 })
    expect((await sendTo(hospital, claim, second.id)).body).toMatchObject({
      code: 'claim_blocked',
      errors: [{ pointer: '/nextPayer/forwarded' }],
    })
    expect((await claimNow(hospital, claim)).nextPayer?.claim).toBeUndefined()

    // The answer of the second payer, posted by hand, says nothing about forwarding.
    const path = `/v1/claims/${claim.id}/next-payer-answers`
    const byHand = { coverageId: second.id, paidCents: 500, discountCents: 0, patientCents: 1_500 }
    const answered = await hospital.biller.post(path, byHand)
    expect(answered.body.nextPayer).toMatchObject({ waitsFor: { coverageId: third.id } })
    expect(answered.body.nextPayer.forwarded).toBeUndefined()
    const undone = await hospital.biller.post(`${path}/undo`, { coverageId: second.id })
    expect(undone.body.nextPayer).toMatchObject({ forwarded: true, waitsFor: { coverageId: second.id } })

    const sent = await sendForwarded(claim, second.id)
    expect(sent.body.nextPayer).toMatchObject({ forwarded: true, claim: { state: 'sending' } })
    expect((await sendForwarded(claim, second.id)).body.code).toBe('next_claim_sent')
  })

  it('by the second and the third payer posts like any other, and the desk says that it was forwarded', async () => {
    const { claim, patientId, second, third, pays, script } = await forwardedByFirst()
    script(second.memberNumber, pays)
    script(third.memberNumber, pays)
    expect((await sendForwarded(claim, second.id)).status).toBe(200)
    await hospital.exchange()
    const afterSecond = (await claimNow(hospital, claim)).nextPayer
    expect(afterSecond).toMatchObject({
      forwarded: true,
      waitsFor: { coverageId: third.id, amountCents: 600 },
      answers: [{ coverageId: second.id, paidCents: 1_400, patientCents: 600, forwarded: true }],
    })
    expect((await sendTo(hospital, claim, third.id)).body.errors).toMatchObject([{ pointer: '/nextPayer/forwarded' }])
    expect((await sendForwarded(claim, third.id)).status).toBe(200)
    await hospital.exchange()
    const last = (await claimNow(hospital, claim)).nextPayer
    expect(last).toMatchObject({ claim: { state: 'answered', code: '835-21' }, answers: [{}, { paidCents: 420 }] })
    // No one is awaited.
    expect(last?.forwarded).toBeUndefined()
    expect((await balancesOf(hospital, patientId)).pendingCents).toBe(0)
  })

  it('is held if a payer says it in the place of another payer', async () => {
    const { claim, patientId, second, third, script } = await forwardedByFirst()
    script(second.memberNumber, { kind: 'silence' })
    script(third.memberNumber, { kind: 'silence' })
    const tried = async (
      line: ReturnType<typeof nextAnswer>,
      statusCode: string,
      from: (typeof payment)[keyof typeof payment],
    ): Promise<string | undefined> => {
      const paid = paymentFor([{ ...line, status: 'forwarded', statusCode }], from)
      await postRemittance(hospital, paid)
      return holdReason(paid.paymentNumber)
    }
    const toSecond = (await sendForwarded(claim, second.id)).body.nextPayer.claim.number
    await hospital.exchange()
    const ofSecond = nextAnswer(claim, toSecond, 'second', [2_000, 500, 1_500])
    expect(await tried(ofSecond, '19', payment.prairie)).toBe('next-payer-differs')
    expect(await tried(ofSecond, '21', payment.prairie)).toBe('next-payer-differs')
    expect(await balancesOf(hospital, patientId)).toEqual({ balanceCents: 0, pendingCents: 2_000 })
    expect(await tried(ofSecond, '20', payment.prairie)).toBeUndefined()
    const toThird = (await sendForwarded(claim, third.id)).body.nextPayer.claim.number
    await hospital.exchange()
    const ofThird = nextAnswer(claim, toThird, 'third', [1_500, 1_000, 500])
    expect(await tried(ofThird, '20', payment.state)).toBe('next-payer-differs')
    expect(await balancesOf(hospital, patientId)).toEqual({ balanceCents: 0, pendingCents: 1_500 })
    expect(await tried(ofThird, '21', payment.state)).toBeUndefined()
    expect(await balancesOf(hospital, patientId)).toEqual({ balanceCents: 500, pendingCents: 0 })
  })
})
