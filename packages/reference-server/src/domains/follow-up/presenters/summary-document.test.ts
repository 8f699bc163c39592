import type { components } from '@visitkit/contract'
import { describe, expect, it } from 'vitest'
import { writePdf } from '../../../platform/documents/write-pdf.ts'
import { summaryDocument } from './summary-document.ts'

type Summary = components['schemas']['VisitSummary']

const now = new Date('2026-11-26T12:00:00Z')
/** Names with delimiters, scripts, right-to-left marks and formulas. */
const hostile = ['O^Neil~Ann|\\&', '=HYPERLINK("http://x")', '\u202Eevil', 'José Ñandú', '<script>', '李雷', '*~:']
const en = (text: string) => [{ language: 'en', text }]
const summary = (given: Partial<Summary> = {}): Summary => ({
  visitId: 'v',
  patientId: 'p',
  practitioner: {
    id: 'd',
    displayName: 'Dr. Casey Example',
    title: [],
    specialties: [],
    languages: [],
    zone: 'America/New_York',
    states: [],
  },
  visitTypeName: [...en('Follow-up'), { language: 'es', text: 'Seguimiento' }],
  visitAt: '2026-11-26T04:30:00Z',
  status: 'published',
  instructions: [],
  diagnoses: [],
  corrections: [],
  medications: [],
  tests: [],
  referrals: [],
  publishedAt: '2026-11-26T05:00:00Z',
  version: 2,
  ...given,
})
const organization = {
  brand: { name: 'Lakeside Health', accentColor: '#0b6e6e' },
  contact: { phone: '555-0100', emergencyNumber: '911', crisisLine: '988' },
}
const letters = { rule: 'recorded' } as const
const reader = { name: 'Pat Sample', letters, language: 'en', zone: 'America/New_York' }
const textOf = (...of: Parameters<typeof summaryDocument>): string => JSON.stringify(summaryDocument(...of).blocks)

describe('the printed summary', () => {
  it('uses the patient’s language and time zone', () => {
    const spanish = textOf(summary(), { ...reader, language: 'es-MX' }, organization, now)
    expect(spanish).toContain('Resumen de su consulta')
    expect(spanish).toContain('Seguimiento')
    // 23:30 of the day before in New York.
    expect(spanish).toContain('25 de noviembre de 2026')
    expect(textOf(summary(), { ...reader, language: 'ar' }, organization, now)).toContain('Summary of your visit')
  })

  it('puts corrections before the corrected text', () => {
    const instructions = [{ heading: en('What to do'), text: 'Take 50 mg.' }]
    const corrections = [{ text: 'Take 5 mg, not 50.', at: '2026-11-27T14:00:00Z', by: 'Dr. Casey Example' }]
    const printed = textOf(summary({ instructions, corrections }), reader, organization, now)
    expect(printed).toMatch(/Changed or added after your visit.*Take 5 mg, not 50\..*Dr\. Casey Example.*Take 50 mg\./)
  })

  it('contains no names in its metadata', () => {
    const { title, reference } = summaryDocument(summary(), { ...reader, name: 'Canary Name' }, organization, now)
    expect(`${title} ${reference}`).not.toContain('Canary')
  })

  it('prints no medication that is not dispensed, and no empty sections', () => {
    const medicine = (name: string, status: Summary['medications'][0]['status']) => ({
      prescriptionId: name,
      name,
      directionsText: en('Take one.'),
      status,
    })
    const text = textOf(
      summary({ medications: [medicine('Kept', 'accepted'), medicine('Gone', 'cancelled')] }),
      reader,
      organization,
      now,
    )
    expect(text).toContain('Kept')
    expect(text).not.toContain('Gone')
    expect(text).not.toContain('Your tests')
    expect(textOf(summary(), reader, organization, now)).not.toContain('Your medicines')
  })

  it('contains how to get help, and a crisis line only if there is one', () => {
    expect(textOf(summary(), reader, organization, now)).toContain('call 988')
    const { crisisLine: _, ...contact } = organization.contact
    expect(textOf(summary(), reader, { ...organization, contact }, now)).not.toContain('{crisis}')
  })

  it.each(hostile)('prints %j unchanged in a valid document', async (name) => {
    const document = summaryDocument(
      summary({
        instructions: [{ heading: en(name), text: `${name}\n\n${name}` }],
        diagnoses: [{ code: 'I10', display: name }],
        referrals: [{ referralId: 'r', to: name, status: 'sent' }],
      }),
      { ...reader, name },
      organization,
      now,
    )
    const values = document.blocks.flatMap((block) =>
      'text' in block ? [block.text] : block.kind === 'list' ? block.items : [],
    )
    expect(values.filter((text) => text.includes(name))).toHaveLength(5)
    expect(
      Buffer.from(await writePdf(document))
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  })
})
