import type { components } from '@visitkit/contract'

type Schemas = components['schemas']

/** The assignee of raised tasks: `treating` is the patient's practitioner, the others are roles. */
export type Assignment = 'treating' | Schemas['Role']

export interface TaskRule {
  readonly priority: Schemas['CareTask']['priority']
  readonly dueMinutes: number
  readonly assignTo: Assignment
}

export type ReferralStep = Exclude<Schemas['ReferralStatus'], 'closed'>

/** packs/follow-up/policy.json: deadlines, intervals and assignees. */
export interface FollowUpPolicy {
  /** Minutes after which an alert that no one acknowledged escalates, and the task that it then raises. */
  readonly alert: { readonly escalateMinutes: number; readonly task: TaskRule }
  readonly criticalResult: TaskRule
  readonly abnormalResult: TaskRule
  readonly pharmacy: TaskRule
  /** A patient has requested an appointment. Due at the latest when the request would be declined. */
  readonly request: TaskRule
  /** By outcome of a visit. An outcome without a rule raises nothing. */
  readonly visitOutcomes: Readonly<Record<string, TaskRule>>
  readonly noShow: { readonly attempts: number; readonly hoursBetween: number; readonly task: TaskRule }
  /** For appointments that the clinic no longer supports. Urgent when the visit is less than `urgentHours` away. */
  readonly rebook: { readonly urgentHours: number; readonly urgent: TaskRule; readonly routine: TaskRule }
  /** `task` is about a low answer, `comment` about what a patient wrote with any other. */
  readonly survey: {
    readonly openDays: number
    readonly lowAtMost: number
    readonly task: TaskRule
    readonly comment: TaskRule
  }
  readonly nextVisit: { readonly remindDaysBefore: number }
  readonly referral: {
    /** Days until the next step is due. */
    readonly stepDays: Readonly<Record<Schemas['Referral']['priority'], Readonly<Record<ReferralStep, number>>>>
    readonly task: TaskRule
  }
}

/** The part of a specialty pack that follow-up uses. Scheduling's own type satisfies it. */
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

/**
 * A task that a score raises, or what to do about an emergency answer: there `title` is the guidance and `dueMinutes` the time until the
 * alert escalates.
 */
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
