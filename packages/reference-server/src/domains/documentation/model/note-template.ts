import type { components } from '@visitkit/contract'

type Schemas = components['schemas']

/** What the server writes into a section of a new draft. */
export type PrefillRule =
  /** The answers to these questions, by LOINC code or linkId, whichever questionnaire asked them. */
  | { readonly from: 'answers'; readonly questions: readonly string[] }
  /** Every answer that no other rule of the template takes. */
  | { readonly from: 'other-answers' }
  /** Totals of questionnaires, with what they mean. */
  | { readonly from: 'scores' }
  /** What an answer set off that had to reach a person at once. */
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
  /** Patients read it in their summary. */
  readonly forPatient: boolean
  readonly prefill: readonly PrefillRule[]
}

export interface NoteTemplate {
  readonly code: string
  readonly name: Schemas['LocalizedText'][]
  /** LOINC code of the kind of document. */
  readonly kind: string
  /** Codes of the specialties whose visits begin with it where no pack names another; empty for the one that serves all others. */
  readonly specialties: readonly string[]
  readonly sections: readonly TemplateSection[]
}

/** Phrases of what the server writes. `{name}` is replaced. */
export interface NotePhrases {
  readonly modality: Readonly<Record<Schemas['Modality'], string>>
  readonly place: Readonly<Record<Schemas['PatientLocation']['kind'], string>>
  /** `{score}`, `{value}`, `{band}`. */
  readonly score: string
  /** `{alert}`. */
  readonly alert: string
  readonly alerts: Readonly<Record<Schemas['IntakeAlert'], string>>
  readonly yes: string
  readonly no: string
  readonly print: PrintLabels
}

/** What stands on a printed note beside what was written. */
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
  /** `{hash}`. */
  readonly fingerprint: string
  /** `{id}`. */
  readonly reference: string
  readonly sources: Readonly<Record<Schemas['Vital']['source'], string>>
  /** By LOINC code. */
  readonly vitalNames: Readonly<Record<Schemas['VitalSign'], string>>
  /** By UCUM code, as people write them. */
  readonly units: Readonly<Record<string, string>>
}

/** One pass, so that what a person has written is never taken for a place to fill. */
export const filled = (phrase: string, values: Readonly<Record<string, string>>): string =>
  phrase.replaceAll(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)

export interface TemplateCatalog {
  /** The version in force on the day of `now`. */
  all(now: Date): readonly NoteTemplate[]
  /** The version in force on the day of `now`: for a note, the day on which it was drafted, so that it keeps its headings. */
  find(code: string, now: Date): NoteTemplate | null
  /** What a visit of this specialty begins with where no pack names another. */
  of(specialty: string, now: Date): NoteTemplate
  phrases(language: string): NotePhrases
}

export const sectionOf = (template: NoteTemplate | null, code: string): TemplateSection | null =>
  template?.sections.find((section) => section.code === code) ?? null

/** In this language, or in the first one that there is. */
export const textIn = (texts: readonly Schemas['LocalizedText'][], language: string): string => {
  const primary = language.split('-', 1)[0]
  const found =
    texts.find((text) => text.language === language) ??
    texts.find((text) => text.language.split('-', 1)[0] === primary) ??
    texts[0]
  return found?.text ?? ''
}
