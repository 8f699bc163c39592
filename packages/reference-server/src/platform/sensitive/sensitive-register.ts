import type { AuditedEntity } from '../contracts/access.ts'
import type { Caller } from '../contracts/caller.ts'
import { isUuid } from '../database/ids/require-uuid.ts'
import type { Permissions } from '../identity/permissions.ts'
import { isPartOfChart } from './chart-entities.ts'
import type { SensitivePorts } from './sensitive-ports.ts'

/** Finds what a caller may not learn of: the sensitive visits of a patient, all that was recorded in them, and what was asked about that. */
export interface SensitiveRegister {
  /** Whether anything can be withheld from this caller where data of this kind is read or changed. If not, nothing is looked up. */
  concerns(caller: Caller, entity: AuditedEntity): boolean
  /**
   * Ids of what is withheld from the caller for these patients: appointments, visits, and what was recorded in them. Nothing is cached: a
   * visit that was booked a moment ago is withheld. Never call it inside a transaction.
   */
  withheldFrom(caller: Caller, patientIds: readonly string[], now: Date): Promise<ReadonlySet<string>>
  /** Whether this is a sensitive visit of the patient, or was recorded in one. */
  isSensitive(organizationId: string, patientId: string, id: string): Promise<boolean>
}

/** A program in a role of staff reads what staff in that role read. */
const isStaff = ({ kind }: Caller): boolean => kind === 'member' || kind === 'service'

const actsForOthers = ({ kind, personId, patientIds }: Caller): boolean =>
  kind === 'proxy' || (kind === 'patient' && patientIds.some((id) => id !== personId))

/**
 * A proxy reads nothing of a sensitive visit without the scope `sensitive`: not even that it exists. A member or a program without
 * `sensitive-record:read` reads nothing of what was recorded in it, but sees that the visit takes place: they book it and admit the patient.
 */
export const createSensitiveRegister = (
  { bookingsOf, visitsOf, recordSources, questionsAbout, proxyAccessOf }: SensitivePorts,
  permissions: Pick<Permissions, 'grantFor'>,
): SensitiveRegister => {
  /** The patients for whom the caller has no right with the scope `sensitive`. */
  const withoutScope = async (caller: Caller, patientIds: readonly string[], now: Date): Promise<readonly string[]> => {
    if (isStaff(caller)) return patientIds
    const permitted = new Set(
      (await proxyAccessOf(caller)).flatMap(({ patientId, scope, from, until }) =>
        scope.includes('sensitive') && from <= now && (until === null || now < until) ? [patientId] : [],
      ),
    )
    return patientIds.filter((id) => !permitted.has(id))
  }
  const sensitiveOf = async (organizationId: string, patientIds: readonly string[]): Promise<ReadonlySet<string>> => {
    if (patientIds.length === 0) return new Set()
    const { appointmentIds, waitlistEntryIds } = await bookingsOf(organizationId, patientIds)
    if (appointmentIds.length === 0 && waitlistEntryIds.length === 0) return new Set()
    const visitIds = appointmentIds.length === 0 ? [] : await visitsOf(organizationId, appointmentIds)
    const visits = { patientIds, appointmentIds, visitIds }
    const sources = appointmentIds.length === 0 ? [] : recordSources
    const records = await Promise.all(sources.map((list) => list(organizationId, visits)))
    const ids = new Set([...appointmentIds, ...waitlistEntryIds, ...visitIds, ...records.flat()])
    for (const id of await questionsAbout(organizationId, patientIds, ids)) ids.add(id)
    return ids
  }
  return {
    concerns: (caller, entity) =>
      isStaff(caller)
        ? isPartOfChart[entity] && permissions.grantFor(caller.roles, 'sensitive-record:read') === null
        : actsForOthers(caller),
    withheldFrom: async (caller, patientIds, now) => {
      const { organizationId, kind, personId } = caller
      const asked = patientIds.filter((id) => isUuid(id) && !(kind === 'patient' && id === personId))
      return sensitiveOf(organizationId, asked.length === 0 ? [] : await withoutScope(caller, asked, now))
    },
    isSensitive: async (organizationId, patientId, id) => (await sensitiveOf(organizationId, [patientId])).has(id),
  }
}
