import { describe, expect, it } from 'vitest'
import { readPdf } from '../../../platform/documents/read-pdf.testing.ts'
import { writePdf } from '../../../platform/documents/write-pdf.ts'
import type { Patient, Practitioner, StatementOfDisagreement } from '../ports.ts'
import { loadNoteTemplates } from '../packs/load-note-templates.ts'
import type { Note } from './note.ts'
import { noteDocument } from './note-document.ts'
import type { NoteAttestation } from './note-attestation.ts'
import { vitalIdOf, type VitalChange } from './vital-observation.ts'

const templates = await loadNoteTemplates()
const at = new Date('2026-11-25T15:00:00Z')
const hash = 'ab'.repeat(32)

const note = (language: string, text: string): Note => ({
  id: '01a20000-0000-7000-8000-000000000001',
  visitId: 'v',
  patientId: 'p',
  practitionerId: 'd',
  templateCode: 'soap',
  kind: '11506-3',
  specialty: 'primary-care',
  language,
  modality: 'video',
  isAboutSubstanceUse: false,
  status: 'addended',
  visitAt: at,
  draftedAt: at,
  savedAt: at,
  signedAt: at,
  supervisorId: null,
  version: 4,
  content: {
    templateCode: 'soap',
    sections: [
      { code: 'subjective', text },
      { code: 'objective', text: ' ' },
      { code: 'of-another-template', text: 'Kept below.' },
    ],
    diagnoses: [{ code: 'I10', display: 'Essential (primary) hypertension' }],
    vitals: [{ loinc: '8480-6', value: 128, unit: 'mm[Hg]', source: 'patient-reported' }],
    services: [{ codeSystem: 'HCPCS', code: 'G2012', units: 1, diagnosisPointers: [1] }],
    prefilled: [],
    derived: [],
  },
})
const patient = (given: string, family: string): Patient => ({
  id: 'p',
  name: { given, family },
  birthDate: '1984-06-15',
  state: 'OH',
  language: 'en',
  zone: 'America/New_York',
  call: { rule: 'recorded' },
  letters: { rule: 'recorded' },
  version: 1,
})
const practitioner = { displayName: 'Dr. Casey Example', zone: 'America/New_York', npi: '1234567893' } as Practitioner
const statement = (as: NoteAttestation['as'], displayName: string): NoteAttestation =>
  ({ as, by: { memberId: 'm', displayName }, at: at.toISOString(), contentHash: hash }) as NoteAttestation

const printed = async (
  language: string,
  who: Patient,
  text = 'A headache.',
  changes: readonly VitalChange[] = [],
  statements: readonly StatementOfDisagreement[] = [],
): Promise<string> => {
  const bytes = await writePdf(
    noteDocument({
      note: note(language, text),
      template: templates.find('soap', at),
      signatures: [
        { statement: statement('author', 'Dr. Casey Example'), text: null },
        { statement: statement('supervisor', 'Dr. Robin Sample'), text: null },
        { statement: statement('addendum', 'Dr. Casey Example'), text: 'The patient called back.' },
      ],
      changes,
      statements,
      patient: who,
      practitioner,
      organization: { name: 'Lakeside Health' },
      phrases: templates.phrases(language),
    }),
  )
  const { info, text: words } = await readPdf(bytes)
  // What a window title and a list of downloads show.
  expect(JSON.stringify(info)).not.toContain(who.name.family)
  return words.normalize('NFKC')
}

describe('a printed note', () => {
  it('contains the patient, the findings, and who signed what, when', async () => {
    const text = await printed('en', patient('Pat', 'Sample'))
    for (const words of [
      'SOAP note',
      'Pat Sample',
      '1984-06-15',
      'November 25, 2026 at 10:00:00 AM EST',
      '1234567893',
      'A headache.',
      'Kept below.',
      'Essential (primary) hypertension',
      'Systolic blood pressure',
      '128 mmHg',
      'told by the patient',
      'Signed by Dr. Casey Example',
      'Supervised and co-signed by Dr. Robin Sample',
      'Addendum',
      'The patient called back.',
      hash,
    ])
      expect(text).toContain(words)
    // No billing data, and no empty headings.
    expect(text).not.toContain('G2012')
    expect(text).not.toContain('Objective')
  })

  it('says which of its vital signs were corrected after the signature, each time', async () => {
    const change = (position: number, value: number | null): VitalChange => ({
      id: `c${position}`,
      noteId: note('en', '').id,
      patientId: 'p',
      vitalId: vitalIdOf(note('en', '').id, 0),
      position,
      status: value === null ? 'entered-in-error' : 'corrected',
      changedAt: new Date('2026-11-26T15:00:00Z'),
      right: value === null ? null : { value, unit: 'mm[Hg]', measuredAt: at.toISOString() },
      by: { memberId: 'm', displayName: 'Dr. Casey Example' },
    })
    // A line may end anywhere.
    const bare = (text: string): string => text.replaceAll(/\s/g, '')
    const text = bare(await printed('en', patient('Pat', 'Sample'), '', [change(2, null), change(1, 182)]))
    for (const words of [
      '128 mmHg told by the patient',
      'Systolic blood pressure: 182 mmHg is right, not 128 mmHg. Corrected by Dr. Casey Example, November 26, 2026',
      'Systolic blood pressure: 182 mmHg was entered in error. Corrected by Dr. Casey Example, November 26, 2026',
    ])
      expect(text).toContain(bare(words))
    const spanish = await printed('es', patient('Pat', 'Sample'), '', [change(1, 182)])
    expect(bare(spanish)).toContain(bare('lo correcto es 182 mmHg, no 128 mmHg'))
    expect(await printed('en', patient('Pat', 'Sample'))).not.toContain('corrected after')
  })

  it('has what the patient said to a denied correction after the addenda, with who wrote it, when, and the answer', async () => {
    const said = (byKind: StatementOfDisagreement['byKind'], text: string): StatementOfDisagreement => ({
      ...{ text, byKind, at: new Date('2026-12-01T15:00:00Z') },
      ...{ asked: 'It says that I smoke.', answer: 'You said so in May.' },
    })
    const both = [said('patient', 'I never smoked.'), said('proxy', 'She never smoked.')]
    const bare = (text: string): string => text.replaceAll(/\s/g, '')
    const text = bare(await printed('en', patient('Pat', 'Sample'), '', [], both))
    for (const words of [
      'The patient disagrees I never smoked.',
      'Written by the patient December 1, 2026 at 10:00:00 AM EST',
      'Written by a person who acts for the patient December 1, 2026',
      'Requested correction It says that I smoke.',
      'Why it was denied You said so in May.',
    ])
      expect(text).toContain(bare(words))
    expect(text.indexOf('Inever')).toBeGreaterThan(text.indexOf(bare('The patient called back.')))
    const spanish = bare(await printed('es', patient('Pat', 'Sample'), '', [], [said(null, 'Nunca he fumado.')]))
    expect(spanish).toContain(bare('El paciente no está de acuerdo Nunca he fumado. Escrito 1 de diciembre de 2026'))
    expect(await printed('en', patient('Pat', 'Sample'))).not.toContain('disagrees')
  })

  it('is in the language of the note', async () => {
    const text = await printed('es', patient('Pat', 'Sample'))
    for (const words of ['Nota SOAP', 'Subjetivo', 'Firmado por', 'Adenda', '25 de noviembre de 2026'])
      expect(text).toContain(words)
  })

  it.each([
    ['HL7 delimiters', patient('Pat^|~\\&', "O'Neil~MSH|^~\\&|EVIL")],
    ['a formula', patient('=HYPERLINK("http://evil.example")', '@SUM(A1)')],
    ['markup', patient('<script>alert(1)</script>', '&lt;b&gt;')],
    ['PDF operators', patient('(Pat) Tj ET', 'endstream endobj %%EOF')],
    ['placeholders', patient('{name}', '{page} of {pages} {hash}')],
    ['Chinese', patient('小明', '王')],
    ['Arabic', patient('محمد', 'علي')],
    ['a single name', patient('', 'Suharto')],
    ['120 letters', patient('X'.repeat(60), 'Y'.repeat(60))],
  ])('prints a name with %s unchanged', async (_, who) => {
    const { given, family } = who.name
    const text = await printed('en', who)
    for (const name of [given, family].filter((part) => part !== '')) expect(text).toContain(name.normalize('NFKC'))
  })

  it('shows a dose exactly as written', async () => {
    expect(await printed('en', patient('Pat', 'Sample'), 'Take \u202E05 mg\u202C daily')).toContain('Take 05 mg daily')
  })
})
