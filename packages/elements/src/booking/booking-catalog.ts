import type { Hold, PatientSummary, Specialty, VisitClient, VisitType } from '@visitkit/sdk'
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
  /** The person may act for others than themselves: each step names the patient. */
  readonly isForOthers: boolean
  /** Only specialties with a visit type. */
  readonly specialties: readonly Specialty[]
  readonly visitTypes: readonly VisitType[]
  /** A time that this person already holds, if it fits the page's choices. */
  readonly held: Hold | null
}

/** Reads everything that can be booked within the page's choices. */
export const readCatalog = async (
  client: VisitClient,
  connection: VisitConnection | null,
  preset: BookingPreset,
  signal: AbortSignal,
): Promise<Catalog> => {
  const [patient, me, specialties, types, holds] = await Promise.all([
    resolvePatient(connection, preset.patientId),
    connection?.me(),
    client.specialties.list({ signal }),
    client.visitTypes.list({ limit: 100 }, { signal }).toArray(500),
    client.holds.list({ signal }),
  ])
  const visitTypes = types.filter(
    ({ id, active, specialty }) =>
      active &&
      (!preset.visitTypeId || id === preset.visitTypeId) &&
      (!preset.specialty || specialty === preset.specialty),
  )
  const held = holds.items.find(
    (hold) =>
      !hold.appointmentId &&
      visitTypes.some(({ id }) => id === hold.visitTypeId) &&
      (!preset.practitionerId || hold.practitioner.id === preset.practitionerId) &&
      (!patient.id || hold.patientId === patient.id),
  )
  return {
    held: held ?? null,
    patient,
    patients: me?.patients ?? [],
    isForOthers: me?.kind !== 'patient' || me.patients.length > 1,
    visitTypes,
    specialties: specialties.items.filter(({ code }) => visitTypes.some(({ specialty }) => specialty === code)),
  }
}
