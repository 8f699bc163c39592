import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Role } from '../model/staff-roles.ts'
import { listRightsInForce } from './acting-for.ts'
import type { KnownPerson } from './identities.ts'
import { isUuid } from '../../../platform/database/ids/require-uuid.ts'
import { findMember } from './members.ts'

/** The data of a session's person. */
export interface SessionPerson extends KnownPerson {
  readonly roles: readonly Role[]
  /** The patients for whom a patient or proxy may act, the patient themselves first; empty for members. */
  readonly patientIds: readonly string[]
  readonly practitionerId: string | null
}

/** Null for a disabled member and for a proxy without an active right. A patient stays a patient, with or without rights over others. */
export const findSessionPerson = async (
  db: AnyKysely,
  { kind, personId }: KnownPerson,
  now: Date,
): Promise<SessionPerson | null> => {
  if (!isUuid(personId)) return null
  if (kind === 'member') {
    const member = await findMember(db, personId)
    if (member?.status !== 'active') return null
    return { kind, personId, roles: member.roles, patientIds: [], practitionerId: member.practitionerId }
  }
  const others = (await listRightsInForce(db, personId, now)).map(({ patientId }) => patientId)
  if (kind === 'proxy' && others.length === 0) return null
  const patientIds = [...new Set(kind === 'patient' ? [personId, ...others] : others)]
  return { kind, personId, roles: [kind], patientIds, practitionerId: null }
}
