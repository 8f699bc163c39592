import type { PatientSummary, VisitType } from '@visitkit/sdk'
import { dependsOnState } from '../../core/depends-on-state.ts'

export type NewVisitStep = 'what' | 'time' | 'typed' | 'series' | 'confirm'

/** The patients who can have visits in a row. */
export const MOST_PATIENTS = 6

/** What is missing or does not go together, in the order of the form. */
export type WhatFault = 'patient' | 'type' | 'group' | 'practitioner' | 'one'

/** What is chosen before the times are shown. */
export interface Wanted {
  readonly visitType: VisitType | null
  /** Null: anyone. */
  readonly practitionerId: string | null
  /** That the practitioner must speak; empty for any. */
  readonly language: string
  /** Empty: no interpreter. */
  readonly interpreterLanguage: string
  /** The room, interpreter or device; empty for any that is free. */
  readonly resourceId: string
  /** Where the patient will be; empty: in their home state. */
  readonly state: string
  readonly repeats: boolean
}

export const nothingWanted: Wanted = {
  ...{
    visitType: null,
    practitionerId: null,
    language: '',
    interpreterLanguage: '',
    resourceId: '',
    state: '',
    repeats: false,
  },
}

/** Where the patient will be. Undefined where it changes nothing, and for several: each is in their home state. */
export const stateOf = (
  [patient, second]: readonly PatientSummary[],
  { visitType, state }: Wanted,
): string | undefined =>
  patient && !second && visitType && dependsOnState(visitType) ? state || patient.state : undefined
