import type { components } from '@visitkit/contract'

type Schemas = components['schemas']

/** A text by language tag. English and Spanish are never missing. */
export type PackText = Readonly<Record<string, string>>

/** A visit type as a pack writes it. What can be booked goes into the organization's own visit type; `care` stays with the pack. */
export interface PackedVisitType extends Omit<Schemas['CreateVisitType'], 'specialty' | 'name' | 'description'> {
  readonly name: PackText
  readonly description: PackText
  readonly care: VisitCare
}

/** What a visit of this type brings with it: note, orders, pictures, what follows. */
export interface VisitCare {
  /** A code of packs/note-templates. */
  readonly noteTemplate: string
  /** LOINC codes of tests in packs/labs: whichever laboratory does them, the code stays. */
  readonly suggestedOrders: readonly string[]
  /** Whether the patient is asked how the visit was. */
  readonly survey: boolean
  /** Taken as it comes: no notice is asked, no cancellation is late. */
  readonly onDemand?: boolean
  /** Pictures that the patient is asked for before the visit. */
  readonly images?: { readonly atMost: number; readonly hint: PackText }
  /** The visit that usually follows, in days after this one. */
  readonly next?: { readonly visitType: string; readonly afterDays: number; readonly withinDays: number }
}

/** Who is to do a task: `treating` is the practitioner of the appointment, the rest are roles. */
export type PackedAssignee = 'treating' | 'practitioner' | 'nurse' | 'front-desk'

/** A task that an answer of the patient's raises. Of several scores that are reached, only the rule with the highest bound speaks. */
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

/** One folder of packs/specialty: a specialty and what can be booked in it. Data, dated and sourced; adding a specialty is adding a folder. */
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
  /** Where the rows come from, for anyone who reviews them. */
  readonly source: string
  /** Below this age a parent or guardian acts, and is whom the clinic turns to. */
  readonly proxy?: { readonly belowAge: number }
  /** Whether clinicians keep psychotherapy notes apart from the record (45 CFR 164.501). */
  readonly psychotherapyNotes?: boolean
  readonly visitTypes: readonly PackedVisitType[]
  readonly followUp: { readonly rules: readonly FollowUpRule[] }
}

/** The packs by specialty code. */
export type Specialties = ReadonlyMap<string, SpecialtyPack>

export const localized = (texts: PackText): Schemas['LocalizedText'][] =>
  Object.entries(texts).map(([language, text]) => ({ language, text }))
