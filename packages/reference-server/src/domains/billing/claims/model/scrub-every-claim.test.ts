import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { exampleAccount, exampleClaim } from '../../../../vendors/clearinghouse/example-claim.testing.ts'
import { writeClaimFile } from '../../../../vendors/clearinghouse/write-claim-file.ts'
import type { Claim } from '../../kernel/model/claim.ts'
import { isBlocked } from './scrub-claim.ts'
import { payer, scrub, visit } from './scrub-claim.testing.ts'
import type { VisitFacts } from './visit-facts.ts'

describe('every claim', () => {
  // Mostly right, or nothing would come through.
  const wish = <T>(right: T, ...wrong: readonly T[]) =>
    fc.oneof({ weight: 12, arbitrary: fc.constant(right) }, { weight: 1, arbitrary: fc.constantFrom(...wrong) })
  const anything = fc.record({
    claim: fc.record({
      placeOfService: wish<Claim['placeOfService']>('10', '02', '11'),
      payer: wish(exampleClaim.payer, payer('FEDCARE01').payer, payer('PRAIRIE02').payer, payer('X1').payer),
      diagnoses: wish<readonly string[]>(['J06.9', 'R05.1'], ['J06.9'], [], ['F32.1']),
      frequency: wish<Claim['frequency']>('original', 'replacement', 'void'),
      payerClaimNumber: wish<string | null>(null, 'P1'),
    }),
    line: fc.record({
      serviceDay: wish('2026-11-23', '2026-11-22', '2026-02-30'),
      serviceCode: wish('G2010', '98000', '99441', 'HOUSE'),
      modifiers: wish<readonly string[]>(['95'], [], ['93'], ['95', '95'], ['GT', '95']),
      chargeCents: wish(12_550, 0, -1, 0.5),
      units: wish(1, 2, 0),
      diagnosisPointers: wish<readonly number[]>([1, 2], [], [9], [1, 1]),
    }),
    visit: fc.record({
      modality: wish<VisitFacts['modality']>('video', 'audio', 'in-person'),
      location: wish<VisitFacts['location']>({ state: 'OH', kind: 'home' }, { state: 'IN', kind: 'other' }, null),
      consent: wish<VisitFacts['consent']>('granted', 'missing'),
      restricted: wish(false, true),
      outcome: wish<VisitFacts['outcome']>('completed', 'patient-left'),
    }),
  })

  it('without a blocking finding can be written, and agrees with its visit in day, place, practitioner and services', () => {
    let passed = 0
    fc.assert(
      fc.property(anything, (change) => {
        const findings = scrub(change)
        const claim: Claim = {
          ...exampleClaim,
          lines: exampleClaim.lines.map((each) => ({ ...each, ...change.line })),
          ...change.claim,
        }
        if (isBlocked(findings) || claim.frequency === 'void') return
        passed += 1
        expect(() =>
          writeClaimFile({
            account: exampleAccount,
            control: { interchange: 1, group: 1 },
            fileReference: 'F1',
            createdAt: new Date(0),
            claims: [claim],
          }),
        ).not.toThrow()
        expect(change.visit.restricted).toBe(false)
        expect(claim.renderingProvider.npi).toBe(visit.practitioner.npi)
        for (const each of claim.lines) {
          expect(each.serviceDay).toBe(visit.serviceDay)
          expect(visit.note?.services.some(({ code, units }) => code === each.serviceCode && each.units <= units)).toBe(
            true,
          )
          expect(each.chargeCents).toBeGreaterThan(0)
        }
        if (change.visit.modality !== 'in-person')
          expect(claim.placeOfService).toBe(change.visit.location?.kind === 'home' ? '10' : '02')
      }),
      { numRuns: 3000 },
    )
    // The property says nothing unless some claims come through.
    expect(passed).toBeGreaterThan(10)
  })

  it('gets the same findings twice, each with a remedy, and none with a name or number of the patient', () => {
    fc.assert(
      fc.property(anything, (change) => {
        const findings = scrub(change)
        expect(scrub(change)).toEqual(findings)
        for (const { code, message, remedy, pointer } of findings) {
          expect(code).toMatch(/^[a-z-]+$/)
          expect(pointer).toMatch(/^\//)
          expect(message).not.toBe('')
          expect(remedy).not.toBe('')
        }
        expect(JSON.stringify(findings)).not.toMatch(/LM0012345|Patricia|1984/)
      }),
    )
  })
})
