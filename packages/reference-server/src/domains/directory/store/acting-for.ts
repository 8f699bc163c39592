import { notFound } from '../../../platform/problems/problem.ts'
import type { Caller } from '../../../platform/contracts/caller.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { ProxyAccess } from '../../../platform/identity/proxy-access.ts'
import { endOfLocalDay, startOfLocalDay } from '../model/local-date.ts'
import { isInForce, type ProxyScope } from '../model/proxy-right.ts'
import { outsideProxyScope } from '../problems.ts'
import { listPatientZones } from './patients.ts'
import { listRightsByPerson, type AcceptedRight } from './proxies.ts'

/** The rights of a person that are active at `now`, each in its own patient's time zone. */
export const listRightsInForce = async (db: AnyKysely, personId: string, now: Date): Promise<AcceptedRight[]> => {
  const rights = await listRightsByPerson(db, personId)
  const zones = await listPatientZones(
    db,
    rights.map(({ patientId }) => patientId),
  )
  return rights.filter((right) => isInForce(right, zones.get(right.patientId) ?? 'UTC', now))
}

/** The rights of a person that were not ended early, as instants in their patients' time zones. */
export const proxyAccessOf = async (db: AnyKysely, personId: string): Promise<ProxyAccess[]> => {
  const rights = (await listRightsByPerson(db, personId)).filter(({ endedAt }) => endedAt === null)
  const zones = await listPatientZones(
    db,
    rights.map(({ patientId }) => patientId),
  )
  return rights.map(({ patientId, scope, from, to }) => {
    const zone = zones.get(patientId) ?? 'UTC'
    return {
      patientId,
      scope,
      from: startOfLocalDay(Temporal.PlainDate.from(from), zone),
      until: to === null ? null : endOfLocalDay(Temporal.PlainDate.from(to), zone),
    }
  })
}

const everyScope: ReadonlySet<ProxyScope> = new Set<ProxyScope>(['schedule', 'visit', 'record', 'sensitive'])

const nothing: ReadonlySet<ProxyScope> = new Set()

/** What a caller may do for a patient: nothing if the set is empty. */
export type ScopesFor = (patientId: string) => ReadonlySet<ProxyScope>

/** By patient: every scope for staff and for oneself; for others the union of the rights that are active at `now`. */
export const scopesFor = async (db: AnyKysely, caller: Caller, now: Date): Promise<ScopesFor> => {
  if (caller.kind !== 'patient' && caller.kind !== 'proxy') return () => everyScope
  const isSelf = (patientId: string): boolean => caller.kind === 'patient' && patientId === caller.personId
  const actsForOthers = caller.patientIds.some((patientId) => !isSelf(patientId))
  const rights = actsForOthers ? await listRightsInForce(db, caller.personId, now) : []
  return (patientId) => {
    if (isSelf(patientId)) return everyScope
    const given = new Set(rights.filter((right) => right.patientId === patientId).flatMap(({ scope }) => scope))
    // It widens the other scopes, and is none by itself.
    return given.size === 1 && given.has('sensitive') ? nothing : given
  }
}

export type Acting =
  | { readonly as: 'patient' }
  | { readonly as: 'proxy'; readonly proxyId: string }
  /** Staff, services and the server itself: limited by permissions, not by a patient's grant. */
  | { readonly as: 'staff' }

/**
 * The capacity in which the caller acts for the patient with `scope`. A session stores the patients for whom its person acts; this checks
 * that the right is still active, so that a right that ends at midnight ends at midnight. Throws `not_found` without a right and
 * `outside_proxy_scope` when its scope is too narrow.
 */
export const actingFor = async (
  db: AnyKysely,
  caller: Caller,
  patientId: string,
  scope: ProxyScope,
  now: Date,
): Promise<Acting> => {
  if (caller.kind !== 'patient' && caller.kind !== 'proxy') return { as: 'staff' }
  if (caller.kind === 'patient' && caller.personId === patientId) return { as: 'patient' }
  if (!caller.patientIds.includes(patientId)) throw notFound('patient_beyond_reach')
  const rights = (await listRightsInForce(db, caller.personId, now)).filter((right) => right.patientId === patientId)
  if (rights.length === 0) throw notFound('proxy_right_not_in_force')
  const right = rights.find((each) => each.scope.includes(scope))
  if (!right) throw outsideProxyScope()
  return { as: 'proxy', proxyId: right.id }
}
