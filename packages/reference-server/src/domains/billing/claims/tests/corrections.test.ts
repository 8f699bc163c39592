import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import {
  acknowledgmentOf,
  emptyMailbox,
  inAnotherEnvelope,
  receive,
  withClaimStatus,
} from '../../remittances/tests/acknowledgments.testing.ts'
import { balancesOf, paymentFor, postRemittance, remitted } from '../../remittances/tests/remittances.testing.ts'
import { deskOf } from './claims.testing.ts'
import { startClinic, type TestClinic } from '../../tests/clinic.testing.ts'

type Claim = components['schemas']['Claim']

describe.each(['pglite', 'postgres'] as const)('a correction, on %s', (engine) => {
  let clinic: TestClinic
  beforeAll(async () => {
    clinic = await startClinic(engine)
  })
  afterAll(() => clinic.stop())

  const { statesOf, answered, paid } = deskOf(() => clinic)
  const dearer = 25_000
  const correctionOf = async (claim: Claim): Promise<Claim> => {
    const correction = await answered(clinic.biller.post(`/v1/claims/${claim.id}/correct`), 201)
    const { modifiers = [] } = correction.lines[0] ?? {}
    const lines = [{ number: 1, modifiers, units: 1, chargeCents: dearer, diagnosisPointers: [1] }]
    return answered(clinic.biller.put(`/v1/claims/${correction.id}`, { version: correction.version, lines }), 200)
  }
  /** Sent; the payer's 277CA, which has not been read. */
  const sent = async (claim: Claim): Promise<string> => {
    await clinic.submit(claim)
    await clinic.job('billing.transmit')
    const answer = acknowledgmentOf(clinic, claim)
    emptyMailbox(clinic)
    return answer
  }
  const refused = (answer: string): string => inAnotherEnvelope(withClaimStatus(answer, 'A7:562:85', 'U'))
  const reversalOf = (claim: Claim) =>
    remitted(claim, {
      status: 'reversal',
      statusCode: '22',
      chargeCents: -claim.chargeCents,
      paidCents: -claim.paidCents,
      patientResponsibilityCents: 0,
      adjustments: [{ group: 'PR', reason: '3', amountCents: claim.paidCents - claim.chargeCents, quantity: null }],
    })
  const account = async ({ patientId }: Claim) => {
    const { visits } = (await clinic.biller.get(`/v1/patients/${patientId}/statement`)).body
    return { chargeCents: visits[0].chargeCents, ...(await balancesOf(clinic, patientId)) }
  }

  it('charges nothing before the payer has it, and nothing when it comes back', async () => {
    const claim = await paid()
    const before = await account(claim)
    expect(before).toEqual({ chargeCents: claim.chargeCents, balanceCents: 2_000, pendingCents: 0 })
    const correction = await correctionOf(claim)
    const answer = await sent(correction)
    expect(await account(claim)).toEqual(before)
    await receive(clinic, refused(answer))
    expect(await statesOf(claim, correction)).toEqual(['paid', 'rejected'])
    expect(await account(claim)).toEqual(before)
  })

  it('takes the place of its original once the payer has it, and gives it back when the payer refuses it after all', async () => {
    const claim = await paid()
    const before = await account(claim)
    const correction = await correctionOf(claim)
    const answer = await sent(correction)
    await receive(clinic, answer, inAnotherEnvelope(answer))
    expect(await statesOf(claim, correction)).toEqual(['replaced', 'accepted'])
    expect(await account(claim)).toEqual({ ...before, chargeCents: dearer, pendingCents: dearer - claim.chargeCents })
    await receive(clinic, refused(answer))
    expect(await statesOf(claim, correction)).toEqual(['paid', 'rejected'])
    expect(await account(claim)).toEqual(before)
  })

  it('is charged once although the money came before the payer took it in', async () => {
    const claim = await paid()
    const correction = await correctionOf(claim)
    const answer = await sent(correction)
    await postRemittance(clinic, paymentFor([reversalOf(claim), remitted(correction)]))
    const after = { chargeCents: dearer, balanceCents: 2_000, pendingCents: 0 }
    expect(await statesOf(claim, correction)).toEqual(['replaced', 'paid'])
    expect(await account(claim)).toEqual(after)
    await receive(clinic, answer)
    expect(await statesOf(claim, correction)).toEqual(['replaced', 'paid'])
    expect(await account(claim)).toEqual(after)
  })

  it('that came back leads nowhere any more once another was made in its place', async () => {
    const claim = await paid()
    const first = await correctionOf(claim)
    const answer = await sent(first)
    await receive(clinic, refused(answer))
    const second = await correctionOf(claim)
    await receive(clinic, inAnotherEnvelope(answer))
    await postRemittance(clinic, paymentFor([remitted(first)]))
    expect(await statesOf(claim, first, second)).toEqual(['paid', 'rejected', 'ready'])
    expect(await account(claim)).toEqual({ chargeCents: claim.chargeCents, balanceCents: 2_000, pendingCents: 0 })
    const { items } = (await clinic.biller.get('/v1/held-lines?limit=100')).body
    expect(items).toMatchObject([{ claimNumber: first.number, holdReason: 'claim-closed' }])
  })
})
