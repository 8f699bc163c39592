import { describe, expect, it } from 'vitest'
import { exampleClaim } from '../../../../vendors/clearinghouse/example-claim.testing.ts'
import { payer, findingsOf, scrub, type Change } from './scrub-claim.testing.ts'
import type { NotedService } from './visit-facts.ts'

const [line] = exampleClaim.lines
if (!line) throw new Error('The example has no line.')

describe('a claim that agrees with its visit', () => {
  it('has nothing against it', () => {
    expect(scrub()).toEqual([])
  })

  it('may be of a patient who was elsewhere, with place of service 02', () => {
    expect(
      findingsOf({ visit: { location: { state: 'OH', kind: 'other' } }, claim: { placeOfService: '02' } }),
    ).toEqual([])
  })

  it('may be of a visit in person, without consent to telehealth and without the payer’s modifier', () => {
    const change = {
      visit: { modality: 'in-person', consent: 'missing', location: null } as const,
      claim: { placeOfService: '11' } as const,
      line: { modifiers: [] },
    }
    expect(findingsOf(change)).toEqual([])
  })

  it('may say less than the note, with a warning, and never more', () => {
    const services: readonly NotedService[] = [
      { codeSystem: 'HCPCS', code: 'G2010', units: 2, audioOnlyReason: null },
      { codeSystem: 'HCPCS', code: 'G2211', units: 1, audioOnlyReason: null },
    ]
    const note = { diagnoses: ['J069', 'R051', 'Z00.0'], services }
    expect(findingsOf({ visit: { note } })).toEqual(['service-not-billed /lines warning'])
  })
})

describe('a claim that cannot be sent', () => {
  it.each<readonly [string, Change, readonly string[]]>([
    // Who.
    [
      'names another practitioner',
      { claim: { renderingProvider: { ...exampleClaim.renderingProvider, npi: '1234567893' } } },
      ['practitioner-differs /renderingProvider/npi error'],
    ],
    [
      'has an NPI with a wrong check digit, said once',
      { claim: { billingProvider: { ...exampleClaim.billingProvider, npi: '1234567890' } } },
      ['npi-invalid /billingProvider/npi error'],
    ],
    [
      'has an NPI of nine digits, said once',
      { claim: { supervisingProvider: { npi: '123456789', name: exampleClaim.renderingProvider.name } } },
      ['npi-invalid /supervisingProvider/npi error'],
    ],
    [
      'has the taxonomy of a pharmacy for a person',
      { claim: { renderingProvider: { ...exampleClaim.renderingProvider, taxonomy: '333600000X' } } },
      ['taxonomy-invalid /renderingProvider/taxonomy error'],
    ],
    [
      'is of a practitioner without a license where the patient was',
      { visit: { location: { state: 'IN', kind: 'home' } } },
      ['license-missing /renderingProvider error'],
    ],
    [
      'is of a practitioner whose license ended the day before',
      {
        visit: {
          practitioner: { npi: '1497758544', licenses: [{ state: 'OH', from: '2020-01-01', to: '2026-11-22' }] },
        },
      },
      ['license-missing /renderingProvider error'],
    ],
    ['is without consent', { visit: { consent: 'missing' } }, ['consent-missing /lines error']],

    // Where and how.
    [
      'has 10 for a patient who was not at home',
      { visit: { location: { state: 'OH', kind: 'other' } } },
      ['place-of-service-differs /placeOfService error'],
    ],
    [
      'has 02 for a patient at home',
      { claim: { placeOfService: '02' } },
      ['place-of-service-differs /placeOfService error'],
    ],
    [
      'has another place on a line',
      { line: { placeOfService: '11' } },
      ['place-of-service-differs /lines/0/placeOfService error'],
    ],
    ['is of a visit where nobody asked', { visit: { location: null } }, ['location-missing /placeOfService error']],
    ['lacks the modifier', { line: { modifiers: ['25'] } }, ['modifier-differs /lines/0/modifiers error']],
    [
      'has the modifier of another payer',
      { line: { modifiers: ['GT'] } },
      ['modifier-differs /lines/0/modifiers error'],
    ],
    [
      'says sound alone of a visit with a picture',
      { line: { modifiers: ['93'] } },
      ['modifier-differs /lines/0/modifiers error'],
    ],
    ['says both', { line: { modifiers: ['95', '93'] } }, ['modifier-differs /lines/0/modifiers error']],
    [
      'says one modifier twice',
      { line: { modifiers: ['95', '25', '25'] } },
      ['duplicate-modifier /lines/0/modifiers error'],
    ],
    [
      'has a modifier that does not exist',
      { line: { modifiers: ['95', 'ZZ'] } },
      ['modifier-unknown /lines/0/modifiers warning'],
    ],
    [
      'says one diagnosis twice, with and without its dot',
      { claim: { diagnoses: ['J06.9', 'R05.1', 'J069'] } },
      ['duplicate-diagnosis /diagnoses/2 error'],
    ],
    [
      'charges a cent for what costs ten dollars',
      { line: { chargeCents: 1 }, input: { usualCharges: [1_000] } },
      ['charge-unusual /lines/0/chargeCents warning'],
    ],
    [
      'charges the hundredfold',
      { line: { chargeCents: 100_000 }, input: { usualCharges: [1_000] } },
      ['charge-unusual /lines/0/chargeCents warning'],
    ],
    [
      'charges the double of the fee, and no more',
      { line: { chargeCents: 2_000 }, input: { usualCharges: [1_000] } },
      [],
    ],
    [
      'has 95 for Medicare, where the place says it all',
      { claim: payer('FEDCARE01') },
      ['modifier-unwanted /lines/0/modifiers error'],
    ],
    [
      'is of sound alone without a reason, to a payer that asks for one',
      { claim: payer('STATECARE'), line: { modifiers: ['93'] }, visit: { modality: 'audio' } },
      ['audio-reason-missing /lines/0 error'],
    ],

    // What and when.
    ['names another day', { line: { serviceDay: '2026-11-22' } }, ['service-day-differs /lines/0/serviceDay error']],
    [
      'has a diagnosis of its own',
      { claim: { diagnoses: ['J06.9', 'F32.1'] } },
      ['diagnosis-differs /diagnoses/1 error'],
    ],
    [
      'has a service of its own',
      { claim: { lines: [line, { ...line, controlNumber: 'L2', serviceCode: 'G2211' }] } },
      ['service-differs /lines/1/serviceCode error'],
    ],
    ['has more units than the note', { line: { units: 2 } }, ['units-differ /lines/0/units error']],
    [
      'has the same service in two lines',
      {
        claim: { lines: [line, { ...line, controlNumber: 'L2' }] },
        service: { units: 2 },
      },
      ['duplicate-line /lines/1 error'],
    ],
    ['is of a note that is not signed', { visit: { note: null } }, ['note-not-signed /lines error']],
    ['is of a visit that failed', { visit: { outcome: 'technical-failure' } }, ['visit-not-held /lines error']],
    ['is of a visit that has not ended', { visit: { outcome: null } }, ['visit-not-held /lines error']],
    ['has a line without a price', { line: { chargeCents: 0 } }, ['charge-zero /lines/0/chargeCents error']],
    [
      'has a code that only this house knows',
      { line: { serviceCode: 'VISIT' }, service: { code: 'VISIT', codeSystem: 'local' } },
      ['local-code /lines/0/serviceCode error'],
    ],
    [
      'has a code that Medicare does not know',
      {
        claim: payer('FEDCARE01'),
        line: { serviceCode: '98005', modifiers: [] },
        service: { code: '98005', codeSystem: 'CPT' },
      },
      ['code-not-accepted /lines/0/serviceCode error'],
    ],
    [
      'points at a diagnosis that is not there',
      { line: { diagnosisPointers: [1, 3] } },
      ['diagnosis-pointer-invalid /lines/0/diagnosisPointers error'],
    ],
    [
      'points at one diagnosis twice',
      { line: { diagnosisPointers: [1, 1] } },
      ['diagnosis-pointer-invalid /lines/0/diagnosisPointers error'],
    ],

    // Whether at all.
    ['is for a payer that nobody has rules for', { claim: payer('UNKNOWN') }, ['payer-unknown /payer/id error']],
    ['is for nobody but the patient', { claim: payer('self-pay') }, ['coverage-missing /payer error']],
    [
      'lacks a member number',
      { claim: { subscriber: { ...exampleClaim.subscriber, memberId: '' } } },
      ['field-missing /subscriber/memberId error'],
    ],
    [
      'names a coverage that began after the visit',
      { input: { coverage: { from: '2026-11-24', to: null } } },
      ['coverage-not-in-force /subscriber/memberId error'],
    ],
    [
      'corrects a claim without naming the payer’s number of it',
      { claim: { frequency: 'replacement' } },
      ['original-claim-missing /payerClaimNumber error'],
    ],
    [
      'has a name that no claim can carry',
      { claim: { subscriber: { ...exampleClaim.subscriber, name: { ...exampleClaim.subscriber.name, last: '王' } } } },
      ['name-characters /subscriber/name/last error'],
    ],
  ])('%s', (_name, change, findings) => {
    expect(findingsOf(change)).toEqual(findings)
  })

  it('discloses nothing of a visit that the patient pays for and that is kept from the payer', () => {
    const wrongInEveryWay: Change = {
      visit: { restricted: true, location: null, consent: 'missing', note: null },
      line: { chargeCents: 0 },
    }
    expect(findingsOf(wrongInEveryWay)).toEqual(['restricted /payer error'])
  })
})

describe('a void', () => {
  it('only needs what can be written: it reverses what was sent, right or wrong', () => {
    const claim = { frequency: 'void', payerClaimNumber: 'P1' } as const
    const changed = { note: null, restricted: true, outcome: 'technical-failure' } as const
    expect(findingsOf({ claim, visit: changed })).toEqual([])
    expect(findingsOf({ claim: { ...claim, payerClaimNumber: null }, visit: changed })).toEqual([
      'original-claim-missing /payerClaimNumber error',
    ])
  })
})
