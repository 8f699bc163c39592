import type { components } from '@visitkit/contract'

type Schemas = components['schemas']

/** What the server writes into a section of a new draft. */
export type PrefillRule =
  /** What the patient wrote at booking. The answer to a question for the chief complaint is not repeated if it says the same. */
  | { readonly from: 'reason' }
  /** The answers to these questions, by LOINC code or linkId, from any questionnaire. */
  | { readonly from: 'answers'; readonly questions: readonly string[] }
  /** Every answer that no other rule of the template uses. */
  | { readonly from: 'other-answers' }
  /** Totals of questionnaires, with their interpretation. */
  | { readonly from: 'scores' }
  /** Emergency rules that answers triggered. */
  | { readonly from: 'alerts' }
  /** How the visit was held and where the patient was. */
  | { readonly from: 'check-in' }

/** FHIR: Composition.section. */
export interface TemplateSection {
  readonly code: string
  readonly loinc: string
  readonly heading: Schemas['LocalizedText'][]
  readonly hint: Schemas['LocalizedText'][]
  /** A note without it cannot be signed. */
  readonly required: boolean
  /** Shown to the patient in the visit summary. */
  readonly forPatient: boolean
  readonly prefill: readonly PrefillRule[]
}

export interface NoteTemplate {
  readonly code: string
  readonly name: Schemas['LocalizedText'][]
  /** LOINC code of the document type. */
  readonly kind: string
  /** Codes of the specialties whose visits use it unless a pack names another. Empty for the template that serves all others. */
  readonly specialties: readonly string[]
  readonly sections: readonly TemplateSection[]
}

/** Phrases that the server writes. `{name}` is replaced. */
export interface NotePhrases {
  readonly modality: Readonly<Record<Schemas['Modality'], string>>
  readonly place: Readonly<Record<Schemas['PatientLocation']['kind'], string>>
  /** `{score}`, `{value}`, `{band}`. */
  readonly score: string
  /** `{reason}`. */
  readonly reason: string
  /** `{alert}`. */
  readonly alert: string
  readonly alerts: Readonly<Record<Schemas['IntakeAlert'], string>>
  readonly yes: string
  readonly no: string
  readonly print: PrintLabels
}

/** Labels of a printed note. */
export interface PrintLabels extends Readonly<
  Record<
    | 'title'
    | 'patient'
    | 'born'
    | 'recordNumber'
    | 'visit'
    | 'practitioner'
    | 'npi'
    | 'held'
    | 'diagnoses'
    | 'code'
    | 'diagnosis'
    | 'vitals'
    | 'measure'
    | 'value'
    | 'source'
    | 'addendum'
    | 'corrections'
    | 'disagreement'
    | 'written'
    | 'writtenByPatient'
    | 'writtenByProxy'
    | 'asked'
    | 'answered'
    | 'other',
    string
  >
> {
  /** `{page}`, `{pages}`. */
  readonly page: string
  /** `{name}` in each. */
  readonly signedBy: string
  readonly cosignedBy: string
  readonly addedBy: string
  /** `{measure}`, `{before}`, `{after}`, `{name}`, `{time}`. */
  readonly corrected: string
  /** The same without `{after}`. */
  readonly enteredInError: string
  /** `{hash}`. */
  readonly fingerprint: string
  /** `{id}`. */
  readonly reference: string
  readonly sources: Readonly<Record<Schemas['Vital']['source'], string>>
  /** By LOINC code. */
  readonly vitalNames: Readonly<Record<Schemas['VitalSign'], string>>
  /** By UCUM code, in the usual spelling. */
  readonly units: Readonly<Record<string, string>>
}

/** One pass, so that user input is never treated as a placeholder. */
export const filled = (phrase: string, values: Readonly<Record<string, string>>): string =>
  phrase.replaceAll(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)

export interface TemplateCatalog {
  /** The version in effect on the day of `now`. */
  all(now: Date): readonly NoteTemplate[]
  /** The version in effect on the day of `now`: for a note, the day of its draft, so that it keeps its headings. */
  find(code: string, now: Date): NoteTemplate | null
  /** The template for this specialty unless a pack names another. */
  of(specialty: string, now: Date): NoteTemplate
  phrases(language: string): NotePhrases
}

export const sectionOf = (template: NoteTemplate | null, code: string): TemplateSection | null =>
  template?.sections.find((section) => section.code === code) ?? null

/** In this language, or in the first available one. */
export const textIn = (texts: readonly Schemas['LocalizedText'][], language: string): string => {
  const primary = language.split('-', 1)[0]
  const found =
    texts.find((text) => text.language === language) ??
    texts.find((text) => text.language.split('-', 1)[0] === primary) ??
    texts[0]
  return found?.text ?? ''
}
