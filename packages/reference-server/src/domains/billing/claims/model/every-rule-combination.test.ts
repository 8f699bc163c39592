import { describe, expect, it } from 'vitest'
import { exampleAccount, exampleClaim } from '../../../../vendors/clearinghouse/example-claim.testing.ts'
import { question } from '../../../../vendors/clearinghouse/example-inquiry.testing.ts'
import type {
  Claim,
  ClaimFrequency,
  ClaimGender,
  Dependent,
  FilingIndicator,
  InsuranceType,
  PlaceOfService,
  PriorAdjustment,
  PriorDecision,
} from '../../../../vendors/clearinghouse/claim.ts'
import {
  eligibilityInquiry,
  professionalClaims,
  statusInquiry,
} from '../../../../vendors/clearinghouse/grammar/guides.testing.ts'
import {
  faultsOfClaims,
  faultsOfLevels,
  faultsOfQuestion,
} from '../../../../vendors/clearinghouse/grammar/rules.testing.ts'
import { readStrictly } from '../../../../vendors/clearinghouse/grammar/strict-grammar.testing.ts'
import { writeClaimFile } from '../../../../vendors/clearinghouse/write-claim-file.ts'
import { writeEligibilityInquiry } from '../../../../vendors/clearinghouse/write-eligibility-inquiry.ts'
import { writeStatusInquiry } from '../../../../vendors/clearinghouse/write-status-inquiry.ts'
import { loadBillingPack } from '../../kernel/packs/load-billing-pack.ts'
import { telehealthModifiers } from './telehealth-rules.ts'

/* Every combination of what rules decide about a claim and a question. A new member of a type does not compile until it is among them. */

const membersOf = <Member extends string>(of: Readonly<Record<Member, true>>): readonly Member[] =>
  Object.keys(of) as Member[]

const filingIndicators = membersOf<FilingIndicator>({
  ...{ MB: true, MC: true, CI: true, BL: true, HM: true, CH: true, ZZ: true },
})
const frequencies = membersOf<ClaimFrequency>({ original: true, replacement: true, void: true })
const places = membersOf<PlaceOfService>({ '02': true, '10': true, '11': true })
const relationships = membersOf<'self' | Dependent['relationship']>({
  ...{ self: true, spouse: true, child: true, other: true },
})
const insuranceTypes = membersOf<InsuranceType>({
  ...{ '12': true, '13': true, '14': true, '15': true, '16': true, '41': true, '42': true, '43': true, '47': true },
})
const groups = membersOf<PriorAdjustment['group']>({ CO: true, PR: true, OA: true, PI: true, CR: true })
const genders = membersOf<ClaimGender>({ female: true, male: true, unknown: true })
const positions = [0, 1, 2] as const

const { memberId, groupNumber, name, address, birthDay } = exampleClaim.subscriber
const chargeCents = exampleClaim.lines[0]?.chargeCents ?? 0

/** A payer that decided before: about each line, or about the claim as a whole. */
const decided = (
  at: number,
  relationship: PriorDecision['relationship'],
  group: PriorAdjustment['group'],
  isByLine: boolean,
): PriorDecision => {
  const adjustments = [{ group, reason: '45', amountCents: chargeCents - 100 * (at + 1) }]
  const paidCents = 100 * (at + 1)
  return {
    payer: { id: `BEFORE${at}`, name: 'Before Health', filingIndicator: 'CI' },
    payerClaimNumber: at === 0 ? null : 'P1',
    subscriber: { name, address, memberId, groupNumber },
    relationship,
    decidedOn: '2026-11-24',
    paidCents,
    adjustments: isByLine ? [] : adjustments,
    lines: isByLine ? [{ paidCents, adjustments }] : null,
  }
}
const dependentOf = (relationship: (typeof relationships)[number]): Dependent | null =>
  relationship === 'self'
    ? null
    : { name: { ...name, first: 'CHILD' }, address, birthDay, gender: 'male', relationship }

const pack = await loadBillingPack()
/** The modifiers that the rules want, of any payer, any day, any way to hold a visit. */
const modifierSets = [
  ...new Map(
    [null, ...pack.telehealthRules].flatMap((rule) =>
      (['video', 'audio', 'in-person'] as const).flatMap((modality) =>
        [true, false].map((behavioral) => {
          const modifiers = telehealthModifiers(rule, { modality, behavioral })
          return [modifiers.join(), modifiers] as const
        }),
      ),
    ),
  ).values(),
]

const write = (claim: Claim): string =>
  writeClaimFile({
    account: exampleAccount,
    control: { interchange: 1, group: 1 },
    fileReference: 'FILE-1',
    createdAt: new Date('2026-11-24T10:15:00Z'),
    claims: [claim],
  })
const faultsOf837 = (text: string): readonly string[] => {
  const reading = readStrictly(text, professionalClaims)
  return [...faultsOfLevels(reading), ...faultsOfClaims(reading)]
}

interface Combination {
  readonly filingIndicator: FilingIndicator
  readonly frequency: ClaimFrequency
  readonly relationship: (typeof relationships)[number]
  readonly place: PlaceOfService
  readonly before: (typeof positions)[number]
}
const combinations: readonly Combination[] = filingIndicators.flatMap((filingIndicator) =>
  frequencies.flatMap((frequency) =>
    relationships.flatMap((relationship) =>
      places.flatMap((place) =>
        positions.map((before) => ({ filingIndicator, frequency, relationship, place, before })),
      ),
    ),
  ),
)
const claimOf = (
  { filingIndicator, frequency, relationship, place, before }: Combination,
  more: {
    readonly modifiers?: readonly string[]
    readonly group?: PriorAdjustment['group']
    readonly isByLine?: boolean
  } = {},
): Claim => ({
  ...exampleClaim,
  frequency,
  payerClaimNumber: frequency === 'original' ? null : 'P1',
  payer: { id: 'PAYER1', name: 'Some Health', filingIndicator },
  placeOfService: place,
  dependent: dependentOf(relationship),
  lines: exampleClaim.lines.map((line) => ({ ...line, modifiers: more.modifiers ?? line.modifiers })),
  ...(before > 0 && {
    priors: positions
      .slice(0, before)
      .map((at) => decided(at, relationship, more.group ?? 'CO', more.isByLine ?? true)),
  }),
  ...(filingIndicator === 'MB' && before > 0 && { insuranceType: '12' as const }),
})
const isMedicareThird = ({ filingIndicator, before }: Combination): boolean => filingIndicator === 'MB' && before === 2

describe('every combination of the rules passes the strict grammar', () => {
  it('as a claim: kind of payer, kind of claim, insured person, place, order of payers, and modifiers', () => {
    expect(modifierSets.map((modifiers) => modifiers.join()).toSorted()).toEqual(['', '93', '93,FQ', '95', 'FQ', 'GT'])
    expect(combinations).toHaveLength(7 * 3 * 4 * 3 * 3)
    for (const each of combinations)
      for (const modifiers of modifierSets) {
        const claim = claimOf(each, { modifiers })
        if (isMedicareThird(each)) expect(() => write(claim)).toThrow('/claims/0/priors inconsistent')
        else expect([each, modifiers, faultsOf837(write(claim))]).toEqual([each, modifiers, []])
      }
  })

  it('as a claim after others: each reason of Medicare, each group of adjustments, by line and as a whole', () => {
    // The place of a claim has nothing to do with the payers before.
    for (const each of combinations.filter(({ before, place }) => before > 0 && place === '10')) {
      if (isMedicareThird(each)) continue
      const isMedicare = each.filingIndicator === 'MB'
      for (const insuranceType of isMedicare ? insuranceTypes : [undefined])
        for (const group of groups)
          for (const isByLine of [true, false]) {
            const claim = { ...claimOf(each, { group, isByLine }), ...(insuranceType && { insuranceType }) }
            const faults = faultsOf837(write(claim))
            expect([each, insuranceType, group, isByLine, faults]).toEqual([each, insuranceType, group, isByLine, []])
          }
    }
  })

  it('as a 270: insured person, gender, and the service types of an account', () => {
    for (const relationship of relationships)
      for (const gender of genders)
        for (const serviceTypes of [undefined, ['30'], ['98'], ['30', '98']]) {
          const text = writeEligibilityInquiry({
            account: { ...exampleAccount, ...(serviceTypes && { serviceTypes }) },
            control: { interchange: 1, group: 1 },
            traceNumber: 'ASK-1',
            createdAt: new Date('2026-11-24T10:15:00Z'),
            request: {
              ...question,
              subscriber: { ...question.subscriber, gender },
              dependent: dependentOf(relationship),
            },
          })
          const reading = readStrictly(text, eligibilityInquiry)
          const asked = reading.segments.filter(({ tag }) => tag === 'EQ')
          expect([...faultsOfLevels(reading), ...faultsOfQuestion(reading, 'EQ')]).toEqual([])
          expect(asked).toHaveLength((serviceTypes ?? ['30', '98']).length)
        }
  })

  it('as a 276: kind of claim, insured person, order of payers, with the number of the payer and without', () => {
    for (const each of combinations.filter((combination) => !isMedicareThird(combination)))
      for (const payerClaimNumber of [null, 'P1']) {
        const text = writeStatusInquiry({
          account: exampleAccount,
          control: { interchange: 1, group: 1 },
          traceNumber: 'ASK-1',
          createdAt: new Date('2026-11-24T10:15:00Z'),
          question: { claim: claimOf(each), payerClaimNumber },
        })
        const reading = readStrictly(text, statusInquiry)
        expect([each, ...faultsOfLevels(reading), ...faultsOfQuestion(reading, 'AMT')]).toEqual([each])
      }
  })
})
