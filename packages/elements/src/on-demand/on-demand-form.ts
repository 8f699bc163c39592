import type { VisitType } from '@visitkit/sdk'

/** What the person has chosen and written before they wait. */
export interface OnDemandForm {
  patientId: string
  visitTypeId: string
  state: string
  reason: string
  /** What is missing after the person pressed the button. */
  missing: ReadonlySet<'patientId' | 'state'>
}

export const emptyForm = (): OnDemandForm => ({
  patientId: '',
  visitTypeId: '',
  state: '',
  reason: '',
  missing: new Set(),
})

/** The visits that can be had without an appointment. */
export const onDemandTypes = (types: readonly VisitType[]): readonly VisitType[] =>
  types.filter(({ onDemand }) => onDemand)

export const missingIn = ({ patientId, state }: OnDemandForm): ReadonlySet<'patientId' | 'state'> =>
  new Set([...(patientId ? [] : (['patientId'] as const)), ...(state ? [] : (['state'] as const))])
