import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Role } from '../model/staff-roles.ts'
import { listRightsInForce } from './acting-for.ts'
import type { KnownPerson } from './identities.ts'
import { isUuid } from '../../../platform/database/ids/require-uuid.ts'
import { findMember } from './members.ts'

/** What a session is made of. */
export interface SessionPerson extends KnownPerson {
  readonly roles: readonly Role[]
  /** Whom a patient or proxy may act for, a patient themselves first; empty for members. */
  readonly patientIds: readonly string[]
  readonly practitionerId: string | null
}

/** Null for a disabled member and for a proxy none of whose rights holds. A patient stays one, whatever they may do for others. */
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
