import type { components } from '@visitkit/contract'

type Schemas = components['schemas']

/** Who is to do what the server raises: `treating` is the practitioner whose patient it is, the rest are roles. */
export type Assignment = 'treating' | Schemas['Role']

export interface TaskRule {
  readonly priority: Schemas['CareTask']['priority']
  readonly dueMinutes: number
  readonly assignTo: Assignment
}

export type ReferralStep = Exclude<Schemas['ReferralStatus'], 'closed'>

/** packs/follow-up/policy.json: how soon, how often, by whom. */
export interface FollowUpPolicy {
  readonly intakeAlert: TaskRule
  readonly criticalResult: TaskRule
  readonly abnormalResult: TaskRule
  readonly pharmacy: TaskRule
  /** By outcome of a visit; an outcome without a row raises nothing. */
  readonly visitOutcomes: Readonly<Record<string, TaskRule>>
  readonly noShow: { readonly attempts: number; readonly hoursBetween: number; readonly task: TaskRule }
  readonly survey: { readonly openDays: number; readonly lowAtMost: number; readonly task: TaskRule }
  readonly nextVisit: { readonly remindDaysBefore: number }
  readonly referral: {
    /** Days until the step after this one should have happened. */
    readonly stepDays: Readonly<Record<Schemas['Referral']['priority'], Readonly<Record<ReferralStep, number>>>>
    readonly task: TaskRule
  }
}

/** What of a specialty pack follow-up acts on; scheduling's own type satisfies it. */
export interface SpecialtyCare {
  readonly proxy?: { readonly belowAge: number }
  readonly visitTypes: readonly {
    readonly code: string
    readonly care: {
      readonly survey: boolean
      readonly images?: { readonly atMost: number }
      readonly next?: { readonly visitType: string; readonly afterDays: number; readonly withinDays: number }
    }
  }[]
  readonly followUp: { readonly rules: readonly AnswerRule[] }
}

/** A task that an answer raises. */
export interface AnswerRule {
  readonly on:
    | { readonly alert: Schemas['IntakeAlert'] }
    | { readonly questionnaire: string; readonly score: string; readonly atLeast: number }
  readonly task: TaskRule & { readonly title: Readonly<Record<string, string>> }
}

/** By specialty code. */
export type Specialties = ReadonlyMap<string, SpecialtyCare>

export const careOf = (specialties: Specialties, specialty: string, visitTypeCode: string) =>
  specialties.get(specialty)?.visitTypes.find(({ code }) => code === visitTypeCode)?.care ?? null
