import type { components } from '@visitkit/contract'
import { fullName } from '../../../platform/names/person-name.ts'
import type { PdfBlock, PdfDocument } from '../../../platform/documents/pdf-document.ts'
import type { CorrectionRecipient } from '../model/correction-recipient.ts'
import type { PrivacyRequest } from '../model/privacy-request.ts'

type Schemas = components['schemas']

const en = {
  title: 'A change to a health record',
  pageLabel: 'Page {page} of {pages}',
  to: 'To',
  patient: 'Patient',
  birthDate: 'Date of birth',
  sentOn: 'Last sent to you on',
  made: 'Date',
  corrected:
    'We sent you information about this patient, or the patient says that you have it. It was corrected. Please add this letter to your record and use it (45 CFR 164.526(c)(3) and (e)).',
  disputed:
    'We sent you information about this patient, or the patient says that you have it. The patient asked us to correct it. We did not, and the patient disagrees. Please add this letter to your record.',
  asked: 'What the patient asked',
  addenda: 'What was added to the note',
  answer: 'What we answered',
  statement: 'What the patient says to our answer',
  contact: 'The patient agreed that we send you this letter. Questions? Ask our privacy officer.',
}

const es: typeof en = {
  title: 'Un cambio en un expediente médico',
  pageLabel: 'Página {page} de {pages}',
  to: 'Para',
  patient: 'Paciente',
  birthDate: 'Fecha de nacimiento',
  sentOn: 'Último envío a usted',
  made: 'Fecha',
  corrected:
    'Le enviamos información sobre este paciente, o el paciente dice que usted la tiene. Se corrigió. Agregue esta carta a su expediente y úsela (45 CFR 164.526(c)(3) y (e)).',
  disputed:
    'Le enviamos información sobre este paciente, o el paciente dice que usted la tiene. El paciente nos pidió corregirla. No lo hicimos, y el paciente no está de acuerdo. Agregue esta carta a su expediente.',
  asked: 'Lo que pidió el paciente',
  addenda: 'Lo que se agregó a la nota',
  answer: 'Lo que respondimos',
  statement: 'Lo que dice el paciente sobre nuestra respuesta',
  contact: 'El paciente aceptó que le enviemos esta carta. ¿Preguntas? Hable con nuestro responsable de privacidad.',
}

interface Told {
  readonly request: PrivacyRequest
  readonly recipient: CorrectionRecipient
  readonly patient: { readonly name: Schemas['PersonName']; readonly birthDate: string }
  /** What was added to the note since the patient asked. */
  readonly addenda: readonly { readonly text: string; readonly at: Date; readonly by: string }[]
}

/** A letter about a correction, or about a statement of disagreement, for a recipient. */
export const correctionLetter = (
  { request, recipient, patient, addenda }: Told,
  { brand, zone }: Pick<Schemas['Organization'], 'brand' | 'zone'>,
  asked: { readonly language: string; readonly now: Date },
): PdfDocument => {
  const isSpanish = asked.language.startsWith('es')
  const [language, words] = isSpanish ? ['es', es] : ['en', en]
  const dayOf = (zoneOfDay: string) => {
    const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: zoneOfDay })
    return (at: Date): string => format.format(at)
  }
  const calendarDay = (day: string): string => dayOf('UTC')(new Date(`${day}T00:00:00Z`))
  const part = (heading: string, text: string | null): PdfBlock[] =>
    text === null || text === ''
      ? []
      : [
          { kind: 'heading', text: heading },
          { kind: 'paragraph', text },
        ]
  const local = dayOf(zone)
  return {
    language,
    title: words.title,
    organization: { name: brand.name, accentColor: brand.accentColor },
    createdAt: asked.now,
    pageLabel: words.pageLabel,
    // It goes to a recipient, who gets neither number nor address of the patient.
    addressee: { kind: 'no-patient' },
    blocks: [
      { kind: 'title', text: words.title },
      {
        kind: 'facts',
        rows: [
          { label: words.to, value: [recipient.name, recipient.address].filter(Boolean).join('\n') },
          { label: words.made, value: local(asked.now) },
          { label: words.patient, value: fullName(patient.name) },
          { label: words.birthDate, value: calendarDay(patient.birthDate) },
          ...(recipient.lastSentOn ? [{ label: words.sentOn, value: calendarDay(recipient.lastSentOn) }] : []),
        ],
      },
      { kind: 'paragraph', text: request.status === 'accepted' ? words.corrected : words.disputed },
      ...part(words.asked, request.what),
      ...part(words.addenda, addenda.map(({ text, at, by }) => `${text}\n${by}, ${local(at)}`).join('\n\n')),
      ...part(words.answer, request.decisionText),
      ...part(words.statement, request.disagreement),
      { kind: 'remark', text: words.contact },
    ],
  }
}
