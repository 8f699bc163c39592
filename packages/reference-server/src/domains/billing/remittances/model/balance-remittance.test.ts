import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { balanceRemittance } from './balance-remittance.ts'
import type { Adjustment, Remittance, RemittedClaim, RemittedLine } from '../../kernel/model/remittance.ts'

const cents = fc.integer({ min: -1_000_000, max: 1_000_000 })
const adjustment: fc.Arbitrary<Adjustment> = fc.record({
  group: fc.constantFrom('CO', 'PR', 'OA', 'PI', 'CR'),
  reason: fc.constantFrom('45', '1', '2', '3', '97', '253'),
  amountCents: cents,
  quantity: fc.constant(null),
})
const adjustments = fc.array(adjustment, { maxLength: 4 })
const total = (amounts: readonly { readonly amountCents: number }[]): number =>
  amounts.reduce((sum, { amountCents }) => sum + amountCents, 0)

/** Lines and claims whose payments are what is left: sound by construction. */
const soundLine: fc.Arbitrary<RemittedLine> = fc.tuple(cents, adjustments).map(([chargeCents, taken]) => ({
  controlNumber: null,
  serviceCode: 'G2010',
  modifiers: [],
  chargeCents,
  paidCents: chargeCents - total(taken),
  units: 1,
  serviceDay: null,
  adjustments: taken,
  allowedCents: null,
  remarks: [],
}))

const soundClaim: fc.Arbitrary<RemittedClaim> = fc
  .tuple(fc.array(soundLine, { maxLength: 4 }), adjustments, cents)
  .map(([lines, own, alone]) => {
    const all = [...own, ...lines.flatMap((line) => line.adjustments)]
    const chargeCents = lines.length === 0 ? alone : lines.reduce((sum, line) => sum + line.chargeCents, 0)
    return {
      controlNumber: 'C1',
      status: 'processed-primary',
      statusCode: '1',
      chargeCents,
      paidCents: chargeCents - total(all),
      patientResponsibilityCents: total(all.filter(({ group }) => group === 'PR')),
      payerClaimNumber: 'P1',
      patient: null,
      adjustments: own,
      lines,
      remarks: [],
    }
  })

const provider = fc.record({
  providerNpi: fc.constant('1234567893'),
  fiscalPeriodEnd: fc.constant('2026-12-31'),
  reason: fc.constantFrom('WO', 'FB', 'L6'),
  reference: fc.constant(null),
  amountCents: cents,
})

const soundRemittance: fc.Arbitrary<Remittance> = fc
  .tuple(fc.array(soundClaim, { maxLength: 4 }), fc.array(provider, { maxLength: 3 }))
  .map(([claims, providerAdjustments]) => ({
    paymentNumber: 'EFT1',
    payerIdentifier: '1999999999',
    payerName: 'EXAMPLE',
    payerIds: [],
    payeeNpi: '1234567893',
    payeeTaxId: null,
    method: 'ach',
    paidCents: claims.reduce((sum, { paidCents }) => sum + paidCents, 0) - total(providerAdjustments),
    paidOn: '2026-11-24',
    claims,
    providerAdjustments,
  }))

const reversalOf = (claim: RemittedClaim): RemittedClaim => ({
  ...claim,
  status: 'reversal',
  statusCode: '22',
  chargeCents: -claim.chargeCents,
  paidCents: -claim.paidCents,
  patientResponsibilityCents: 0,
  adjustments: claim.adjustments.map((each) => ({ ...each, amountCents: -each.amountCents })),
  lines: claim.lines.map((line) => ({
    ...line,
    chargeCents: -line.chargeCents,
    paidCents: -line.paidCents,
    adjustments: line.adjustments.map((each) => ({ ...each, amountCents: -each.amountCents })),
  })),
})

const remitting = (claims: readonly RemittedClaim[]): Remittance => ({
  paymentNumber: 'EFT2',
  payerIdentifier: '1999999999',
  payerName: 'EXAMPLE',
  payerIds: [],
  payeeNpi: '1234567893',
  payeeTaxId: null,
  method: 'ach',
  paidCents: claims.reduce((sum, { paidCents }) => sum + paidCents, 0),
  paidOn: '2026-11-24',
  claims,
  providerAdjustments: [],
})

const laws = (remittance: Remittance, earlier?: ReadonlyMap<string, RemittedClaim>): readonly string[] => [
  ...new Set(balanceRemittance(remittance, earlier).map(({ law }) => law)),
]

describe('balanceRemittance', () => {
  it('finds nothing in what is sound, whatever the signs', () => {
    fc.assert(
      fc.property(soundRemittance, (remittance) => {
        expect(balanceRemittance(remittance)).toEqual([])
      }),
    )
  })

  it('finds one cent that is missing from the payment', () => {
    fc.assert(
      fc.property(soundRemittance, (remittance) => {
        expect(balanceRemittance({ ...remittance, paidCents: remittance.paidCents + 1 })).toEqual([
          {
            law: 'payment',
            pointer: '/paidCents',
            expectedCents: remittance.paidCents,
            foundCents: remittance.paidCents + 1,
          },
        ])
      }),
    )
  })

  it('finds one cent that a provider adjustment took', () => {
    fc.assert(
      fc.property(soundRemittance, provider, (remittance, extra) => {
        fc.pre(extra.amountCents !== 0)
        const spoilt = { ...remittance, providerAdjustments: [...remittance.providerAdjustments, extra] }
        expect(laws(spoilt)).toEqual(['payment'])
      }),
    )
  })

  it('finds an adjustment that was lost from a line: the line and its claim are off', () => {
    fc.assert(
      fc.property(soundClaim, adjustment, (claim, lost) => {
        fc.pre(lost.amountCents !== 0 && lost.group !== 'PR' && claim.lines.length > 0)
        const lines = claim.lines.map((line, index) =>
          index === 0 ? { ...line, adjustments: [...line.adjustments, lost] } : line,
        )
        expect(laws(remitting([{ ...claim, lines }]))).toEqual(['line', 'claim'])
      }),
    )
  })

  it('finds an adjustment of the whole claim that was lost', () => {
    fc.assert(
      fc.property(soundClaim, adjustment, (claim, lost) => {
        fc.pre(lost.amountCents !== 0 && lost.group !== 'PR')
        expect(laws(remitting([{ ...claim, adjustments: [...claim.adjustments, lost] }]))).toEqual(['claim'])
      }),
    )
  })

  it('finds lines that charge something else than the claim', () => {
    fc.assert(
      fc.property(soundClaim, (claim) => {
        fc.pre(claim.lines.length > 0)
        const spoilt = { ...claim, chargeCents: claim.chargeCents + 1, paidCents: claim.paidCents + 1 }
        expect(laws(remitting([spoilt]))).toEqual(['charge'])
      }),
    )
  })

  it('finds what the patient is said to owe beyond what the adjustments say', () => {
    fc.assert(
      fc.property(soundClaim, (claim) => {
        const spoilt = { ...claim, patientResponsibilityCents: claim.patientResponsibilityCents + 100 }
        expect(laws(remitting([spoilt]))).toEqual(['patient'])
      }),
    )
  })

  it('adds up a reversal and the decision that it reverses to zero', () => {
    fc.assert(
      fc.property(soundClaim, soundClaim, (claim, corrected) => {
        const correction = remitting([reversalOf(claim), { ...corrected, controlNumber: 'C2' }])
        expect(balanceRemittance(correction, new Map([['C1', claim]]))).toEqual([])
        expect(claim.paidCents + (correction.claims[0]?.paidCents ?? NaN)).toBe(0)
      }),
    )
  })

  it('finds a reversal of something else than was posted', () => {
    fc.assert(
      fc.property(soundClaim, adjustment, (claim, other) => {
        fc.pre(other.amountCents !== 0)
        // Sound in itself: the payer only remembers another adjustment.
        const remembered = {
          ...claim,
          adjustments: [...claim.adjustments, other],
          paidCents: claim.paidCents - other.amountCents,
        }
        const file = remitting([reversalOf(remembered)])
        expect(balanceRemittance(file)).toEqual([])
        expect(laws(file, new Map([['C1', claim]]))).toEqual(['reversal'])
      }),
    )
  })

  it('is not fooled by amounts that floats cannot add', () => {
    const line = (chargeCents: number): RemittedLine => ({
      controlNumber: null,
      serviceCode: 'G2010',
      modifiers: [],
      chargeCents,
      paidCents: chargeCents,
      units: 1,
      serviceDay: null,
      adjustments: [],
      allowedCents: null,
      remarks: [],
    })
    const claim: RemittedClaim = {
      controlNumber: 'C1',
      status: 'processed-primary',
      statusCode: '1',
      chargeCents: 30,
      paidCents: 30,
      patientResponsibilityCents: 0,
      payerClaimNumber: null,
      patient: null,
      adjustments: [],
      lines: [line(10), line(20), line(0)],
      remarks: [],
    }
    expect(balanceRemittance(remitting([claim]))).toEqual([])
  })
})
