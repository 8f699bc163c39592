import type { DiagnosisCode, NoteTemplate, ServiceCode } from '../../generated/models.ts'
import { both } from './sample-texts.ts'

const section = (
  code: string,
  loinc: string,
  [en, es]: readonly [string, string],
  [hintEn, hintEs]: readonly [string, string],
  more: { required?: boolean; forPatient?: boolean } = {},
): NoteTemplate['sections'][number] => ({
  code,
  loinc,
  heading: both(en, es),
  hint: both(hintEn, hintEs),
  required: more.required ?? false,
  forPatient: more.forPatient ?? false,
})

const subjective = section(
  'subjective',
  '61150-9',
  ['Subjective', 'Subjetivo'],
  ['What the patient says, in their words', 'Lo que dice el paciente, con sus palabras'],
  { required: true },
)
const assessment = section(
  'assessment',
  '51848-0',
  ['Assessment', 'Evaluación'],
  ['What you think it is, and why', 'Qué cree que es, y por qué'],
  { required: true },
)
const plan = section('plan', '18776-5', ['Plan', 'Plan'], ['What happens next', 'Qué sigue'], { required: true })
const instructions = section(
  'instructions',
  '69730-0',
  ['For the patient', 'Para el paciente'],
  ['In plain words: the patient reads this', 'Con palabras sencillas: el paciente lo lee'],
  { forPatient: true },
)

export const sampleNoteTemplates: readonly NoteTemplate[] = [
  {
    code: 'soap',
    name: both('SOAP note', 'Nota SOAP'),
    kind: '11506-3',
    specialties: ['primary-care', 'cardiology'],
    sections: [
      subjective,
      section(
        'objective',
        '61149-1',
        ['Objective', 'Objetivo'],
        ['What you see and hear on the video', 'Lo que ve y oye en el video'],
      ),
      assessment,
      plan,
      instructions,
    ],
  },
  {
    code: 'follow-up',
    name: both('Follow-up', 'Seguimiento'),
    kind: '11506-3',
    specialties: ['primary-care'],
    sections: [
      section(
        'interval',
        '10164-2',
        ['Since last time', 'Desde la última vez'],
        ['What has changed', 'Qué ha cambiado'],
        {
          required: true,
        },
      ),
      assessment,
      plan,
      instructions,
    ],
  },
]

/** Short forms that the sample search knows, by code. */
export const sampleSynonyms: Readonly<Record<string, string>> = { I10: 'htn', 'E11.9': 'dm2', 'J06.9': 'uri' }

export const sampleDiagnosisCodes: readonly Omit<DiagnosisCode, 'match'>[] = [
  { code: 'I10', display: 'Essential (primary) hypertension' },
  { code: 'J01.90', display: 'Acute sinusitis, unspecified' },
  { code: 'J06.9', display: 'Acute upper respiratory infection, unspecified' },
  { code: 'J30.2', display: 'Other seasonal allergic rhinitis' },
  { code: 'E11.9', display: 'Type 2 diabetes mellitus without complications' },
  { code: 'E78.5', display: 'Hyperlipidemia, unspecified' },
  { code: 'F32.1', display: 'Major depressive disorder, single episode, moderate' },
  { code: 'M54.50', display: 'Low back pain, unspecified' },
  { code: 'R05.1', display: 'Acute cough' },
  { code: 'R06.02', display: 'Shortness of breath' },
]

export const sampleServiceCodes: readonly ServiceCode[] = [
  { codeSystem: 'local', code: 'TELE15', name: 'Video visit, up to 15 minutes', chargeCents: 7500 },
  { codeSystem: 'local', code: 'TELE30', name: 'Video visit, up to 30 minutes', chargeCents: 12_500 },
  { codeSystem: 'HCPCS', code: 'G2012', name: 'Brief check-in by telephone or video', chargeCents: 2500 },
  { codeSystem: 'HCPCS', code: 'G2010', name: 'Look at a picture sent by the patient', chargeCents: 2000 },
  { codeSystem: 'HCPCS', code: 'Q3014', name: 'Telehealth originating site facility fee', chargeCents: 3100 },
]

/** The template data of a note with this template. */
export const sampleTemplateOf = (templateCode: string): { template?: NoteTemplate } => {
  const template = sampleNoteTemplates.find(({ code }) => code === templateCode)
  return template ? { template } : {}
}
