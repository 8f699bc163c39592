import { describe, expect, it } from 'vitest'
import type { BillingSettings, Fee } from '../../kernel/model/billing-settings.ts'
import { differs, usualItems, type UsualSources } from './usual-items.ts'

const fee = (code: string, chargeCents: number, more: Partial<Fee> = {}): Fee => ({
  codeSystem: 'local',
  code,
  chargeCents,
  from: '2026-01-01',
  usualFor: ['short-visit'],
  ...more,
})
const settings: BillingSettings = {
  cptLicensed: false,
  provider: {
    organizationName: 'Lakeside Health Sample Group',
    npi: '1999999984',
    taxonomy: '207Q00000X',
    taxId: { kind: 'ein', number: '999999999' },
    address: { line1: '100 Sample Avenue', line2: null, city: 'Exampleville', state: 'OH', postalCode: '430040001' },
  },
}
const sources: UsualSources = {
  visitTypeCode: 'short-visit',
  day: '2026-12-15',
  fees: [fee('VISIT15', 7_500)],
  settings,
  practitioner: { npi: '1234567893', licenses: [{}] },
}

describe('the usual services of a visit type', () => {
  it('are one unit of each, at the price of the day of the visit', () => {
    const fees = [
      fee('VISIT15', 7_500),
      fee('VISIT15', 8_000, { from: '2026-12-15' }),
      fee('VISIT15', 9_000, { from: '2026-12-16' }),
      fee('EXTRA', 1_000),
      fee('OTHER', 5_000, { usualFor: ['long-visit'] }),
      fee('NEVER', 5_000, { usualFor: undefined }),
    ]
    expect(usualItems({ ...sources, fees }).items).toEqual([
      { codeSystem: 'local', code: 'VISIT15', units: 1, chargeCents: 8_000 },
      { codeSystem: 'local', code: 'EXTRA', units: 1, chargeCents: 1_000 },
    ])
  })

  it('no longer hold a service from the day on which its newest row leaves the visit type out', () => {
    const fees = [fee('VISIT15', 7_500), fee('EXTRA', 1_000), fee('EXTRA', 1_000, { from: '2026-12-15', usualFor: [] })]
    expect(usualItems({ ...sources, fees }).items?.map(({ code }) => code)).toEqual(['VISIT15'])
    expect(usualItems({ ...sources, fees, day: '2026-12-14' }).items?.map(({ code }) => code)).toEqual([
      'VISIT15',
      'EXTRA',
    ])
  })

  it.each([
    ['no appointment', { visitTypeCode: null }, ['no-appointment']],
    ['no usual service', { visitTypeCode: 'long-visit' }, ['no-usual-service']],
    ['no price yet', { fees: [fee('VISIT15', 7_500, { from: '2027-01-01' })] }, ['no-price']],
    ['no provider', { settings: { ...settings, provider: null } }, ['provider-missing']],
    ['no NPI', { practitioner: { licenses: [{}] } }, ['npi-missing']],
    ['no license', { practitioner: { npi: '1234567893', licenses: [] } }, ['state-missing']],
  ])('are not said while there is %s', (_, change, missing) => {
    expect(usualItems({ ...sources, ...change })).toEqual({ items: null, missing })
  })
})

it('an estimate differs by services and prices, and not by their order', () => {
  const [one, other] = [
    { codeSystem: 'local', code: 'A', units: 1, chargeCents: 1 },
    { codeSystem: 'local', code: 'B', units: 1, chargeCents: 2 },
  ] as const
  expect([differs([one, other], [other, one]), differs([one], [one, other])]).toEqual([false, true])
  expect(differs([one], [{ ...one, chargeCents: 2 }])).toBe(true)
})
