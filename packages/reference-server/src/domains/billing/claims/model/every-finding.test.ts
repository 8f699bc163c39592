import { describe, expect, it } from 'vitest'
import { vocabularies } from '@visitkit/contract/vocabularies'
import { readContract } from '../../../../platform/http/contract.ts'
import { createSchemaCompiler } from '../../../../platform/http/compile-schemas.ts'
import { exampleClaim } from '../../../../vendors/clearinghouse/example-claim.testing.ts'
import type { FieldFault } from '../../../../vendors/clearinghouse/x12/field-writer.ts'
import type { Finding } from '../../kernel/model/finding.ts'
import { findingTexts } from '../../kernel/model/finding-texts.ts'
import { makeFinding } from '../../kernel/model/make-finding.ts'
import { claimFieldAt } from './claim-field-at.ts'
import { nameFindings } from './name-findings.ts'
import { alreadyForwarded, answeredByHand, medicareAfterTwo, medicareReasonMissing } from './next-claim-of.ts'
import { payer, scrub, type Change } from './scrub-claim.testing.ts'
import { fieldFindings } from './scrub-fields.ts'

/* Each finding of the contract, as the scrubber makes it. A new code without a case does not compile. */

const [line] = exampleClaim.lines
if (!line) throw new Error('no line')

const subscriber = (change: Partial<typeof exampleClaim.subscriber>): Change => ({
  claim: { subscriber: { ...exampleClaim.subscriber, ...change } },
})
const field = (code: Exclude<FieldFault['code'], 'too_long'>, pointer = '/subscriber/address/city') =>
  fieldFindings([{ pointer, code }])
const otherName = { given: ['Юлия'], family: 'Примерова' }
const person = {
  patient: { name: otherName, otherNames: [] },
  coverage: { nameOnCard: null, relationship: 'self' },
} as unknown as Parameters<typeof nameFindings>[0]

const cases: Readonly<Record<Finding['code'], Change | readonly Finding[]>> = {
  'answer-without-reasons': [answeredByHand],
  'audio-not-covered': { claim: payer('PRAIRIE02'), line: { modifiers: ['93'] }, visit: { modality: 'audio' } },
  'audio-reason-missing': { claim: payer('STATECARE'), line: { modifiers: ['93'] }, visit: { modality: 'audio' } },
  'billing-provider-missing': [makeFinding('error', 'billing-provider-missing', '/billingProvider')],
  'charge-unusual': { line: { chargeCents: 1 }, input: { usualCharges: [1_000] } },
  'charge-zero': { line: { chargeCents: 0 } },
  'claim-forwarded': [alreadyForwarded],
  'claim-stale': [makeFinding('error', 'claim-stale', '/lines')],
  'code-not-accepted': {
    claim: payer('FEDCARE01'),
    line: { serviceCode: '98005', modifiers: [] },
    service: { code: '98005', codeSystem: 'CPT' },
  },
  'code-retired': { line: { serviceCode: 'G2012' }, service: { code: 'G2012' } },
  'consent-missing': { visit: { consent: 'missing' } },
  'correction-late': { input: { today: '2027-05-23' }, claim: { frequency: 'replacement', payerClaimNumber: 'P1' } },
  'coverage-missing': { claim: payer('self-pay') },
  'coverage-not-in-force': { input: { coverage: { from: '2026-11-24', to: null } } },
  'diagnosis-differs': { claim: { diagnoses: ['J06.9', 'F32.1'] } },
  'diagnosis-pointer-invalid': { line: { diagnosisPointers: [1, 3] } },
  duplicate: {
    input: {
      earlier: [
        {
          controlNumber: 'OLD-1',
          renderingNpi: '1497758544',
          serviceDay: '2026-11-23',
          serviceCode: 'G2010',
          modifiers: ['95'],
        },
      ],
    },
  },
  'duplicate-diagnosis': { claim: { diagnoses: ['J06.9', 'R05.1', 'J069'] } },
  'duplicate-line': { claim: { lines: [line, { ...line, controlNumber: 'L2' }] }, service: { units: 2 } },
  'duplicate-modifier': { line: { modifiers: ['95', '25', '25'] } },
  'field-characters': subscriber({ address: { ...exampleClaim.subscriber.address, city: '王王' } }),
  'field-delimiter': field('delimiter'),
  'field-inconsistent': field('inconsistent', '/insuranceType'),
  'field-malformed': { line: { modifiers: ['95', '9'] } },
  'field-missing': subscriber({ memberId: '' }),
  'field-too-long': subscriber({ groupNumber: 'X'.repeat(51) }),
  'field-too-many': { claim: { diagnoses: Array.from({ length: 13 }, (_, index) => `J${10 + index}.1`) } },
  'field-too-short': subscriber({ memberId: 'X' }),
  'filing-soon': { input: { today: '2027-05-09' } },
  'filing-too-late': { input: { today: '2027-05-23' } },
  'license-missing': { visit: { location: { state: 'IN', kind: 'home' } } },
  'local-code': { line: { serviceCode: 'VISIT' }, service: { code: 'VISIT', codeSystem: 'local' } },
  'location-missing': { visit: { location: null } },
  'medicare-paper-only': [medicareAfterTwo],
  'medicare-reason-missing': [medicareReasonMissing],
  'modifier-differs': { line: { modifiers: ['25'] } },
  'modifier-unknown': { line: { modifiers: ['95', 'ZZ'] } },
  'modifier-unwanted': { claim: payer('FEDCARE01') },
  'name-characters': subscriber({ name: { ...exampleClaim.subscriber.name, last: '王' } }),
  'name-transliterated': nameFindings(person),
  'note-not-signed': { visit: { note: null } },
  'npi-invalid': { claim: { billingProvider: { ...exampleClaim.billingProvider, npi: '1234567890' } } },
  'original-claim-missing': { claim: { frequency: 'replacement' } },
  'payer-unknown': { claim: payer('UNKNOWN') },
  'place-of-service-differs': { claim: { placeOfService: '02' } },
  'practitioner-differs': { visit: { practitioner: { npi: '1234567893', licenses: [] } } },
  'prior-decision-invalid': field('inconsistent', '/priors/0/paidCents'),
  restricted: { visit: { restricted: true } },
  'self-pay': [makeFinding('error', 'self-pay', '/payer')],
  'service-day-differs': { line: { serviceDay: '2026-11-22' } },
  'service-differs': { claim: { lines: [line, { ...line, controlNumber: 'L2', serviceCode: 'G2211' }] } },
  'service-in-future': { input: { today: '2026-11-22' } },
  'service-not-billed': { claim: { lines: [{ ...line, serviceCode: 'G2211' }] } },
  'taxonomy-invalid': {
    claim: { renderingProvider: { ...exampleClaim.renderingProvider, taxonomy: '261QM1300X' } },
  },
  'units-differ': { line: { units: 2 } },
  'visit-not-held': { visit: { outcome: null } },
}

const isMade = (one: Change | readonly Finding[]): one is readonly Finding[] => Array.isArray(one)
const { response } = createSchemaCompiler(readContract().document, 'us-east')
const isFinding = response({ $ref: '#/components/schemas/ClaimFinding' })
const placeholders = (code: Finding['code']): string[] =>
  findingTexts[code].flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))

describe.each(vocabularies.ClaimFindingCode)('the finding %s', (code) => {
  const one = cases[code]
  const found = (isMade(one) ? one : scrub(one)).find((finding) => finding.code === code)
  if (!found) throw new Error(`no ${code}`)

  it('is one of the contract, with the values of its sentences', () => {
    expect([isFinding(found), isFinding.errors]).toEqual([true, null])
    expect(Object.keys(found.values ?? {})).toEqual(expect.arrayContaining(placeholders(code)))
    if (placeholders(code).length === 0) expect(found.values).toEqual({})
  })

  it('says in English what is wrong and what to do', () => {
    for (const text of [found.message, found.remedy]) {
      expect(text).toMatch(/^[A-Z].+\.$/)
      expect(text).not.toMatch(/[{}]|undefined|null|\bto be \.|\s\./)
    }
  })
})

describe('the value of a finding', () => {
  it.each([
    ['code-not-accepted', 'This payer does not accept 98000 to 98015.'],
    ['code-retired', 'Since 2025-01-01, no payer accepts G2012.'],
    ['field-too-long', 'This is longer than a claim can carry. Most characters: 50.'],
    ['field-too-many', 'These are more than a claim can carry. Most entries: 12.'],
    ['filing-soon', 'The claim must arrive by 2027-05-22.'],
    ['filing-too-late', 'This payer takes claims within 180 days of the service, and they are over.'],
    ['modifier-differs', 'For a visit held like this one, this payer wants 95.'],
    ['modifier-unwanted', 'For a visit held like this one, this payer wants none of 95, 93, GT, GQ and FQ.'],
    ['place-of-service-differs', 'The visit has another place of service: 10 (at home).'],
  ] as const)('%s is in its sentence', (code, message) => {
    const one = cases[code]
    expect((isMade(one) ? one : scrub(one)).find((finding) => finding.code === code)?.message).toBe(message)
  })

  it('names the part of the claim that a value belongs to, also in a file', () => {
    expect(
      ['/claims/0/subscriber/address/city', '/question/claim/billingProvider/npi', '/lines/0/modifiers/1', '/x'].map(
        claimFieldAt,
      ),
    ).toEqual(['insured-address', 'billing-npi', 'modifiers', 'other'])
  })

  it('says what to bill instead', () => {
    const remedyOf = (change: Change) =>
      scrub(change).find(({ code }) => code === 'code-retired' || code === 'code-not-accepted')?.remedy
    expect(remedyOf(cases['code-retired'] as Change)).toBe('Bill 98016.')
    expect(remedyOf(cases['code-not-accepted'] as Change)).toContain('Bill the office visit code')
  })
})
