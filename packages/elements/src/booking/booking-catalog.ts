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
  /** The times that this person already holds, if they fit the page's choices: one, or visits in a row. */
  readonly held: readonly Hold[]
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
  const held = holds.items.filter(
    (hold) =>
      !hold.appointmentId &&
      visitTypes.some(({ id }) => id === hold.visitTypeId) &&
      (!preset.practitionerId || hold.practitioner.id === preset.practitionerId) &&
      (!patient.id || hold.patientId === patient.id),
  )
  return {
    held: inARow(held),
    patient,
    patients: me?.patients ?? [],
    isForOthers: me?.kind !== 'patient' || me.patients.length > 1,
    visitTypes,
    specialties: specialties.items.filter(({ code }) => visitTypes.some(({ specialty }) => specialty === code)),
  }
}

/** All of them if they were placed together: the same visit and practitioner, each for another patient. Else the first one. */
const inARow = (held: readonly Hold[]): readonly Hold[] => {
  const [first] = held
  const isTogether =
    new Set(held.map(({ patientId }) => patientId)).size === held.length &&
    held.every(
      (one) =>
        one.patientId !== undefined &&
        one.visitTypeId === first?.visitTypeId &&
        one.practitioner.id === first.practitioner.id,
    )
  return isTogether ? held.toSorted((a, b) => a.start.localeCompare(b.start)) : held.slice(0, 1)
}
