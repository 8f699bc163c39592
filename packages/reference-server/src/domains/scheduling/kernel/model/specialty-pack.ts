import type { components } from '@visitkit/contract'

type Schemas = components['schemas']

/** A text by language tag. English and Spanish are required. */
export type PackText = Readonly<Record<string, string>>

/** A visit type in a pack. The bookable part is copied to the organization's own visit type; `care` stays in the pack. */
export interface PackedVisitType extends Omit<Schemas['CreateVisitType'], 'specialty' | 'name' | 'description'> {
  readonly name: PackText
  readonly description: PackText
  readonly care: VisitCare
}

/** Clinical settings of a visit type: note, orders, pictures, follow-up. */
export interface VisitCare {
  /** A code of packs/note-templates. */
  readonly noteTemplate: string
  /** LOINC codes of tests in packs/labs, independent of the laboratory. */
  readonly suggestedOrders: readonly string[]
  /** Whether the patient receives a survey. */
  readonly survey: boolean
  /** Walk-in: no minimum notice, no cancellation is late, and patients can wait for the next free practitioner. */
  readonly onDemand?: boolean
  /** Pictures that are requested from the patient before the visit. */
  readonly images?: { readonly atMost: number; readonly hint: PackText }
  /** The usual next visit, in days after this one. */
  readonly next?: { readonly visitType: string; readonly afterDays: number; readonly withinDays: number }
}

/** The assignee of a task: `treating` is the practitioner of the appointment, the others are roles. */
export type PackedAssignee = 'treating' | 'practitioner' | 'nurse' | 'front-desk'

/** A task that a patient's answer raises. If several scores are reached, only the rule with the highest bound applies. */
export interface FollowUpRule {
  readonly on:
    | { readonly alert: components['schemas']['IntakeAlert'] }
    | { readonly questionnaire: string; readonly score: string; readonly atLeast: number }
  readonly task: {
    readonly title: PackText
    readonly priority: 'routine' | 'urgent'
    readonly dueMinutes: number
    readonly assignTo: PackedAssignee
  }
}

/** One folder of packs/specialty: a specialty and its visit types. Data with dates and sources; a new specialty needs only a new folder. */
export interface SpecialtyPack {
  /** The folder's name. */
  readonly code: string
  /** NUCC Health Care Provider Taxonomy code. */
  readonly taxonomy: string
  readonly name: PackText
  /** `YYYY-MM-DD`, inclusive. */
  readonly effectiveFrom: string
  /** `YYYY-MM-DD`, exclusive; null while it holds. */
  readonly effectiveTo: string | null
  /** Sources of the rows, for reviewers. */
  readonly source: string
  /** Below this age a parent or guardian acts for the patient and receives messages. */
  readonly proxy?: { readonly belowAge: number }
  /** Whether clinicians keep psychotherapy notes separate from the record (45 CFR 164.501). */
  readonly psychotherapyNotes?: boolean
  readonly visitTypes: readonly PackedVisitType[]
  readonly followUp: { readonly rules: readonly FollowUpRule[] }
}

/** The packs by specialty code. */
export type Specialties = ReadonlyMap<string, SpecialtyPack>

export const localized = (texts: PackText): Schemas['LocalizedText'][] =>
  Object.entries(texts).map(([language, text]) => ({ language, text }))
