/** A patient in a waiting room. */
export interface WaitingPatient {
  readonly visitId: string
  readonly patientId: string
  /** In whose queue they wait. */
  readonly practitionerId: string
}

/** The patients of a queue, without the one of a visit that is known otherwise. They receive the events about the queue. */
export const patientsInQueue = (
  waiting: readonly WaitingPatient[],
  practitionerId: string,
  exceptVisitId: string | null = null,
): string[] => [
  ...new Set(
    waiting
      .filter((each) => each.practitionerId === practitionerId && each.visitId !== exceptVisitId)
      .map(({ patientId }) => patientId),
  ),
]
