import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { payers as simulatedPayers } from '../../../../../../sandbox/src/clearinghouse/payers.ts'
import { defaultCharge, payerRules, type PackPayer } from './billing-pack.ts'
import { readBillingPack, type BillingPackFiles } from './read-billing-pack.ts'

const file = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../../../packs/billing/${name}.json`, import.meta.url), 'utf8')) as T

const files: BillingPackFiles = {
  payers: file('payers'),
  telehealthRules: file('telehealth-rules'),
  serviceCodes: file('service-codes'),
  fees: file('fees'),
  modifiers: file('modifiers'),
}
const pack = readBillingPack(files)

const withPayer = (change: Partial<PackPayer>): BillingPackFiles => ({
  ...files,
  payers: { rows: files.payers.rows.map((payer, index) => (index === 0 ? { ...payer, ...change } : payer)) },
})

const withInstead = (instead: unknown): BillingPackFiles => ({
  ...files,
  telehealthRules: {
    ...files.telehealthRules,
    retired: files.telehealthRules.retired.map((rule) => ({ ...rule, instead: instead as typeof rule.instead })),
  },
})

describe('the billing pack', () => {
  it('has a Medicare, a Medicaid, two commercial payers and those who pay themselves', () => {
    expect(pack.payers.map(({ kind }) => kind).sort()).toEqual([
      'commercial',
      'commercial',
      'medicaid',
      'medicare',
      'self-pay',
    ])
  })

  it('ships no code that looks like CPT or a dental code', () => {
    for (const { code } of [...pack.serviceCodes, ...pack.fees]) expect(code).not.toMatch(/^(\d{4}[0-9A-Z]|D\d{4})$/)
  })

  it('finds a payer by its own id and by the clearinghouse’s', () => {
    expect(payerRules(pack, 'lakeside-mutual', '2026-11-24')).toEqual(payerRules(pack, 'LAKESIDE1', '2026-11-24'))
    expect(payerRules(pack, 'nobody', '2026-11-24')).toBeNull()
    expect(payerRules(pack, 'lakeside-mutual', '2019-12-31')).toBeNull()
  })

  it('lets the rule of the day of service decide: the day before a change, and the day itself', () => {
    expect(payerRules(pack, 'prairie-partners', '2026-06-30')?.telehealth?.videoModifiers).toEqual(['GT'])
    expect(payerRules(pack, 'prairie-partners', '2026-07-01')?.telehealth?.videoModifiers).toEqual(['95'])
  })

  it('agrees with the simulated payers on who they are and how long they wait', () => {
    const ours = pack.payers.filter(({ kind }) => kind !== 'self-pay')
    expect(ours.map(({ clearinghouseId, timelyFilingDays }) => [clearinghouseId, timelyFilingDays]).sort()).toEqual(
      simulatedPayers.map(({ id, filingDays }) => [id, filingDays]).sort(),
    )
  })

  it('has a price for every code that is in use, and none for what was deleted', () => {
    const inUse = pack.serviceCodes.filter(({ effectiveTo }) => effectiveTo === null)
    for (const { code } of inUse) expect(defaultCharge(pack, code, '2026-11-24')).toBeGreaterThan(0)
    expect(defaultCharge(pack, 'G2012', '2026-11-24')).toBeNull()
  })

  it.each([
    ['a row without a source', withPayer({ source: '' }), 'lacks a source'],
    ['a day that is none', withPayer({ effectiveFrom: '2020' }), 'lacks a source or a span of days'],
    ['an end before its beginning', withPayer({ effectiveTo: '2019-01-01' }), 'span of days'],
    ['no days of timely filing', withPayer({ timelyFilingDays: 0 }), 'timely filing'],
    ['no id at the clearinghouse', withPayer({ clearinghouseId: null }), 'no id at the clearinghouse'],
    ['no rule for a payer', withPayer({ id: 'newcomer' }), 'no rule for newcomer'],
    [
      'two rules of one payer for the same day',
      {
        ...files,
        telehealthRules: {
          ...files.telehealthRules,
          rows: [...files.telehealthRules.rows, ...files.telehealthRules.rows.slice(0, 1)],
        },
      },
      'hold on the same day',
    ],
    ...(
      [
        ['does not say what to bill instead', undefined],
        ['names no code to bill instead', { kind: 'code' }],
        ['names a code next to another hint', { kind: 'office-visit', code: '98016' }],
        ['has a hint of its own', { kind: 'call-us' }],
      ] as const
    ).map(([name, instead]) => [`a refused code that ${name}`, withInstead(instead), 'what to bill instead'] as const),
    [
      'a code that looks like CPT',
      {
        ...files,
        serviceCodes: {
          rows: [
            {
              codeSystem: 'HCPCS',
              code: '12345',
              name: 'x',
              effectiveFrom: '2020-01-01',
              effectiveTo: null,
              source: 'x',
            },
          ],
        },
        fees: { rows: [] },
      },
      'licensed',
    ],
    [
      'a price of a code that is not there',
      {
        ...files,
        fees: {
          rows: [{ code: 'G9999', chargeCents: 1, effectiveFrom: '2020-01-01', effectiveTo: null, source: 'x' }],
        },
      },
      'G9999 is no code',
    ],
  ] as readonly (readonly [string, BillingPackFiles, string])[])('cannot be used with %s', (_name, spoilt, fault) => {
    expect(() => readBillingPack(spoilt)).toThrow(fault)
  })
})
