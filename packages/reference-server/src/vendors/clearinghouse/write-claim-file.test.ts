import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { readClaims } from '../../../../sandbox/src/clearinghouse/read-claims.ts'
import { parse } from '../../../../sandbox/src/clearinghouse/x12.ts'
import { arbitraryClaims } from './arbitrary-claim.testing.ts'
import type { Claim, PersonName } from './claim.ts'
import { exampleAccount, exampleClaim } from './example-claim.testing.ts'
import { asExpected, asSubmitted } from './expected-claim.testing.ts'
import { validateClaimFields, writeClaimFile } from './write-claim-file.ts'
import { X12Refusal } from './x12/field-writer.ts'
import { readInterchange } from './x12/read-interchange.ts'
import { x12Text } from './x12/x12-text.ts'

const write = (...claims: readonly Claim[]): string =>
  writeClaimFile({
    account: exampleAccount,
    control: { interchange: 1, group: 1 },
    fileReference: 'FILE-1',
    createdAt: new Date('2026-11-24T10:15:00Z'),
    claims,
  })

/** Parsed by the partner's parser, which shares no code with the writer. */
const received = (text: string) => readClaims(parse(text))

const named = (subscriber: Partial<PersonName>): Claim => ({
  ...exampleClaim,
  subscriber: { ...exampleClaim.subscriber, name: { ...exampleClaim.subscriber.name, ...subscriber } },
})

const refusal = (claim: Claim): X12Refusal['faults'] => {
  try {
    write(claim)
  } catch (error) {
    if (error instanceof X12Refusal) return error.faults
    throw error
  }
  return []
}

describe('writeClaimFile', () => {
  it('contains every value of every claim, as another parser reads it', () => {
    fc.assert(
      fc.property(arbitraryClaims, (claims) => {
        const text = write(...claims)
        expect(readInterchange(text).groups[0]?.sets).toHaveLength(1)
        const batch = received(text)
        expect(batch.errors).toEqual([])
        expect(batch.reference).toBe('FILE-1')
        expect(batch.claims.map(asSubmitted)).toEqual(claims.map(asExpected))
      }),
    )
  })

  it('writes its segments in the order of the guide: no two adjacent ones may be swapped', () => {
    const claim: Claim = {
      ...exampleClaim,
      frequency: 'replacement',
      payerClaimNumber: 'P-1',
      priorAuthorization: 'AUTH-1',
      referringProvider: { name: exampleClaim.renderingProvider.name, npi: '1234567893' },
      supervisingProvider: { name: exampleClaim.renderingProvider.name, npi: '1234567893' },
      lines: [1, 2].map((at) => ({ ...exampleClaim.lines[0]!, controlNumber: `L${at}` })),
    }
    const dependent = { ...claim.subscriber, relationship: 'child' as const }
    const text = write(claim, { ...claim, controlNumber: 'VK-2', dependent })
    expect(received(text).errors).toEqual([])
    const segments = text.split('~')
    const unnoticed: string[] = []
    // Without the envelopes: ISA, GS and ST at the start, SE, GE and IEA at the end.
    for (let at = 3; at + 1 < segments.findIndex((each) => /^\s*SE\*/.test(each)); at++) {
      const [one = '', other = ''] = segments.slice(at, at + 2)
      const swapped = segments.toSpliced(at, 2, other, one).join('~')
      if (one !== other && received(swapped).errors.length === 0) unnoticed.push(`${one} | ${other}`)
    }
    // Both are REF segments of the claim, whose order is free.
    expect(unnoticed.map((pair) => pair.replaceAll(/\s/g, ''))).toEqual(Array(2).fill('REF*G1*AUTH-1|REF*F8*P-1'))
  })

  it.each([
    'O*BRIEN~SE',
    'A^B',
    'X:Y',
    'DOE|EVIL\rOBX',
    'A*~^:|>{}B',
    'A*^:~|>{}<!%=@$_[]\\',
    '~SE*1*0001~GE*1*1~IEA*1*000000001~ISA*',
  ])('writes the name %j completely, without a way to inject segments', (last) => {
    const batch = received(write(named({ last })))
    expect(batch.errors).toEqual([])
    expect(batch.claims).toHaveLength(1)
    expect(batch.claims[0]?.subscriber.last).toBe(x12Text(last))
  })

  it('uses the standard delimiters unless a text contains one', () => {
    expect(write(exampleClaim).slice(0, 106)).toBe(
      'ISA*00*          *00*          *ZZ*VISITKIT1      *ZZ*SIMCLEAR       *261124*1015*^*00501*000000001*0*T*:~',
    )
    expect(write(named({ last: 'A*B' })).charAt(3)).toBe('|')
  })

  it('uses the delimiters that the clearinghouse prescribes, and refuses a text with one of them by its field', () => {
    const delimiters = { element: '|', repetition: '^', component: '>', segment: '~' }
    const file = (claim: Claim): string =>
      writeClaimFile({
        account: { ...exampleAccount, delimiters },
        control: { interchange: 1, group: 1 },
        fileReference: 'FILE-1',
        createdAt: new Date('2026-11-24T10:15:00Z'),
        claims: [claim],
      })
    expect(file(named({ last: 'A*B:C' }))).toContain('NM1|IL|1|A*B:C|')
    expect(file(exampleClaim)).toMatch(/^ISA\|/)
    expect(() => file(named({ last: 'A|B' }))).toThrow('/claims/0/subscriber/name/last delimiter')
  })

  it('refuses names that together leave no delimiter, and reports their fields', () => {
    const name = { last: 'A*^:~|>{}<!%=@', first: 'B$_[]\\`;?"', middle: 'C', suffix: null }
    expect(refusal(named(name))).toEqual([
      { pointer: '/claims/0/subscriber/name/last', code: 'delimiter' },
      { pointer: '/claims/0/subscriber/name/first', code: 'delimiter' },
    ])
  })

  it.each([
    ['山田', 'characters'],
    ['Л', 'characters'],
    ['\u200b', 'missing'],
    ['', 'missing'],
  ] as const)('refuses the last name %j and reports the field', (last, code) => {
    expect(refusal(named({ last }))).toEqual([{ pointer: '/claims/0/subscriber/name/last', code }])
  })

  it('refuses a longer name than the most characters, and says how many they are', () => {
    expect(refusal(named({ last: 'x'.repeat(61) }))).toEqual([
      { pointer: '/claims/0/subscriber/name/last', code: 'too_long', limit: 60 },
    ])
  })

  it('accepts a person with a single name of one letter', () => {
    const [claim] = received(write(named({ last: 'X', first: null, middle: null }))).claims
    expect(claim?.subscriber).toMatchObject({ last: 'X', first: '' })
  })

  it.each([
    ['a correction without the payer’s number', { frequency: 'replacement' }, '/payerClaimNumber', 'missing'],
    ['a void without the payer’s number', { frequency: 'void' }, '/payerClaimNumber', 'missing'],
    ['a first claim with one', { payerClaimNumber: 'P1' }, '/payerClaimNumber', 'inconsistent'],
    ['no diagnosis', { diagnoses: [] }, '/diagnoses', 'missing'],
    ['no line', { lines: [] }, '/lines', 'missing'],
    [
      'a control number in small letters, which the answer would not repeat',
      { controlNumber: 'c1' },
      '/controlNumber',
      'malformed',
    ],
    ['a control number with a space', { controlNumber: 'A B' }, '/controlNumber', 'malformed'],
    ['a negative payment', { patientPaidCents: -1 }, '/patientPaidCents', 'malformed'],
    ['parts of a cent', { patientPaidCents: 0.5 }, '/patientPaidCents', 'malformed'],
  ] as const)('refuses %s', (_name, change, pointer, code) => {
    expect(validateClaimFields({ ...exampleClaim, ...change } as Claim)).toContainEqual(
      expect.objectContaining({ pointer, code }),
    )
  })

  it.each([
    ['a pointer at nothing', { diagnosisPointers: [3] }, '/lines/0/diagnosisPointers', 'inconsistent'],
    ['a pointer twice', { diagnosisPointers: [1, 1] }, '/lines/0/diagnosisPointers', 'inconsistent'],
    ['no pointer', { diagnosisPointers: [] }, '/lines/0/diagnosisPointers', 'missing'],
    ['five modifiers', { modifiers: ['25', '95', '59', 'GT', 'FR'] }, '/lines/0/modifiers', 'too_long'],
    ['a modifier of one sign', { modifiers: ['9'] }, '/lines/0/modifiers/0', 'malformed'],
    ['no unit', { units: 0 }, '/lines/0/units', 'malformed'],
    ['a day that is none', { serviceDay: '2026-02-30' }, '/lines/0/serviceDay', 'malformed'],
    ['a negative charge', { chargeCents: -100 }, '/lines/0/chargeCents', 'malformed'],
    ['a code of the house', { serviceCode: 'VISIT15' }, '/lines/0/serviceCode', 'too_long'],
  ] as const)('refuses a line with %s', (_name, change, pointer, code) => {
    const lines = exampleClaim.lines.map((line) => ({ ...line, ...change }))
    expect(validateClaimFields({ ...exampleClaim, lines } as Claim)).toContainEqual(
      expect.objectContaining({ pointer, code }),
    )
  })

  it('refuses a claim to a second payer whose decision does not add up, and one that names no code', () => {
    const prior: NonNullable<Claim['priors']>[number] = {
      payer: { id: 'FEDCARE01', name: 'Federal Senior Care', filingIndicator: 'MB' },
      payerClaimNumber: 'P1',
      subscriber: { ...exampleClaim.subscriber, memberId: 'FC1' },
      relationship: 'self',
      decidedOn: '2026-11-24',
      paidCents: 10_000,
      adjustments: [],
      lines: [{ paidCents: 10_000, adjustments: [{ group: 'PR', reason: '3', amountCents: 2_550 }] }],
    }
    const faults = (change: Partial<typeof prior>) =>
      validateClaimFields({ ...exampleClaim, priors: [{ ...prior, ...change }] })
    expect(faults({})).toEqual([])
    expect(faults({ lines: [{ paidCents: 10_000, adjustments: [] }] })).toEqual([
      { pointer: '/priors/0/lines', code: 'inconsistent' },
    ])
    expect(faults({ paidCents: 9_999 })).toEqual([{ pointer: '/priors/0/paidCents', code: 'inconsistent' }])
    expect(faults({ lines: null })).toEqual([{ pointer: '/priors/0/paidCents', code: 'inconsistent' }])
    const noCode = [{ paidCents: 10_000, adjustments: [{ group: 'PR' as const, reason: '', amountCents: 2_550 }] }]
    expect(faults({ lines: noCode })).toEqual([{ pointer: '/lines/0/priors/0/adjustments', code: 'missing' }])
  })

  it.each(['P.O. Box 12', 'PO Box 9', 'Suite 2, p o box 7', 'Post Office Box 3'])(
    'refuses %j as the address of a billing provider',
    (line1) => {
      const billingProvider = {
        ...exampleClaim.billingProvider,
        address: { ...exampleClaim.billingProvider.address, line1 },
      }
      expect(validateClaimFields({ ...exampleClaim, billingProvider })).toEqual([
        { pointer: '/billingProvider/address/line1', code: 'malformed' },
      ])
    },
  )

  it('refuses two billing providers, and a repeated control number in one file', () => {
    const other = { ...exampleClaim, billingProvider: { ...exampleClaim.billingProvider, npi: '1497758544' } }
    expect(() => write(exampleClaim, other)).toThrow(
      '/claims/1/billingProvider inconsistent, /claims/1/controlNumber inconsistent',
    )
  })

  it('puts no name or number into the message of a refusal', () => {
    const secret = named({ last: '秘密NAME' })
    expect(() => write(secret)).toThrow(X12Refusal)
    expect(JSON.stringify(refusal(secret))).not.toContain('NAME')
  })
})
