import type { VisitConnection } from '../core/client-context.ts'
import { resolvePatient, type ResolvedPatient } from '../core/patient-choice.ts'

/** The reader, and the patient whose threads are listed. */
export interface Reader {
  readonly isStaff: boolean
  /** Null for staff who see all threads assigned to them. */
  readonly patientId: string | null
  readonly choose?: ResolvedPatient['choose']
  readonly emergencyNumber: string
}

/**
 * @param patientId - The id that the page sets.
 * @param chosen - The id that the person chose, if there are several.
 */
export const resolveReader = async (
  connection: VisitConnection | null,
  patientId: string | undefined,
  chosen: string | undefined,
): Promise<Reader> => {
  const [me, organization] = await Promise.all([connection?.me(), connection?.organization()])
  const emergencyNumber = organization?.contact.emergencyNumber ?? ''
  if (me?.kind === 'member') return { isStaff: true, patientId: patientId ?? null, emergencyNumber }
  const patient = await resolvePatient(connection, patientId ?? chosen)
  return { isStaff: false, patientId: patient.id ?? null, choose: patient.choose, emergencyNumber }
}
