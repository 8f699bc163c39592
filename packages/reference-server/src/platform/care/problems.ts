import { Problem } from '../problems/problem.ts'

/** The refusals of reach `assigned`. Both name the practitioners who can be covered, and contain nothing about the patient. */

export const notAssigned = (owners: readonly string[]): Problem =>
  new Problem(
    403,
    'not_assigned',
    'This belongs to a colleague. Cover for them and give a reason, or ask them to hand it over to you.',
    {
      owners,
      about: {
        names: ['practitionerId', 'appointmentId'],
        message: 'Must be your own, or of a colleague for whom you cover.',
      },
    },
  )

export const noTreatmentRelationship = (owners: readonly string[]): Problem =>
  new Problem(
    403,
    'no_treatment_relationship',
    'You do not treat this patient. Cover for a colleague who does and give a reason, or ask to be added to their care team. In an emergency, open the chart with a reason.',
    { owners },
  )

export const isRefusedByCare = (error: unknown): boolean =>
  error instanceof Problem && (error.code === 'not_assigned' || error.code === 'no_treatment_relationship')
