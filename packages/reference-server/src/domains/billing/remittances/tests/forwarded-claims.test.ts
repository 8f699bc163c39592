import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'
import { writePayment } from '../../../../tests/hold-reasons/write-payment.testing.ts'
import { acceptedClaim, balancesOf, paymentFor, postRemittance, remitted } from './remittances.testing.ts'
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
      errors: [{ code: 'claim-forwarded', pointer: '/nextPayer/forwarded' }],
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

  describe('names the payer to which it went (NM1*TT)', () => {
    const covered = async () => {
      const { claim, patientId } = await acceptedClaim(hospital)
      const second = await cover(hospital, patientId, {
        ...prairie,
        memberNumber: `T2${patientId.slice(-8)}`.toUpperCase(),
      })
      return { claim, patientId, second }
    }
    const forwarded = async (claim: Claim, forwardedTo?: { name: string | null; id: string | null }) => {
      const line = remitted(claim, { status: 'forwarded', statusCode: '19', ...(forwardedTo && { forwardedTo }) })
      const paid = paymentFor([line])
      hospital.clearinghouse.mailbox.post(writePayment(paid), hospital.clock.now())
      await hospital.exchange()
      return { reason: await holdReason(paid.paymentNumber), paid }
    }

    it.each([
      ['by name and id', { name: 'PRAIRIE HEALTH PARTNERS', id: 'PRAIRIE02' }],
      ['by name, with an id of its own', { name: 'Prairie Health Partners', id: 'COBA70001' }],
      ['by id, under another name', { name: 'PRAIRIE CROSSOVER', id: 'PRAIRIE02' }],
      ['by nothing', undefined],
    ])('the awaited one %s: it posts, and the desk says who is awaited', async (_, forwardedTo) => {
      const { claim, second } = await covered()
      expect((await forwarded(claim, forwardedTo)).reason).toBeUndefined()
      expect((await claimNow(hospital, claim)).nextPayer).toMatchObject({
        ...{ forwarded: true, waitsFor: { coverageId: second.id, amountCents: 2_000 } },
      })
    })

    it.each([
      ['another payer that is on file', { name: 'STATE FAMILY CARE', id: 'STATECARE' }],
      ['a payer that no one knows', { name: 'NOBODYS PLAN', id: 'NOBODY99' }],
      ['the awaited name with the id of another payer', { name: 'PRAIRIE HEALTH PARTNERS', id: 'STATECARE' }],
    ])('%s: it is held, and no money moves', async (_, forwardedTo) => {
      const { claim, patientId } = await covered()
      const before = await balancesOf(hospital, patientId)
      const { reason, paid } = await forwarded(claim, forwardedTo)
      expect(reason).toBe('forwarded-elsewhere')
      expect(await balancesOf(hospital, patientId)).toEqual(before)
      const { items } = (await hospital.biller.get('/v1/held-lines?limit=100')).body
      const line = (items as Schemas['HeldLine'][]).find(({ traceNumber }) => traceNumber === paid.paymentNumber)
      const detail = (await hospital.biller.get(`/v1/held-lines/${line?.id}`)).body
      expect(detail.forwardedTo).toBe(forwardedTo.name)
      // A person who has asked posts it.
      const matched = await hospital.biller.post(`/v1/held-lines/${line?.id}/match`, { claimId: claim.id })
      expect(matched.status, JSON.stringify(matched.body)).toBe(200)
      expect((await claimNow(hospital, claim)).state).toBe('paid')
    })

    it('the patient is not billed for what another payer has, although no other payer is on file', async () => {
      const { claim, patientId } = await acceptedClaim(hospital)
      expect((await forwarded(claim)).reason).toBe('forwarded-elsewhere')
      expect((await balancesOf(hospital, patientId)).balanceCents).toBe(0)
    })

    it('a next payer that forwards it elsewhere is held too', async () => {
      const { claim, patientId, second } = await covered()
      const third = await cover(hospital, patientId, {
        ...state,
        memberNumber: `T3${patientId.slice(-8)}`.toUpperCase(),
      })
      expect((await forwarded(claim)).reason).toBeUndefined()
      hospital.clearinghouse.script({ match: { memberId: second.memberNumber }, outcome: { kind: 'silence' } })
      const { number } = (await sendForwarded(claim, second.id)).body.nextPayer.claim
      await hospital.exchange()
      const answer = async (name: string) => {
        const line = nextAnswer(claim, number, 'second', [2_000, 500, 1_500])
        const forwardedTo = { name, id: null }
        const paid = paymentFor([{ ...line, status: 'forwarded', statusCode: '20', forwardedTo }], payment.prairie)
        await postRemittance(hospital, paid)
        return holdReason(paid.paymentNumber)
      }
      expect(await answer('NOBODYS PLAN')).toBe('forwarded-elsewhere')
      expect(await answer('STATE FAMILY CARE')).toBeUndefined()
      expect((await claimNow(hospital, claim)).nextPayer).toMatchObject({ waitsFor: { coverageId: third.id } })
    })
  })
})
