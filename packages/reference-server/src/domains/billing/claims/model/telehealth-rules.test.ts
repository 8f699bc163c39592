import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { payerRules, type PayerRules } from '../../kernel/model/billing-pack.ts'
import { placeOfService } from './place-of-service.ts'
import { readBillingPack } from '../../kernel/model/read-billing-pack.ts'
import { isBehavioral, telehealthFindings, telehealthModifiers, type TelehealthService } from './telehealth-rules.ts'

const file = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../../../packs/billing/${name}.json`, import.meta.url), 'utf8'))
const pack = readBillingPack({
  payers: file('payers'),
  telehealthRules: file('telehealth-rules'),
  serviceCodes: file('service-codes'),
  fees: file('fees'),
  modifiers: file('modifiers'),
})

const rulesOf = (payer: string, day = '2026-11-24'): PayerRules => {
  const rules = payerRules(pack, payer, day)
  if (!rules) throw new Error(`no rules for ${payer}`)
  return rules
}

const service = (change: Partial<TelehealthService> = {}): TelehealthService => ({
  code: 'G2252',
  modality: 'video',
  behavioral: false,
  audioOnlyReason: null,
  serviceDay: '2026-11-24',
  ...change,
})

const codes = (payer: string, change: Partial<TelehealthService>): readonly string[] =>
  telehealthFindings(rulesOf(payer, change.serviceDay), service(change), '/lines/0').map(
    ({ code, severity }) => `${code} ${severity}`,
  )

describe('the place of service', () => {
  it('is 10 for a patient at home and 02 for one anywhere else, and never the other way round', () => {
    expect(placeOfService('video', { kind: 'home' })).toBe('10')
    expect(placeOfService('video', { kind: 'other' })).toBe('02')
    expect(placeOfService('audio', { kind: 'home' })).toBe('10')
    expect(placeOfService('audio', { kind: 'other' })).toBe('02')
  })

  it('is the office for a visit in person, wherever the patient said they were', () => {
    expect(placeOfService('in-person', { kind: 'home' })).toBe('11')
    expect(placeOfService('in-person', null)).toBe('11')
  })

  it('is unknown, and not guessed, when the location of the patient was not recorded', () => {
    expect(placeOfService('video', null)).toBeNull()
  })
})

describe('modifiers of how a visit was held', () => {
  it.each([
    ['federal-senior-care', 'video', false, []],
    ['federal-senior-care', 'audio', false, ['93']],
    ['lakeside-mutual', 'video', false, ['95']],
    ['lakeside-mutual', 'audio', true, ['93']],
    ['prairie-partners', 'video', true, ['95']],
    ['prairie-partners', 'audio', true, ['FQ']],
    ['state-family-care', 'video', false, ['GT']],
    ['state-family-care', 'audio', true, ['93', 'FQ']],
    ['state-family-care', 'in-person', true, []],
  ] as const)('%s wants for %s (behavioral: %s) %j', (payer, modality, behavioral, modifiers) => {
    expect(telehealthModifiers(rulesOf(payer).telehealth, { modality, behavioral })).toEqual(modifiers)
  })

  it('are none for a patient who pays themselves', () => {
    expect(telehealthModifiers(rulesOf('self-pay').telehealth, { modality: 'video', behavioral: false })).toEqual([])
  })

  it.each([
    ['101YM0800X', true],
    ['103TC0700X', true],
    ['2084P0800X', true],
    ['207Q00000X', false],
    ['2084N0400X', false],
  ])('knows whether taxonomy %s is behavioral: %s', (taxonomy, behavioral) => {
    expect(isBehavioral(taxonomy)).toBe(behavioral)
  })
})

describe('codes that payers do not take', () => {
  it('are all of 98000 to 98015 for Medicare, explained; 98016 is taken', () => {
    fc.assert(
      fc.property(fc.integer({ min: 98_000, max: 98_016 }), (number) => {
        const findings = telehealthFindings(
          rulesOf('federal-senior-care'),
          service({ code: String(number) }),
          '/lines/0',
        )
        expect(findings.map(({ code }) => code)).toEqual(number === 98_016 ? [] : ['code-not-accepted'])
        expect(findings.every(({ remedy }) => remedy.includes('office visit'))).toBe(true)
      }),
    )
  })

  it('are judged by the day of service', () => {
    expect(codes('prairie-partners', { code: '98005', serviceDay: '2026-06-30' })).toEqual(['code-not-accepted error'])
    expect(codes('prairie-partners', { code: '98005', serviceDay: '2026-07-01' })).toEqual([])
  })

  it.each(['99441', '99442', '99443'])('%s was deleted for everybody, from 2025', (code) => {
    for (const { id } of pack.payers) expect(codes(id, { code })).toContain('code-retired error')
    expect(codes('federal-senior-care', { code: '99441', serviceDay: '2025-01-02' })).toContain('code-retired error')
  })

  it('are still taken of a visit from before the deletion', () => {
    expect(codes('lakeside-mutual', { code: '99441', serviceDay: '2024-12-31' })).toEqual([])
  })

  it('are those of the rules and no others', () => {
    expect(codes('federal-senior-care', { code: '97999' })).toEqual([])
    expect(codes('federal-senior-care', { code: '99440' })).toEqual([])
    expect(codes('federal-senior-care', { code: '99444' })).toEqual([])
    // Text that lies between two numbers is no code between them.
    expect(codes('federal-senior-care', { code: '980001' })).toEqual([])
  })
})

describe('a visit by sound alone', () => {
  it('needs a documented reason where the payer asks for one, and is warned about where it is only advised', () => {
    expect(codes('federal-senior-care', { modality: 'audio' })).toEqual(['audio-reason-missing error'])
    expect(codes('lakeside-mutual', { modality: 'audio' })).toEqual(['audio-reason-missing warning'])
    expect(codes('federal-senior-care', { modality: 'audio', audioOnlyReason: 'no-device' })).toEqual([])
  })

  it('is covered by one payer for behavioral health only', () => {
    const change = { modality: 'audio', audioOnlyReason: 'patient-choice' } as const
    expect(codes('prairie-partners', { ...change, behavioral: true })).toEqual([])
    expect(codes('prairie-partners', { ...change, behavioral: false })).toEqual(['audio-not-covered error'])
  })

  it('asks nothing of a visit with a picture', () => {
    expect(codes('federal-senior-care', { modality: 'video' })).toEqual([])
  })
})
