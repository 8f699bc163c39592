import type { PatientSummary, Specialty, VisitClient, VisitType } from '@visitkit/sdk'
import type { VisitConnection } from '../core/client-context.ts'
import { resolvePatient, type ResolvedPatient } from '../core/patient-choice.ts'

/** The choices that the page has already made, by attribute. */
export interface BookingPreset {
  readonly patientId?: string | undefined
  readonly specialty?: string | undefined
  readonly visitTypeId?: string | undefined
  readonly practitionerId?: string | undefined
}

/** The choices of the person. */
export interface Catalog {
  readonly patient: ResolvedPatient
  readonly patients: readonly PatientSummary[]
  /** Only specialties with a visit type. */
  readonly specialties: readonly Specialty[]
  readonly visitTypes: readonly VisitType[]
}

/** Reads everything that can be booked within the page's choices. */
export const readCatalog = async (
  client: VisitClient,
  connection: VisitConnection | null,
  preset: BookingPreset,
  signal: AbortSignal,
): Promise<Catalog> => {
  const [patient, me, specialties, types] = await Promise.all([
    resolvePatient(connection, preset.patientId),
    connection?.me(),
    client.specialties.list({ signal }),
    client.visitTypes.list({ limit: 100 }, { signal }).toArray(500),
  ])
  const visitTypes = types.filter(
    ({ id, active, specialty }) =>
      active &&
      (!preset.visitTypeId || id === preset.visitTypeId) &&
      (!preset.specialty || specialty === preset.specialty),
  )
  return {
    patient,
    patients: me?.patients ?? [],
    visitTypes,
    specialties: specialties.items.filter(({ code }) => visitTypes.some(({ specialty }) => specialty === code)),
  }
}
