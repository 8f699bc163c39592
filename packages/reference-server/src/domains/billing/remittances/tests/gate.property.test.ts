import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import type { ResponseEnvelope } from '../../../../vendors/clearinghouse/provider.ts'
import type { Remittance } from '../../../../vendors/clearinghouse/remittance.ts'
import { acceptedClaim, paymentFor, postRemittance, remitted, type RemittedClaim } from './remittances.testing.ts'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'

type Schemas = components['schemas']
type Claim = Schemas['Claim']

/** What is wrong with one claim of a payment. */
const claimFaults = {
  none: (remitted) => remitted,
  'unknown claim': (remitted) => ({ ...remitted, controlNumber: 'NOBODY1' }),
  'another patient': (remitted) => ({
    ...remitted,
    patient: { last: 'EXAMPLE', first: 'ROBIN', memberIds: ['OTHER'] },
  }),
  // A reversal states no patient responsibility.
  contradiction: (remitted) =>
    remitted.status === 'reversal'
      ? { ...remitted, chargeCents: remitted.chargeCents + 1 }
      : { ...remitted, patientResponsibilityCents: remitted.patientResponsibilityCents + 1 },
  'another charge': (remitted) => ({
    ...remitted,
    chargeCents: remitted.chargeCents + 100,
    adjustments: [...remitted.adjustments, { group: 'CO', reason: '45', amountCents: 100, quantity: null }],
  }),
  unreadable: (remitted) => ({ ...remitted, adjustments: [], fault: { code: 'service', segment: 'SVC' } }),
} as const satisfies Record<string, (remitted: RemittedClaim) => RemittedClaim>

/** What is wrong with all of it. */
const originFaults: Readonly<Record<string, Partial<Remittance> & Partial<ResponseEnvelope>>> = {
  none: {},
  'another payer': { payerName: 'Prairie Health Partners', payerIds: ['PRAIRIE02'], payerIdentifier: '1900000003' },
  'another number of the payer': { payerIdentifier: '1900000003' },
  'an unknown payer': { payerName: 'Nobodys Plan', payerIds: [], payerIdentifier: '1777777777' },
  'another payee': { payeeNpi: '1234567893' },
  'another tax number': { payeeTaxId: '111111111' },
  'another receiver': { receiverId: 'SOMEBODYELSE' },
  'real in a test': { usage: 'production' },
}

const keysOf = <Key extends string>(of: Readonly<Record<Key, unknown>>): Key[] => Object.keys(of) as Key[]
const step = fc.record({
  claims: fc.uniqueArray(
    fc.record({
      which: fc.nat({ max: 2 }),
      says: fc.constantFrom('pays' as const, 'denies' as const, 'reverses' as const),
      fault: fc.oneof({ weight: 3, arbitrary: fc.constant('none' as const) }, fc.constantFrom(...keysOf(claimFaults))),
    }),
    { minLength: 1, maxLength: 3, selector: ({ which }) => which },
  ),
  origin: fc.oneof({ weight: 2, arbitrary: fc.constant('none') }, fc.constantFrom(...keysOf(originFaults))),
  isRepeated: fc.boolean(),
})

describe('random payments of right and wrong identity', () => {
  let hospital: BillingHospital
  beforeAll(async () => {
    hospital = await startBillingHospital('postgres')
  })
  afterAll(() => hospital.stop())

  const statementOf = async ({ patientId }: Claim): Promise<Schemas['Statement']> =>
    (await hospital.biller.get(`/v1/patients/${patientId}/statement`)).body
  const linesOf = async ({ paymentNumber }: Remittance): Promise<Schemas['RemittanceLine'][]> => {
    const { items } = (await hospital.biller.get('/v1/remittances?limit=100')).body
    const same = items.filter(({ traceNumber }: Schemas['Remittance']) => traceNumber === paymentNumber)
    expect(same).toHaveLength(1)
    return (await hospital.biller.get(`/v1/remittances/${same[0].id}`)).body.lines
  }
  const said = (claim: Claim, says: 'pays' | 'denies' | 'reverses'): RemittedClaim => {
    const { chargeCents } = claim
    if (says === 'pays') return remitted(claim)
    if (says === 'denies')
      return remitted(claim, {
        ...{ status: 'denied', statusCode: '4', paidCents: 0, patientResponsibilityCents: 0 },
        adjustments: [{ group: 'CO', reason: '16', amountCents: chargeCents, quantity: null }],
      })
    return remitted(claim, {
      ...{ status: 'reversal', statusCode: '22', chargeCents: -chargeCents, paidCents: 2_000 - chargeCents },
      patientResponsibilityCents: 0,
      adjustments: [{ group: 'PR', reason: '3', amountCents: -2_000, quantity: null }],
    })
  }

  it('keep every balance, post nothing foreign, and hold the rest with a reason and an action', async () => {
    const claims = [await acceptedClaim(hospital), await acceptedClaim(hospital), await acceptedClaim(hospital)].map(
      ({ claim }) => claim,
    )
    const posted = new Map(claims.map(({ number }) => [number, 0]))
    const counts = { posted: 0, held: 0 }
    const check = async ({
      claims: parts,
      origin,
      isRepeated,
    }: typeof step extends fc.Arbitrary<infer Step> ? Step : never) => {
      const { usage, receiverId, ...wrong } = originFaults[origin] ?? {}
      const content = parts.map(({ which, says, fault }) => claimFaults[fault](said(claims[which] as Claim, says)))
      // A payer owes nothing: what it reverses beyond what it pays, it carries forward.
      const sum = content.reduce((total, { paidCents }) => total + paidCents, 0)
      const carried = { providerNpi: '1999999984', fiscalPeriodEnd: '2026-12-31', reason: 'FB', reference: null }
      const remittance = paymentFor(content, {
        ...wrong,
        ...(sum < 0 && { paidCents: 0, providerAdjustments: [{ ...carried, amountCents: sum }] }),
      })
      const envelope = { ...(usage && { usage }), ...(receiverId && { receiverId }) }
      await postRemittance(hospital, remittance, envelope)
      if (isRepeated) await postRemittance(hospital, structuredClone(remittance), envelope)
      const lines = await linesOf(remittance)
      for (const [index, line] of lines.entries()) {
        const isWrong = origin !== 'none' || parts[index]?.fault !== 'none'
        if (isWrong) expect(line.posted).toBe(false)
        counts[line.posted ? 'posted' : 'held'] += 1
        if (line.posted) posted.set(line.claimNumber, (posted.get(line.claimNumber) ?? 0) + line.paidCents)
        else {
          expect(line.holdReason).toBeTypeOf('string')
          const aside = await hospital.biller.post(`/v1/held-lines/${line.id}/resolve`, { reason: 'other-system' })
          expect(aside.status).toBe(200)
        }
      }
      for (const claim of claims) {
        const { visits, balanceCents, pendingCents } = await statementOf(claim)
        const [visit] = visits
        expect(visit?.insurancePaidCents).toBe(posted.get(claim.number))
        expect(visit?.chargeCents).toBe(
          (visit?.insurancePaidCents ?? 0) + (visit?.discountCents ?? 0) + balanceCents + pendingCents,
        )
      }
    }
    await fc.assert(fc.asyncProperty(step, check), { numRuns: 40, endOnFailure: true })
    // The run was not idle.
    expect(counts.posted).toBeGreaterThan(0)
    expect(counts.held).toBeGreaterThan(0)
  })
})
