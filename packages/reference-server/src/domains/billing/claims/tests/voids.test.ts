import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
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
import { deskOf } from './claims.testing.ts'
import { startClinic, type TestClinic } from '../../tests/clinic.testing.ts'

type Claim = components['schemas']['Claim']

describe.each(['pglite', 'postgres'] as const)('a claim that is taken back, on %s', (engine) => {
  let clinic: TestClinic
  beforeAll(async () => {
    clinic = await startClinic(engine)
  })
  afterAll(() => clinic.stop())

  const { claimNow, statesOf } = deskOf(() => clinic)
  const decidedAs = async (payer: 'paid' | 'denied'): Promise<Claim> => {
    const { claim } = await acceptedClaim(clinic)
    await postRemittance(
      clinic,
      paymentFor([payer === 'paid' ? remitted(claim, { payerClaimNumber: null }) : denied(claim)]),
    )
    return claimNow(claim)
  }
  /** Sent; the payer's 277CA, which has not been read. */
  const takeBack = async (claim: Claim): Promise<{ theVoid: Claim; answer: string }> => {
    const { body: theVoid, status } = await clinic.biller.post(`/v1/claims/${claim.id}/void`)
    expect(status, JSON.stringify(theVoid)).toBe(201)
    await clinic.job('billing.transmit')
    const answer = acknowledgmentOf(clinic, theVoid)
    emptyMailbox(clinic)
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
  const account = ({ patientId }: Claim) => balancesOf(clinic, patientId)
  const heldOf = async ({ number }: Claim) =>
    (await clinic.biller.get('/v1/held-lines?limit=100')).body.items.filter(
      (line: components['schemas']['HeldLine']) => line.claimNumber === number,
    )

  it('leaves the account once, however often the payer says so', async () => {
    const claim = await decidedAs('denied')
    expect(await account(claim)).toEqual({ balanceCents: 3_000, pendingCents: claim.chargeCents - 3_000 })
    const { theVoid, answer } = await takeBack(claim)
    await receive(clinic, answer, inAnotherEnvelope(answer))
    expect(await statesOf(claim, theVoid)).toEqual(['voided', 'voided'])
    expect(await account(claim)).toEqual(nothing)
    await receive(clinic, inAnotherEnvelope(answer))
    expect(await account(claim)).toEqual(nothing)
  })

  it('leaves it once although the money was taken back before the payer took in the void', async () => {
    const claim = await decidedAs('paid')
    const { theVoid, answer } = await takeBack(claim)
    await postRemittance(clinic, paymentFor([reversalOf(claim)]))
    expect(await statesOf(claim, theVoid)).toEqual(['voided', 'voided'])
    await receive(clinic, answer, inAnotherEnvelope(answer))
    expect(await account(claim)).toEqual(nothing)
    // What took money back is the payer's last word: a refusal that comes late changes nothing.
    await receive(clinic, inAnotherEnvelope(withClaimStatus(answer, 'A7:464:PR', 'U')))
    expect(await statesOf(claim, theVoid)).toEqual(['voided', 'voided'])
    expect(await account(claim)).toEqual(nothing)
  })

  it('stands while only the clearinghouse has the void', async () => {
    const claim = await decidedAs('denied')
    const { theVoid, answer } = await takeBack(claim)
    const before = await account(claim)
    await receive(clinic, withClaimStatus(answer, 'A1:20', 'WQ'))
    expect(await statesOf(claim, theVoid)).toEqual(['denied', 'received'])
    expect(await account(claim)).toEqual(before)
    await receive(clinic, inAnotherEnvelope(answer))
    expect(await statesOf(claim, theVoid)).toEqual(['voided', 'voided'])
    expect(await account(claim)).toEqual(nothing)
  })

  it('stands again, to the cent, when the payer refuses the void after it had taken it in', async () => {
    const claim = await decidedAs('denied')
    const before = await account(claim)
    const { theVoid, answer } = await takeBack(claim)
    await receive(clinic, answer)
    expect(await account(claim)).toEqual(nothing)
    await receive(clinic, inAnotherEnvelope(withClaimStatus(answer, 'A7:464:PR', 'U')))
    expect(await statesOf(claim, theVoid)).toEqual(['denied', 'rejected'])
    expect(await account(claim)).toEqual(before)
    expect((await claimNow(theVoid)).history.at(-1)).toMatchObject({ by: 'payer', code: 'A7:464:PR' })
    // And the other way round, as often as the payer likes.
    await receive(clinic, inAnotherEnvelope(answer), inAnotherEnvelope(withClaimStatus(answer, 'A7:464:PR', 'U')))
    expect(await account(claim)).toEqual(before)
    expect((await takeBack(claim)).theVoid.frequency).toBe('8')
  })

  it('is not paid any more: what comes for it is held for a person, but for the same said once more', async () => {
    const claim = await decidedAs('denied')
    const { answer } = await takeBack(claim)
    await receive(clinic, answer)
    await postRemittance(clinic, paymentFor([reversalOf(claim)]))
    expect(await heldOf(claim)).toEqual([])
    await postRemittance(clinic, paymentFor([remitted(claim)]))
    expect(await heldOf(claim)).toMatchObject([{ holdReason: 'claim-closed' }])
    expect(await account(claim)).toEqual(nothing)
    expect(await claimNow(claim)).toMatchObject({ state: 'voided', paidCents: 0 })
  })

  it('is not paid in the name of its void either', async () => {
    const claim = await decidedAs('denied')
    const { theVoid } = await takeBack(claim)
    const before = await account(claim)
    await postRemittance(clinic, paymentFor([remitted(theVoid)]))
    expect(await heldOf(theVoid)).toMatchObject([{ holdReason: 'claim-closed' }])
    expect(await account(claim)).toEqual(before)
  })
})
