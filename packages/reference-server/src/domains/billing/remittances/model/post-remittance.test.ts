import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RemittedClaim, RemittedLine } from '../../../../vendors/clearinghouse/remittance.ts'
import { afterMovements, charge, noBalance, reversed, type Movement } from '../../kernel/model/account-ledger.ts'
import { allocatePayment, allocateRefund } from '../../accounts/model/allocate.ts'
import { decidePosting, type ClaimPosting, type PostableClaim } from './post-remittance.ts'

const money = fc.integer({ min: 0, max: 5_000_00 })

/** A line as payers decide: contract, patient's part, the rest paid; or denied as a whole. Balanced by its making. */
const line: fc.Arbitrary<RemittedLine> = fc
  .record({
    chargeCents: money,
    // Percent. A double between 0 and 1 is nearly always one that rounds to no cent.
    share: fc.integer({ min: 0, max: 100 }),
    patient: fc.integer({ min: 0, max: 100 }),
    denied: fc.boolean(),
  })
  .map(({ chargeCents, share, patient, denied }) => {
    const allowed = denied ? 0 : Math.round((chargeCents * share) / 100)
    const patientCents = Math.round((allowed * patient) / 100)
    const adjustments = [
      { group: 'CO' as const, reason: denied ? '16' : '45', amountCents: chargeCents - allowed, quantity: null },
      { group: 'PR' as const, reason: '3', amountCents: patientCents, quantity: null },
    ].filter(({ amountCents }) => amountCents !== 0)
    return {
      controlNumber: null,
      serviceCode: 'T1015',
      modifiers: [],
      chargeCents,
      paidCents: allowed - patientCents,
      units: 1,
      serviceDay: '2026-11-24',
      adjustments,
      allowedCents: allowed,
      remarks: [],
    }
  })

const claimOf = (lines: readonly RemittedLine[]): RemittedClaim => {
  const sum = (of: (line: RemittedLine) => number) => lines.reduce((total, each) => total + of(each), 0)
  const patient = (each: RemittedLine) =>
    each.adjustments.reduce((total, { group, amountCents }) => total + (group === 'PR' ? amountCents : 0), 0)
  return {
    controlNumber: 'C1',
    status: 'processed-primary',
    statusCode: '1',
    chargeCents: sum(({ chargeCents }) => chargeCents),
    paidCents: sum(({ paidCents }) => paidCents),
    patientResponsibilityCents: sum(patient),
    payerClaimNumber: 'P1',
    patient: null,
    adjustments: [],
    lines,
    remarks: [],
  }
}
const claims = fc.array(line, { minLength: 1, maxLength: 6 }).map(claimOf)

const reversalOf = (claim: RemittedClaim): RemittedClaim => ({
  ...claim,
  status: 'reversal',
  statusCode: '22',
  chargeCents: -claim.chargeCents,
  paidCents: -claim.paidCents,
  patientResponsibilityCents: 0,
})
const fresh = ({ chargeCents }: RemittedClaim): PostableClaim => ({
  id: 'claim-1',
  chargeCents,
  isClosed: false,
  postings: [],
})
const posted = (remitted: RemittedClaim, claim: PostableClaim): ClaimPosting => {
  const decision = decidePosting(remitted, claim)
  if (decision.kind !== 'post') throw new Error(`held or reversed: ${JSON.stringify(decision)}`)
  return { ...decision.posting, id: 'posting-1', claimId: 'claim-1' }
}
const balanceAfter = (movements: readonly Movement[]) => afterMovements(noBalance, movements)

describe('posting', () => {
  it('moves no cent more or less than was charged', () => {
    fc.assert(
      fc.property(claims, (remitted) => {
        const { movements, paidCents } = posted(remitted, fresh(remitted))
        const { insuranceCents, patientCents } = balanceAfter([
          ...charge(0, remitted.chargeCents, 'insurance'),
          ...movements,
        ])
        const denied = remitted.lines
          .filter((each) => each.paidCents === 0 && each.adjustments.every(({ group }) => group !== 'PR'))
          .reduce((sum, { chargeCents }) => sum + chargeCents, 0)
        // What was decided is settled; what was denied is still the insurer's; what is the patient's is the patient's.
        expect(insuranceCents).toBe(denied)
        expect(patientCents).toBe(remitted.patientResponsibilityCents)
        const adjusted = movements
          .filter(({ kind }) => kind === 'adjustment')
          .reduce((sum, each) => sum - each.insuranceCents, 0)
        expect(paidCents + adjusted + patientCents + denied).toBe(remitted.chargeCents)
      }),
    )
  })

  it('and its reversal come to nothing', () => {
    fc.assert(
      fc.property(claims, (remitted) => {
        const first = posted(remitted, fresh(remitted))
        const back = decidePosting(reversalOf(remitted), { ...fresh(remitted), postings: [first] })
        if (back.kind !== 'reverse') throw new Error('not reversed')
        expect(balanceAfter([...first.movements, ...back.movements])).toEqual(noBalance)
      }),
    )
  })

  it('of a correction after its reversal leaves what the correction alone would have left', () => {
    fc.assert(
      fc.property(claims, claims, (before, corrected) => {
        const first = posted(before, fresh(before))
        const again = posted(corrected, { ...fresh(corrected), postings: [{ ...first, isReversed: true }] })
        const all = [...first.movements, ...reversed(first.movements), ...again.movements]
        expect(balanceAfter(all)).toEqual(balanceAfter(again.movements))
      }),
    )
  })

  it('never happens twice without a reversal', () => {
    fc.assert(
      fc.property(claims, (remitted) => {
        const first = posted(remitted, fresh(remitted))
        const again = decidePosting(remitted, { ...fresh(remitted), postings: [first] })
        if (first.adjudication === 'denied') expect(again).toMatchObject({ kind: 'post', supersedes: first.id })
        else expect(again).toEqual({ kind: 'hold', reason: 'already-adjudicated' })
      }),
    )
  })

  const one = claimOf([
    {
      controlNumber: null,
      serviceCode: 'T1015',
      modifiers: [],
      chargeCents: 10_000,
      paidCents: 7_000,
      units: 1,
      serviceDay: null,
      adjustments: [
        { group: 'CO', reason: '45', amountCents: 2_000, quantity: null },
        { group: 'PR', reason: '3', amountCents: 1_000, quantity: null },
      ],
      allowedCents: null,
      remarks: [],
    },
  ])

  it.each([
    ['of a claim that is none of ours', one, null, 'claim-unknown'],
    ['of another amount than was charged', one, { ...fresh(one), chargeCents: 9_999 }, 'charge-differs'],
    ['of what was never posted', reversalOf(one), fresh(one), 'nothing-to-reverse'],
    ['for a patient whom the payer does not know', { ...one, status: 'not-ours' as const }, fresh(one), 'not-ours'],
    ['of a claim that is over', one, { ...fresh(one), isClosed: true }, 'claim-closed'],
    ['of money that an over claim never had', reversalOf(one), { ...fresh(one), isClosed: true }, 'nothing-to-reverse'],
    ['that is none', { ...one, status: 'predetermination' as const }, fresh(one), 'predetermination'],
  ])('%s is held for a person', (_, remitted, claim, reason) => {
    expect(decidePosting(remitted, claim)).toEqual({ kind: 'hold', reason })
  })

  it('stays, although the same amount of another claim of the visit is reversed', () => {
    const postings = [posted(one, fresh(one))]
    expect(decidePosting(reversalOf(one), { ...fresh(one), id: 'claim-2', postings })).toEqual({
      kind: 'hold',
      reason: 'nothing-to-reverse',
    })
  })

  it('of a denial that a void has undone says nothing new when the payer takes it back itself', () => {
    const denial = { ...one, paidCents: 0 }
    expect(decidePosting(reversalOf(denial), { ...fresh(denial), isClosed: true })).toEqual({ kind: 'note' })
  })

  it('takes a negative adjustment for what it is: more for us', () => {
    const [line0] = one.lines
    const bonus = claimOf(
      line0
        ? [
            {
              ...line0,
              paidCents: 10_500,
              adjustments: [{ group: 'OA', reason: '94', amountCents: -500, quantity: null }],
            },
          ]
        : [],
    )
    const { movements } = posted(bonus, fresh(bonus))
    expect(balanceAfter([...charge(0, 10_000, 'insurance'), ...movements])).toEqual(noBalance)
  })

  it('of a payment after a denial that left something to the patient, and its reversal, come to nothing', () => {
    const denial: RemittedClaim = {
      ...one,
      status: 'denied',
      paidCents: 0,
      lines: [],
      adjustments: [
        { group: 'CO', reason: '16', amountCents: 7_000, quantity: null },
        { group: 'PR', reason: '3', amountCents: 3_000, quantity: null },
      ],
    }
    const decided = (remitted: RemittedClaim, postings: readonly ClaimPosting[]) => {
      const decision = decidePosting(remitted, { ...fresh(one), postings })
      if (decision.kind !== 'post') throw new Error('not posted')
      return decision
    }
    const first = decided(denial, [])
    const denied = { ...first.posting, id: 'denial', claimId: 'claim-1' }
    const second = decided(one, [denied])
    const paid = { ...second.posting, id: 'payment', claimId: 'claim-1' }
    const back = decidePosting(reversalOf(one), { ...fresh(one), postings: [{ ...denied, isReversed: true }, paid] })
    if (back.kind !== 'reverse') throw new Error('not reversed')
    expect(balanceAfter([...first.movements, ...second.movements, ...back.movements])).toEqual(noBalance)
  })

  it('refuses money that is no whole cents', () => {
    expect(() => afterMovements(noBalance, charge(0, 0.1 + 0.2, 'patient'))).toThrow(RangeError)
  })
})

describe('a patient’s money', () => {
  const due = fc.array(fc.record({ visitId: fc.uuid(), dueCents: fc.integer({ min: -500, max: 50_000 }) }), {
    maxLength: 8,
  })

  it('is all put somewhere, and nowhere more than is due', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200_000 }), due, (cents, visits) => {
        const parts = allocatePayment(cents, visits)
        expect(parts.reduce((sum, part) => sum + part.cents, 0)).toBe(cents)
        for (const { visitId, cents: part } of parts)
          if (visitId !== null)
            expect(part).toBeLessThanOrEqual(visits.find((each) => each.visitId === visitId)?.dueCents ?? 0)
      }),
    )
  })

  it('comes back from where it went, to the cent, and never more than that', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200_000 }),
        due,
        fc.integer({ min: 0, max: 100 }),
        (cents, visits, percent) => {
          const paid = allocatePayment(cents, visits)
          const back = Math.max(1, Math.floor((cents * percent) / 100))
          const parts = allocateRefund(back, paid)
          expect(parts.reduce((sum, each) => sum + each.cents, 0)).toBe(back)
          expect(() => allocateRefund(cents + 1, paid)).toThrow(RangeError)
        },
      ),
    )
  })
})
