import type { Database } from '../../platform/contracts/database.ts'
import type { ReadContext } from '../../platform/contracts/context.ts'
import type { Vault } from '../../platform/contracts/vault.ts'
import type { CarePorts } from '../../platform/care/care-ports.ts'
import { fullName } from '../../platform/names/person-name.ts'
import { Problem } from '../../platform/problems/problem.ts'
import { isUuid, requireUuid } from '../../platform/database/ids/require-uuid.ts'
import type { UnitOfWork } from '../../platform/contracts/unit-of-work.ts'
import { licensedIn } from './model/licensed-in.ts'
import { howToReach, type HowToReach } from './model/how-to-reach.ts'
import { writersOf } from './model/written-by.ts'
import { presentPatientSummary, type Patient, type PatientSummary } from './model/patient.ts'
import {
  presentPractitionerSummary,
  type Practitioner,
  type PractitionerFilter,
  type PractitionerSummary,
} from './model/practitioner.ts'
import type { ProxyAccess } from '../../platform/identity/proxy-access.ts'
import { isInForce, type ProxyScope, type Relationship } from './model/proxy-right.ts'
import type { DirectoryPorts } from './ports.ts'
import { proxyAccessOf, actingFor, listRightsInForce, scopesFor, type ScopesFor } from './store/acting-for.ts'
import { listActorNames, type ActorReference } from './store/actor-names.ts'
import { readCircle } from './store/circle.ts'
import { findPractitioners } from './store/find-practitioners.ts'
import { findIdentity, type Identity, type KnownPerson } from './store/identities.ts'
import { listActiveMembers, listMemberAddresses, type Member } from './store/members.ts'
import { monitoredFacts, type MonitoredFacts } from './store/monitored-facts.ts'
import { listOrganizationIds, readOrganization, type Organization } from './store/organizations.ts'
import {
  decryptPatient,
  decryptPatients,
  readEncryptedPatient,
  listEncryptedPatients,
  listPatientIdsByFamily,
  listPatientIdsByPhone,
  type EncryptedPatient,
} from './store/patients.ts'
import { listPatientIdsAfter } from './store/patient-pages.ts'
import { readPractitioner, readPractitioners } from './store/practitioners.ts'
import { listRightsByPatient, listRightsOverPatient, readProxy } from './store/proxies.ts'
import { findSessionPerson, type SessionPerson } from './store/session-person.ts'
import { acceptBySignIn } from './workflows/accept-by-sign-in.ts'

/** The capacity in which the caller acts for a patient; for a proxy also their relationship. */
export type ActingFor =
  | { readonly as: 'patient' }
  | { readonly as: 'staff' }
  | { readonly as: 'proxy'; readonly proxyId: string; readonly relationship: Relationship }

/**
 * A patient as other domains read them. Its number and address are those by which the patient is reached. What the record says is apart: only
 * for partners who know the person by it, and for the patient. A test names each file that reads it, with its reason.
 */
export type KnownPatient = Omit<Patient, 'phone' | 'address' | 'contact' | 'writtenBy'> &
  HowToReach & {
    /** Who wrote the e-mail address, and the number at which the patient may be called. Left out where it is not known. */
    readonly writers: ReturnType<typeof writersOf>
    readonly ofRecord: Pick<Patient, 'phone' | 'address'>
    /** A port that asks for them does not compile. */
    readonly phone?: ReadInstead
    readonly address?: ReadInstead
  }

/** Never there: it only has a type. */
interface ReadInstead {
  readonly instead: 'call' | 'letters' | 'ofRecord'
}

/** How a patient is reached, with the official name. */
export type Reachable = HowToReach & { readonly displayName: string }

/** A person who may act for a patient, as needed to send messages to them. */
export interface ProxyContact {
  readonly id: string
  readonly scope: readonly ProxyScope[]
  readonly email?: string | undefined
  readonly phone?: string | undefined
}

/**
 * What downstream domains can read about the directory. Every function with a `ReadContext` is limited to the caller's organization and
 * access. A function that decrypts a patient's record records the access, so call it only for patients in the response.
 */
export interface DirectoryProvides {
  organization(context: ReadContext): Promise<Organization>
  /** Active practitioners; all of them without a filter. */
  practitioners(context: ReadContext, filter?: PractitionerFilter): Promise<Practitioner[]>
  /** Includes inactive practitioners: past appointments name them. Throws `not_found`. */
  practitioner(context: ReadContext, practitionerId: string): Promise<Practitioner>
  /** By id. Includes inactive practitioners. */
  practitionerSummaries(
    context: ReadContext,
    practitionerIds: readonly string[],
  ): Promise<ReadonlyMap<string, PractitionerSummary>>
  licensedIn: typeof licensedIn
  /** The patient's time zone, without decrypting the record. Throws `not_found`, also for a patient who is not accessible to the caller. */
  patientZone(context: ReadContext, patientId: string): Promise<string>
  /** Decrypts the record. Throws `not_found`, also for a patient who is not accessible to the caller. */
  patient(context: ReadContext, patientId: string): Promise<KnownPatient>
  patientSummary(context: ReadContext, patientId: string): Promise<PatientSummary>
  /** Ids of patients with this family name, at most `limit`. Decrypts nothing. */
  patientIdsByFamily(context: ReadContext, family: string, limit: number): Promise<readonly string[]>
  /** Ids of patients whose record has this telephone number, at most `limit`. Decrypts nothing. */
  patientIdsByPhone(context: ReadContext, phone: string, limit: number): Promise<readonly string[]>
  /** Decrypts each record. Unknown ids and erased patients are left out. */
  patientSummaries(context: ReadContext, patientIds: readonly string[]): Promise<ReadonlyMap<string, PatientSummary>>
  /** Decrypts each record. Unknown ids and erased patients are left out. For letters, and for those whom staff may have to call. */
  reachable(context: ReadContext, patientIds: readonly string[]): Promise<ReadonlyMap<string, Reachable>>
  /** Decrypts each record. Unknown ids and erased patients are left out. For the server’s own checks: a person sees an age, not the date. */
  birthDays(
    context: ReadContext,
    patientIds: readonly string[],
  ): Promise<ReadonlyMap<string, Pick<Patient, 'birthDate' | 'zone'>>>
  /** Throws `not_found` when no right is (or is no longer) active and `outside_proxy_scope` when the right does not cover this scope. */
  actingFor(context: ReadContext, patientId: string, scope: ProxyScope): Promise<ActingFor>
  /** Throws as `actingFor` does, and decrypts nothing: an answer without this patient records no access. */
  requireActing(context: ReadContext, patientId: string, scope: ProxyScope): Promise<void>
  /** What the caller may do for each patient. For lists, where `actingFor` would need one call per patient. */
  scopesFor(context: ReadContext): Promise<ScopesFor>
  /** Every accepted right of a person that was not ended early, as instants in the patients' time zones. Decrypts nothing. */
  proxyAccessOf(organizationId: string, personId: string): Promise<ProxyAccess[]>
  /** The calling proxy's relationship to the patient; null for anyone else, and without an active right. */
  relationshipOf(context: ReadContext, patientId: string): Promise<Relationship | null>
  /** Whether a member is active and has a role with this permission. False for an unknown member. */
  memberMay(context: ReadContext, memberId: string, permission: string): Promise<boolean>
  /** The e-mail addresses of active members who have one. */
  memberAddresses(context: ReadContext): Promise<ReadonlyMap<string, string>>
  /** Active members of the organization with their roles, by name, and when they were added. */
  activeMembers(
    context: ReadContext,
  ): Promise<readonly (Pick<Member, 'id' | 'displayName' | 'roles'> & { readonly since: Date })[]>
  /** With the zone of the organization, before there is a caller. Null for a member who is not active. */
  activeMember(
    organizationId: string,
    memberId: string,
  ): Promise<(Pick<Member, 'id' | 'displayName' | 'roles'> & { readonly since: Date; readonly zone: string }) | null>
  /** Proxies with an active right over the patient, the longest first, with their addresses. Decrypts each right. Throws `not_found`. */
  proxiesOf(context: ReadContext, patientId: string): Promise<ProxyContact[]>
  /** Whether this right over the patient is in effect and has the scope `visit`. False for one that does not exist. Decrypts nothing. */
  mayProxyDecide(context: ReadContext, patientId: string, proxyId: string): Promise<boolean>
  /** By `kind:id`. Patients and proxies are named only for the patients in `patientIds`: their names are PHI of those patients. */
  actorNames(
    context: ReadContext,
    actors: readonly ActorReference[],
    patientIds: readonly string[],
  ): Promise<ReadonlyMap<string, string>>

  /** For the token exchange, before there is a caller. Decrypts nothing. Null for a person who may not (or no longer) sign in. */
  resolvePerson(organizationId: string, issuer: string, subject: string, now: Date): Promise<SessionPerson | null>
  /**
   * Accepts an invitation with a verified sign-in: links the sign-in, or gives its person the offered right, on the record. Null when the
   * person may not sign in yet, because the right begins later. Throws the problems of invitations.
   */
  acceptInvitation(context: ReadContext, identity: Identity, secret: string): Promise<SessionPerson | null>
  /** For a person who signed in before, when a session is refreshed. Null as in `resolvePerson`. */
  refreshPerson(organizationId: string, person: KnownPerson, now: Date): Promise<SessionPerson | null>
  readonly monitored: MonitoredFacts
  /** The care teams, covers and patients of a member. Decrypts nothing. */
  readonly circleOf: CarePorts['circleOf']
  /** Patients in the order of registration, after this one, for jobs. Decrypts nothing. */
  patientIdsAfter(organizationId: string, after: string | null, limit: number): Promise<readonly string[]>
  /** Every organization of the deployment, for jobs. */
  organizationIds(): Promise<string[]>
}

export const directoryProvides = ({
  database,
  vault,
  unitOfWork,
  ports,
}: {
  database: Pick<Database, 'reader'>
  vault: Vault
  unitOfWork: UnitOfWork
  ports: Pick<DirectoryPorts, 'permissionsOf'>
}): DirectoryProvides => {
  const dbOf = (organizationId: string) => database.reader({ domain: 'directory', organizationId })
  const dbFor = (context: ReadContext) => dbOf(context.caller.organizationId)
  const patientRow = (context: ReadContext, id: string): Promise<EncryptedPatient> =>
    readEncryptedPatient(dbFor(context), id)
  const patientRowWithin = (context: ReadContext, id: string): Promise<EncryptedPatient> => {
    context.access.touch(requireUuid(id))
    return patientRow(context, id)
  }
  const kept = async (context: ReadContext, id: string): Promise<Patient> =>
    decryptPatient(dbFor(context), context, await patientRowWithin(context, id))
  const patient: DirectoryProvides['patient'] = async (context, id) => known(await kept(context, id))
  const actingWithRelationship: DirectoryProvides['actingFor'] = async (context, patientId, scope) => {
    const acting = await actingFor(dbFor(context), context.caller, patientId, scope, context.now)
    if (acting.as !== 'proxy') return acting
    const { relationship } = await readProxy(dbFor(context), context, patientId, acting.proxyId)
    return { ...acting, relationship }
  }
  const practitioner: DirectoryProvides['practitioner'] = (context, id) => readPractitioner(dbFor(context), id)
  // A visit has one practitioner and one patient, who are held in memory; the members of a list are read together.
  const oneOrAll =
    <T>(
      one: (context: ReadContext, id: string) => Promise<T>,
      all: (context: ReadContext, ids: readonly string[]) => Promise<T[]>,
    ) =>
    async (context: ReadContext, ids: readonly string[]): Promise<T[]> => {
      const [id, ...others] = ids
      if (id === undefined || others.length > 0 || !isUuid(id)) return all(context, ids)
      return one(context, id).then((found) => [found], emptyIfUnknown)
    }
  const practitionersOf = oneOrAll(practitioner, (context, ids) => readPractitioners(dbFor(context), ids))
  const patientRowsOf = oneOrAll(patientRow, (context, ids) => listEncryptedPatients(dbFor(context), ids))
  return {
    organization: (context) => readOrganization(dbFor(context), context.caller.organizationId),
    practitioners: (context, filter = {}) => findPractitioners(dbFor(context), filter, context.now),
    practitioner,
    practitionerSummaries: async (context, ids) => {
      const found = await practitionersOf(context, ids)
      return new Map(
        found.map((practitioner) => [practitioner.id, presentPractitionerSummary(practitioner, context.now)]),
      )
    },
    licensedIn,
    patientZone: async (context, patientId) => (await patientRowWithin(context, patientId)).zone,
    patient,
    patientSummary: async (context, id) => presentPatientSummary(await kept(context, id), context.now),
    patientIdsByFamily: (context, family, limit) => listPatientIdsByFamily(dbFor(context), context, family, limit),
    patientIdsByPhone: (context, phone, limit) => listPatientIdsByPhone(dbFor(context), context, phone, limit),
    patientSummaries: async (context, ids) => {
      const found = await decryptPatients(dbFor(context), context, await patientRowsOf(context, ids))
      return new Map(found.map((each) => [each.id, presentPatientSummary(each, context.now)]))
    },
    reachable: async (context, ids) => {
      const found = await decryptPatients(dbFor(context), context, await patientRowsOf(context, ids))
      return new Map(found.map((each) => [each.id, { ...howToReach(each), displayName: fullName(each.name) }]))
    },
    birthDays: async (context, ids) => {
      const found = await decryptPatients(dbFor(context), context, await patientRowsOf(context, ids))
      return new Map(found.map(({ id, birthDate, zone }) => [id, { birthDate, zone }]))
    },
    actingFor: actingWithRelationship,
    requireActing: async (context, patientId, scope) => {
      await actingFor(dbFor(context), context.caller, patientId, scope, context.now)
    },
    scopesFor: (context) => scopesFor(dbFor(context), context.caller, context.now),
    proxyAccessOf: (organizationId, personId) => proxyAccessOf(dbOf(organizationId), personId),
    relationshipOf: async (context, patientId) => {
      const { caller, now } = context
      const db = dbFor(context)
      const right = (await listRightsInForce(db, caller.personId, now)).find((each) => each.patientId === patientId)
      return right ? (await readProxy(db, context, patientId, right.id)).relationship : null
    },
    memberMay: async (context, personId, permission) => {
      const member = await findSessionPerson(dbFor(context), { kind: 'member', personId }, context.now)
      return member !== null && ports.permissionsOf(member).includes(permission)
    },
    activeMembers: (context) => listActiveMembers(dbFor(context)),
    memberAddresses: (context) => listMemberAddresses(dbFor(context)),
    activeMember: async (organizationId, memberId) => {
      const db = dbOf(organizationId)
      const [member] = await listActiveMembers(db, memberId)
      return member === undefined ? null : { ...member, zone: (await readOrganization(db, organizationId)).zone }
    },
    proxiesOf: async (context, patientId) => {
      const { zone } = await patientRowWithin(context, patientId)
      const rights = await listRightsByPatient(dbFor(context), context, patientId)
      return rights
        .filter((right) => isInForce(right, zone, context.now))
        .map(({ id, scope, email, phone }) => ({ id, scope, email, phone }))
    },
    mayProxyDecide: async (context, patientId, proxyId) => {
      const { zone } = await patientRowWithin(context, patientId)
      const rights = await listRightsOverPatient(dbFor(context), patientId)
      return rights.some(
        (right) => right.id === proxyId && right.scope.includes('visit') && isInForce(right, zone, context.now),
      )
    },
    actorNames: (context, actors, patientIds) => listActorNames(dbFor(context), context, actors, patientIds),
    resolvePerson: async (organizationId, issuer, subject, now) => {
      const db = dbOf(organizationId)
      const person = await findIdentity(db, vault, organizationId, { issuer, subject })
      return person && findSessionPerson(db, person, now)
    },
    acceptInvitation: async (context, identity, secret) => {
      const person = await acceptBySignIn(unitOfWork, context, identity, secret)
      return findSessionPerson(dbFor(context), person, context.now)
    },
    refreshPerson: (organizationId, person, now) => findSessionPerson(dbOf(organizationId), person, now),
    monitored: monitoredFacts(dbFor),
    circleOf: (member, now) => readCircle(dbOf(member.organizationId), member, now),
    patientIdsAfter: (organizationId, after, limit) => listPatientIdsAfter(dbOf(organizationId), after, limit),
    organizationIds: () => listOrganizationIds(dbOf('')),
  }
}

const known = (patient: Patient): KnownPatient => {
  const { phone, address, contact: _contact, writtenBy: _writtenBy, ...record } = patient
  const ofRecord = { ...(phone !== undefined && { phone }), ...(address !== undefined && { address }) }
  return { ...record, ...howToReach(patient), writers: writersOf(patient), ofRecord }
}

const emptyIfUnknown = (error: unknown): never[] => {
  if (error instanceof Problem && error.status === 404) return []
  throw error
}
