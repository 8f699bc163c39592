import { notFound } from '../../../platform/problems/problem.ts'
import type { WriteContext } from '../../../platform/contracts/context.ts'
import { proxyGranted } from '../events.ts'
import { isOver } from '../model/proxy-right.ts'
import { invitationExpired, linkedElsewhere, ownRecord, staffSignIn } from '../problems.ts'
import { insertIdentity, lockIdentities, type Identity, type KnownPerson } from '../store/identities.ts'
import { listPatientZones } from '../store/patients.ts'
import { updateProxyPerson, type ProxyRight } from '../store/proxies.ts'
import { findLinkedPerson, type Claimant } from './claimant.ts'
import { hasLiveRight } from './has-live-right.ts'

/**
 * Gives an offered right to the claimant. A person who acts for several patients, or is a patient too, stays one person: the right is added
 * to theirs. Staff need another sign-in for family matters, so that work and private access never share a session. The caller holds the
 * lock of the right.
 */
export const acceptRight = async (
  context: WriteContext,
  right: ProxyRight,
  claimant: Claimant,
): Promise<KnownPerson> => {
  const { tx, now, emit } = context
  const zone = (await listPatientZones(tx, [right.patientId])).get(right.patientId) ?? 'UTC'
  if (isOver(right, zone, now)) throw invitationExpired()
  const person =
    'person' in claimant
      ? await requireCurrentPerson(context, claimant.person)
      : await findOrLink(context, right, claimant.identity)
  if (person.kind === 'member') throw staffSignIn()
  if (person.personId === right.patientId) throw ownRecord()
  await updateProxyPerson(tx, right.id, person.personId)
  await emit(proxyGranted({ ...right, personId: person.personId }))
  return person
}

/** A session may exist for a moment after the last right of its person; a new right for that person could not be used. */
const requireCurrentPerson = async (context: WriteContext, person: KnownPerson): Promise<KnownPerson> => {
  if (person.kind !== 'proxy') return person
  await lockIdentities(context.tx, person)
  if (!(await hasLiveRight(context, person.personId))) throw notFound('proxy_right_not_in_force')
  return person
}

/** A new person gets the id of their first right. */
const findOrLink = async (context: WriteContext, right: ProxyRight, identity: Identity): Promise<KnownPerson> => {
  const linked = await findLinkedPerson(context, identity)
  if (linked !== null) return linked
  const { tx, vault, caller, newId } = context
  const person: KnownPerson = { kind: 'proxy', personId: right.id }
  const { organizationId } = caller
  if (await insertIdentity(tx, vault, { id: newId(), organizationId, identity, person })) return person
  // The same sign-in has just accepted another invitation: the insert waited for that transaction.
  const first = await findLinkedPerson(context, identity)
  if (first === null) throw linkedElsewhere()
  return first
}
