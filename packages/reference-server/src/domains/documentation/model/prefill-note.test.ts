import { describe, expect, it } from 'vitest'
import type { DocumentedVisit, IntakeAnswers } from '../ports.ts'
import { loadNoteTemplates } from '../packs/load-note-templates.ts'
import { prefillNote } from './prefill-note.ts'

const templates = await loadNoteTemplates()
const now = new Date('2026-11-25T15:00:00Z')
const both = (en: string, es: string) => [
  { language: 'en', text: en },
  { language: 'es', text: es },
]
const visit: DocumentedVisit = {
  visitId: 'v',
  appointmentId: 'a',
  patientId: 'p',
  seenBy: 'd',
  specialty: 'primary-care',
  visitTypeCode: 'primary-care-visit',
  visitTypeName: [],
  modality: 'audio',
  status: 'ended',
  location: { line1: '1 Sample Street', city: 'Exampleville {state}', state: 'OH', kind: 'other' },
  checkedInAt: now,
  startedAt: null,
}
const question = (
  linkId: string,
  text: [string, string],
  value: IntakeAnswers['questions'][number]['values'][number],
  more: Partial<IntakeAnswers['questions'][number]> = {},
): IntakeAnswers['questions'][number] => ({
  linkId,
  loinc: null,
  text: both(...text),
  values: [value],
  chosen: [],
  ...more,
})
const form = (questions: IntakeAnswers['questions'], more: Partial<IntakeAnswers> = {}): IntakeAnswers => ({
  title: [],
  questions,
  scores: [],
  alerts: [],
  ...more,
})
const prefill = (
  specialty: string,
  answers: IntakeAnswers[],
  { language = 'en', reason = null }: { readonly language?: string; readonly reason?: string | null } = {},
) => {
  const content = prefillNote(templates.of(specialty, now), {
    visit: { ...visit, specialty },
    answers,
    reason,
    language,
    phrases: templates.phrases(language),
  })
  return { content, text: (code: string) => content.sections.find((section) => section.code === code)?.text }
}

describe('a new draft', () => {
  it('puts answers into their sections and leaves out none', () => {
    const { content, text } = prefill('primary-care', [
      form([
        question(
          'complaint',
          ['What would you like help with?', '¿En qué?'],
          { text: 'Headache' },
          { loinc: '10154-3' },
        ),
        question('takes', ['Do you take any medicines?', '¿Toma?'], { boolean: true }),
        question('list', ['Which ones?', '¿Cuáles?'], { text: 'Lisinopril' }, { loinc: '10160-0' }),
        question(
          'since',
          ['When did it start?', '¿Cuándo?'],
          { code: 'days' },
          {
            chosen: [{ code: 'days', text: both('A few days ago', 'Hace unos días') }],
          },
        ),
      ]),
    ])
    expect(text('chief-complaint')).toBe('What would you like help with? Headache')
    expect(text('medications')).toBe('Which ones? Lisinopril')
    expect(text('history')).toBe('Do you take any medicines? Yes\nWhen did it start? A few days ago')
    expect(text('assessment')).toBe('')
    expect(content.prefilled).toEqual(['chief-complaint', 'history', 'medications', 'exam'])
    expect(content.derived).toEqual(['exam'])
  })

  it('begins with what was written at booking, once', () => {
    const asked = (text: string) =>
      form([question('complaint', ['What is wrong today?', '¿Qué le pasa?'], { text }, { loinc: '10154-3' })])
    const begun = (answer: string) => prefill('urgent-care', [asked(answer)], { reason: 'A cough' })
    expect(begun('A cough').text('chief-complaint')).toBe('Written before the visit: A cough')
    expect(begun('A cough').text('history')).toBe('')
    expect(begun('A fever').text('chief-complaint')).toBe(
      'Written before the visit: A cough\nWhat is wrong today? A fever',
    )
    expect(begun('A cough').content.derived).not.toContain('chief-complaint')
    const inSpanish = prefill('urgent-care', [], { reason: 'Tos', language: 'es' })
    expect(inSpanish.text('chief-complaint')).toBe('Escrito antes de la consulta: Tos')
  })

  it('contains how the visit was held and where the patient was, in the language of the organization', () => {
    expect(prefill('primary-care', [], { language: 'es' }).text('exam')).toBe(
      'Consulta de telesalud solo por voz. El paciente dijo que estaba en Exampleville {state}, OH, fuera de su casa.',
    )
  })

  it('summarizes a questionnaire by its total and triggered rules, not by its items', () => {
    const { text } = prefill('behavioral-health', [
      form([question('44250-9', ['Little interest', 'Poco interés'], { code: 'LA6571-9' }, { loinc: '44250-9' })], {
        scores: [{ name: both('PHQ-9 total', 'Total'), value: 14, bandText: both('Moderate', 'Moderada') }],
        alerts: ['self-harm-thoughts', 'self-harm-thoughts'],
      }),
    ])
    expect(text('measures')).toBe('PHQ-9 total: 14 (Moderate)')
    expect(text('risk')).toBe('Alert before the visit: thoughts of self-harm')
    expect(text('session')).toBe('')
  })

  it('takes measurements that the patient reported, unless they are implausible', () => {
    const measured = (value: number) =>
      prefill('cardiology', [
        form([question('systolic', ['Upper number', 'Máxima'], { integer: value }, { loinc: '8480-6' })]),
      ])
    expect(measured(128).content.vitals).toEqual([
      { loinc: '8480-6', value: 128, unit: 'mm[Hg]', source: 'patient-reported' },
    ])
    expect(measured(128).text('history')).toBe('')
    expect(measured(1_280).content.vitals).toEqual([])
    expect(measured(1_280).text('history')).toBe('Upper number 1280')
  })
})
