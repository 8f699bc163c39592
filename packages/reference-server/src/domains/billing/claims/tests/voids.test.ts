import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import {
  acknowledgmentOf,
  emptyMailbox,
  inAnotherEnvelope,
  receive,
  withClaimStatus,
} from '../../remittances/tests/acknowledgments.testing.ts'
import {
  acceptedClaim,
  balancesOf,
  denied,
  paymentFor,
  postRemittance,
  remitted,
} from '../../remittances/tests/remittances.testing.ts'
import { cover, nextAnswer, payment, prairie, sendTo, state } from '../../remittances/tests/third-payer.testing.ts'
import { deskOf } from './claims.testing.ts'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'

type Claim = components['schemas']['Claim']

describe.each(domainEngines)('a claim that is voided, on %s', (engine) => {
  let hospital: BillingHospital
  beforeAll(async () => {
    hospital = await startBillingHospital(engine)
  })
  afterAll(() => hospital.stop())

  const { claimNow, statesOf } = deskOf(() => hospital)
  const decidedAs = async (payer: 'paid' | 'denied'): Promise<Claim> => {
    const { claim } = await acceptedClaim(hospital)
    await postRemittance(
      hospital,
      paymentFor([payer === 'paid' ? remitted(claim, { payerClaimNumber: null }) : denied(claim)]),
    )
    return claimNow(claim)
  }
  /** Sends the void. Returns the payer's 277CA, which the server has not fetched. */
  const takeBack = async (claim: Claim): Promise<{ theVoid: Claim; answer: string }> => {
    const { body: theVoid, status } = await hospital.biller.post(`/v1/claims/${claim.id}/void`)
    expect(status, JSON.stringify(theVoid)).toBe(201)
    await hospital.runJob('billing.transmit')
    const answer = acknowledgmentOf(hospital, theVoid)
    emptyMailbox(hospital)
    return { theVoid, answer }
  }
  const reversalOf = (claim: Claim) =>
    remitted(claim, {
      status: 'reversal',
      statusCode: '22',
      chargeCents: -claim.chargeCents,
      paidCents: 0 - claim.paidCents,
      patientResponsibilityCents: 0,
      adjustments: [{ group: 'CO', reason: '16', amountCents: claim.paidCents - claim.chargeCents, quantity: null }],
    })
  const nothing = { balanceCents: 0, pendingCents: 0 }
  const account = ({ patientId }: Claim) => balancesOf(hospital, patientId)
  const heldOf = async ({ number }: Claim) =>
    (await hospital.biller.get('/v1/held-lines?limit=100')).body.items.filter(
      (line: components['schemas']['HeldLine']) => line.claimNumber === number,
    )

  it('leaves the account once when the payer accepts the void several times', async () => {
    const claim = await decidedAs('denied')
    expect(await account(claim)).toEqual({ balanceCents: 3_000, pendingCents: claim.chargeCents - 3_000 })
    const { theVoid, answer } = await takeBack(claim)
    await receive(hospital, answer, inAnotherEnvelope(answer))
    expect(await statesOf(claim, theVoid)).toEqual(['voided', 'voided'])
    expect(await account(claim)).toEqual(nothing)
    await receive(hospital, inAnotherEnvelope(answer))
    expect(await account(claim)).toEqual(nothing)
  })

  it('leaves the account once when the reversal comes before the acceptance of the void', async () => {
    const claim = await decidedAs('paid')
    const { theVoid, answer } = await takeBack(claim)
    await postRemittance(hospital, paymentFor([reversalOf(claim)]))
    expect(await statesOf(claim, theVoid)).toEqual(['voided', 'voided'])
    await receive(hospital, answer, inAnotherEnvelope(answer))
    expect(await account(claim)).toEqual(nothing)
    // After the reversal, a late refusal of the void changes nothing.
    await receive(hospital, inAnotherEnvelope(withClaimStatus(answer, 'A7:464:PR', 'U')))
    expect(await statesOf(claim, theVoid)).toEqual(['voided', 'voided'])
    expect(await account(claim)).toEqual(nothing)
  })

  it('is unchanged while only the clearinghouse has the void', async () => {
    const claim = await decidedAs('denied')
    const { theVoid, answer } = await takeBack(claim)
    const before = await account(claim)
    await receive(hospital, withClaimStatus(answer, 'A1:20', 'WQ'))
    expect(await statesOf(claim, theVoid)).toEqual(['denied', 'received'])
    expect(await account(claim)).toEqual(before)
    await receive(hospital, inAnotherEnvelope(answer))
    expect(await statesOf(claim, theVoid)).toEqual(['voided', 'voided'])
    expect(await account(claim)).toEqual(nothing)
  })

  it('is restored to the cent when the payer accepts and later refuses the void', async () => {
    const claim = await decidedAs('denied')
    const before = await account(claim)
    const { theVoid, answer } = await takeBack(claim)
    await receive(hospital, answer)
    expect(await account(claim)).toEqual(nothing)
    await receive(hospital, inAnotherEnvelope(withClaimStatus(answer, 'A7:464:PR', 'U')))
    expect(await statesOf(claim, theVoid)).toEqual(['denied', 'rejected'])
    expect(await account(claim)).toEqual(before)
    expect((await claimNow(theVoid)).history.at(-1)).toMatchObject({ by: 'payer', code: 'A7:464:PR' })
    // Acceptance and refusal can alternate.
    await receive(hospital, inAnotherEnvelope(answer), inAnotherEnvelope(withClaimStatus(answer, 'A7:464:PR', 'U')))
    expect(await account(claim)).toEqual(before)
    expect((await takeBack(claim)).theVoid.frequency).toBe('8')
  })

  it('after two other payers have answered leaves nothing owed, keeps what they paid to be returned, and is restored to the cent', async () => {
    const { claim } = await acceptedClaim(hospital)
    const [second, third] = [
      await cover(hospital, claim.patientId, prairie),
      await cover(hospital, claim.patientId, state),
    ]
    await postRemittance(hospital, paymentFor([denied(claim)]))
    const answer = (
      { id: coverageId }: { readonly id: string },
      paidCents: number,
      patientCents: number,
      discountCents = 0,
    ) =>
      hospital.biller.post(`/v1/claims/${claim.id}/next-payer-answers`, {
        ...{ coverageId, paidCents, discountCents, patientCents },
      })
    expect((await answer(second, 1_000, 1_500, 500)).status).toBe(200)
    expect((await answer(third, 700, 800)).status).toBe(200)
    const before = await account(claim)
    expect(before).toEqual({ balanceCents: 800, pendingCents: claim.chargeCents - 3_000 })
    const { theVoid, answer: accepted } = await takeBack(claim)
    await receive(hospital, accepted)
    // What both payers paid is a credit on the insurance's side.
    expect(await account(claim)).toEqual({ balanceCents: 0, pendingCents: -1_700 })
    await receive(hospital, inAnotherEnvelope(withClaimStatus(accepted, 'A7:464:PR', 'U')))
    expect(await statesOf(claim, theVoid)).toEqual(['denied', 'rejected'])
    expect(await account(claim)).toEqual(before)
    expect(await claimNow(claim)).toMatchObject({ patientCents: 800, nextPayer: { answers: [{}, {}] } })
  })

  it('is restored with the claim to the next payer that is in flight: it is not sent twice, and its payment posts', async () => {
    const { claim } = await acceptedClaim(hospital)
    const memberNumber = `V${claim.patientId.slice(-9)}`.toUpperCase()
    const second = await cover(hospital, claim.patientId, { ...prairie, memberNumber })
    hospital.clearinghouse.script({ match: { memberId: memberNumber }, outcome: { kind: 'silence' } })
    await postRemittance(hospital, paymentFor([denied(claim)]))
    const before = await account(claim)
    const sent = await sendTo(hospital, claim, second.id)
    expect(sent.status).toBe(200)
    await hospital.exchange()
    const { number } = sent.body.nextPayer.claim
    const { theVoid, answer: accepted } = await takeBack(claim)
    const refused = withClaimStatus(accepted, 'A7:464:PR', 'U')
    await receive(hospital, accepted)
    const inForce = nextAnswer(claim, number, 'second', [3_000, 2_000, 1_000])
    await postRemittance(hospital, paymentFor([inForce], payment.prairie))
    expect(await heldOf({ ...claim, number })).toMatchObject([{ holdReason: 'claim-closed' }])
    await receive(hospital, inAnotherEnvelope(refused))
    // Accepted and refused again, in one go.
    await receive(hospital, inAnotherEnvelope(accepted), inAnotherEnvelope(inAnotherEnvelope(refused)))
    expect(await statesOf(claim, theVoid)).toEqual(['denied', 'rejected'])
    expect(await account(claim)).toEqual(before)
    expect((await claimNow(claim)).nextPayer).toMatchObject({
      waitsFor: { coverageId: second.id, amountCents: 3_000 },
      claim: { number, state: 'accepted' },
    })
    expect((await sendTo(hospital, claim, second.id)).body.code).toBe('next_claim_sent')
    await postRemittance(hospital, paymentFor([inForce], payment.prairie))
    expect(await heldOf({ ...claim, number })).toHaveLength(1)
    expect(await account(claim)).toEqual({ balanceCents: 1_000, pendingCents: before.pendingCents - 3_000 })
    expect((await claimNow(claim)).nextPayer).toMatchObject({ claim: { number, state: 'answered' }, answers: [{}] })
  })

  it('is not paid any more: a later payment is held for a person', async () => {
    const claim = await decidedAs('denied')
    const { answer } = await takeBack(claim)
    await receive(hospital, answer)
    await postRemittance(hospital, paymentFor([reversalOf(claim)]))
    expect(await heldOf(claim)).toEqual([])
    await postRemittance(hospital, paymentFor([remitted(claim)]))
    expect(await heldOf(claim)).toMatchObject([{ holdReason: 'claim-closed' }])
    expect(await account(claim)).toEqual(nothing)
    expect(await claimNow(claim)).toMatchObject({ state: 'voided', paidCents: 0 })
  })

  it('is not paid under the number of its void', async () => {
    const claim = await decidedAs('denied')
    const { theVoid } = await takeBack(claim)
    const before = await account(claim)
    await postRemittance(hospital, paymentFor([remitted(theVoid)]))
    expect(await heldOf(theVoid)).toMatchObject([{ holdReason: 'claim-closed' }])
    expect(await account(claim)).toEqual(before)
  })
})
