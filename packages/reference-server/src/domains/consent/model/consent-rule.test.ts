import { beforeAll, describe, expect, it } from 'vitest'
import { loadConsentPack } from '../packs/load-consent-pack.ts'
import type { ConsentPack } from './consent-pack.ts'
import { consentRule } from './consent-rule.ts'

let pack: ConsentPack
beforeAll(async () => {
  pack = await loadConsentPack()
})
const rule = (given: Partial<Parameters<typeof consentRule>[1]>, day = '2026-11-25') =>
  consentRule(pack.jurisdictions, { state: null, profession: null, payer: null, modality: null, ...given }, day)

describe('the requirements for consent to telehealth', () => {
  it.each([
    {
      where: 'AL, physician',
      given: { state: 'AL', profession: 'physician', modality: 'video' },
      form: 'written',
      frequency: 'initiation',
    },
    {
      where: 'AZ by video',
      given: { state: 'AZ', modality: 'video' },
      form: 'verbal-documented',
      frequency: 'initiation',
    },
    { where: 'AZ, payer and modality unknown', given: { state: 'AZ' }, form: 'verbal-documented', frequency: 'annual' },
    {
      where: 'CA, physician',
      given: { state: 'CA', profession: 'physician', modality: 'video' },
      form: 'verbal-documented',
      frequency: 'initiation',
    },
    { where: 'a state without a rule', given: { state: 'OH' }, form: 'written', frequency: 'each-visit' },
    { where: 'an unknown state', given: {}, form: 'written', frequency: 'each-visit' },
    {
      where: 'AL, a profession without a rule',
      given: { state: 'AL', profession: 'psychologist' },
      form: 'written',
      frequency: 'each-visit',
    },
    {
      where: 'AZ on Medicare',
      given: { state: 'AZ', payer: 'medicare' },
      form: 'verbal-documented',
      frequency: 'annual',
    },
  ])('in $where', ({ given, form, frequency }) => {
    expect(rule(given)).toMatchObject({ form, frequency })
  })

  it('is the strictest where no rule is in force, whether or not the state is known', () => {
    const before = '2026-10-08'
    for (const given of [{}, { state: 'OH', modality: 'video' }])
      expect(rule(given, before)).toMatchObject({ form: 'written', frequency: 'each-visit' })
  })

  it('in California a psychologist needs five more clauses, and so does a practitioner whose profession is unknown', () => {
    const clauses = ['privacy', 'data-storage', 'interruption', 'coverage', 'non-comparability']
    const here = { state: 'CA', payer: 'commercial', modality: 'video' }
    expect(rule({ ...here, profession: 'psychologist' }).extraClauses).toEqual(clauses)
    expect(rule(here).extraClauses).toEqual(clauses)
    expect(rule({ ...here, profession: 'physician' }).extraClauses).toEqual([])
  })

  it('in California Medicaid asks for three more clauses, and so does a payer that is unknown', () => {
    const here = { state: 'CA', profession: 'physician', modality: 'video' }
    const clauses = ['in-person-care', 'withdrawal', 'risks']
    expect(rule({ ...here, payer: 'medicaid' }).extraClauses).toEqual(clauses)
    expect(rule(here).extraClauses).toEqual(clauses)
    expect(rule({ ...here, payer: 'commercial' }).extraClauses).toEqual([])
  })

  it('falls back to the strictest rule before a rule takes effect', () => {
    expect(rule({ state: 'AL', profession: 'physician' }, '2022-07-10').frequency).toBe('each-visit')
    expect(rule({ state: 'AL', profession: 'physician' }, '2026-11-25').sources[0]).toContain('34-24-703')
  })
})
