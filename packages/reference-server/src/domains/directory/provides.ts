import type { Reading } from '../../platform/contracts/context.ts'
import type { Database } from '../../platform/contracts/database.ts'
import type { Vault } from '../../platform/contracts/vault.ts'
import { Problem } from '../../platform/problems/problem.ts'
import { isKnownForm, knownId } from '../../platform/database/ids/known-id.ts'
import type { UnitOfWork } from '../../platform/contracts/unit-of-work.ts'
import { licensedIn } from './model/licensed-in.ts'
import { summarizePatient, type Patient, type PatientSummary } from './model/patient.ts'
import {
  summarizePractitioner,
  type Practitioner,
  type PractitionerFilter,
  type PractitionerSummary,
} from './model/practitioner.ts'
import type { ProxyAccess } from '../../platform/identity/read-gate.ts'
import { isInForce, type ProxyScope, type Relationship } from './model/proxy-right.ts'
import type { DirectoryPorts } from './ports.ts'
import { proxyAccessOf, actingFor, rightsInForce, scopesFor, type ScopesFor } from './store/acting-for.ts'
import { actorNames, type ActorReference } from './store/actor-names.ts'
import { findPractitioners } from './store/find-practitioners.ts'
import { findIdentity, type Identity, type KnownPerson } from './store/identities.ts'
import { listOrganizationIds, readOrganization, type Organization } from './store/organizations.ts'
import { openPatient, openPatients, readPatientRow, readPatientRows, type PatientRow } from './store/patients.ts'
import { readPractitioner, readPractitioners } from './store/practitioners.ts'
import { readProxy, rightsOverPatient } from './store/proxies.ts'
import { recentFacts } from './store/recent-facts.ts'
import { sessionPersonOf, type SessionPerson } from './store/session-person.ts'
import { acceptBySignIn } from './workflows/accept-by-sign-in.ts'

/** As what the caller acts for a patient; of a proxy also how they are related. */
export type ActingFor =
  | { readonly as: 'patient' }
  | { readonly as: 'staff' }
  | { readonly as: 'proxy'; readonly proxyId: string; readonly relationship: Relationship }

/** Somebody who may act for a patient, as far as writing to them needs. */
export interface ProxyContact {
  readonly id: string
  readonly scope: readonly ProxyScope[]
  readonly email?: string | undefined
  readonly phone?: string | undefined
}

/**
 * What downstream may ask of the directory. Everything that takes a `Reading` answers within its organization and its caller's reach, and
 * whatever opens a patient's record notes the access, so ask only for patients whom the answer names.
 */
export interface DirectoryProvides {
  organization(reading: Reading): Promise<Organization>
  /** Active practitioners; all of them without a filter. */
  practitioners(reading: Reading, filter?: PractitionerFilter): Promise<Practitioner[]>
  /** Also one who no longer practises: past appointments name them. Throws `not_found`. */
  practitioner(reading: Reading, practitionerId: string): Promise<Practitioner>
  /** By id, also of those who no longer practise. */
  practitionerSummaries(
    reading: Reading,
    practitionerIds: readonly string[],
  ): Promise<ReadonlyMap<string, PractitionerSummary>>
  licensedIn: typeof licensedIn
  /** The patient's clock, without opening the record. Throws `not_found`, also beyond the caller's reach. */
  patientZone(reading: Reading, patientId: string): Promise<string>
  /** Opens the record. Throws `not_found`, also beyond the caller's reach. */
  patient(reading: Reading, patientId: string): Promise<Patient>
  patientSummary(reading: Reading, patientId: string): Promise<PatientSummary>
  /** Opens each record. Unknown ids are left out. */
  patientSummaries(reading: Reading, patientIds: readonly string[]): Promise<ReadonlyMap<string, PatientSummary>>
  /** Throws `not_found` when no right holds (any longer) and `outside_proxy_scope` when it does not cover the matter. */
  actingFor(reading: Reading, patientId: string, scope: ProxyScope): Promise<ActingFor>
  /** What the caller may do for each patient; for lists, where `actingFor` would ask for one after the other. */
  scopesFor(reading: Reading): Promise<ScopesFor>
  /** Every right that a person has accepted and that was not ended before its time, by the instants of its patients' clocks. Opens nothing. */
  proxyAccessOf(organizationId: string, personId: string): Promise<ProxyAccess[]>
  /** How the calling proxy is related to the patient; null for anyone else, and when no right holds. */
  relationshipOf(reading: Reading, patientId: string): Promise<Relationship | null>
  /** Whether a member is active and has a role that permits this. False for nobody. */
  memberMay(reading: Reading, memberId: string, permission: string): Promise<boolean>
  /** Those whose right over the patient holds now, the longest first, with where they are written to. Opens each right. Throws `not_found`. */
  proxiesOf(reading: Reading, patientId: string): Promise<ProxyContact[]>
  /** By `kind:id`. Patients and proxies are named only as far as `patientIds` goes: their names are PHI of those patients. */
  actorNames(
    reading: Reading,
    actors: readonly ActorReference[],
    patientIds: readonly string[],
  ): Promise<ReadonlyMap<string, string>>

  /** For the token exchange, before there is a caller. Opens nothing. Null for somebody who may not sign in (any longer). */
  resolvePerson(organizationId: string, issuer: string, subject: string, now: Date): Promise<SessionPerson | null>
  /**
   * Accepts an invitation with a verified sign-in: links the sign-in, or gives its person the right that is offered, on the record. Null
   * when the person may not sign in yet, because the right begins later. Throws the refusals of invitations.
   */
  acceptInvitation(reading: Reading, identity: Identity, secret: string): Promise<SessionPerson | null>
  /** For a person who signed in before: when a session is refreshed. Null as for `resolvePerson`. */
  resolveAgain(organizationId: string, person: KnownPerson, now: Date): Promise<SessionPerson | null>
  /** Every organization of the deployment, for timers. */
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
  const dbFor = (reading: Reading) => dbOf(reading.caller.organizationId)
  const patientRows = recentFacts<PatientRow>()
  const patientRow = (reading: Reading, id: string): Promise<PatientRow> =>
    patientRows(reading.caller.organizationId, id, () => readPatientRow(dbFor(reading), id))
  const patientRowWithin = (reading: Reading, id: string): Promise<PatientRow> => {
    reading.access.touch(knownId(id))
    return patientRow(reading, id)
  }
  const patient: DirectoryProvides['patient'] = async (reading, id) =>
    openPatient(dbFor(reading), reading, await patientRowWithin(reading, id))
  const actingWithRelationship: DirectoryProvides['actingFor'] = async (reading, patientId, scope) => {
    const acting = await actingFor(dbFor(reading), reading.caller, patientId, scope, reading.now)
    if (acting.as !== 'proxy') return acting
    const { relationship } = await readProxy(dbFor(reading), reading, patientId, acting.proxyId)
    return { ...acting, relationship }
  }
  const organizations = recentFacts<Organization>()
  const practitioners = recentFacts<Practitioner>()
  const practitioner: DirectoryProvides['practitioner'] = (reading, id) =>
    practitioners(reading.caller.organizationId, id, () => readPractitioner(dbFor(reading), id))
  // A visit has one practitioner and one patient, whose facts are asked for all the time; a list's are read together.
  const oneOrAll =
    <T>(
      one: (reading: Reading, id: string) => Promise<T>,
      all: (reading: Reading, ids: readonly string[]) => Promise<T[]>,
    ) =>
    async (reading: Reading, ids: readonly string[]): Promise<T[]> => {
      const [id, ...others] = ids
      if (id === undefined || others.length > 0 || !isKnownForm(id)) return all(reading, ids)
      return one(reading, id).then((found) => [found], noneIfUnknown)
    }
  const practitionersOf = oneOrAll(practitioner, (reading, ids) => readPractitioners(dbFor(reading), ids))
  const patientRowsOf = oneOrAll(patientRow, (reading, ids) => readPatientRows(dbFor(reading), ids))
  return {
    organization: (reading) => {
      const { organizationId } = reading.caller
      return organizations(organizationId, organizationId, () => readOrganization(dbFor(reading), organizationId))
    },
    practitioners: (reading, filter = {}) => findPractitioners(dbFor(reading), filter, reading.now),
    practitioner,
    practitionerSummaries: async (reading, ids) => {
      const found = await practitionersOf(reading, ids)
      return new Map(found.map((practitioner) => [practitioner.id, summarizePractitioner(practitioner, reading.now)]))
    },
    licensedIn,
    patientZone: async (reading, patientId) => (await patientRowWithin(reading, patientId)).zone,
    patient,
    patientSummary: async (reading, id) => summarizePatient(await patient(reading, id), reading.now),
    patientSummaries: async (reading, ids) => {
      const found = await openPatients(dbFor(reading), reading, await patientRowsOf(reading, ids))
      return new Map(found.map((each) => [each.id, summarizePatient(each, reading.now)]))
    },
    actingFor: actingWithRelationship,
    scopesFor: (reading) => scopesFor(dbFor(reading), reading.caller, reading.now),
    proxyAccessOf: (organizationId, personId) => proxyAccessOf(dbOf(organizationId), personId),
    relationshipOf: async (reading, patientId) => {
      const { caller, now } = reading
      const db = dbFor(reading)
      const right = (await rightsInForce(db, caller.personId, now)).find((each) => each.patientId === patientId)
      return right ? (await readProxy(db, reading, patientId, right.id)).relationship : null
    },
    memberMay: async (reading, personId, permission) => {
      const member = await sessionPersonOf(dbFor(reading), { kind: 'member', personId }, reading.now)
      return member !== null && ports.permissionsOf(member).includes(permission)
    },
    proxiesOf: async (reading, patientId) => {
      const { zone } = await patientRowWithin(reading, patientId)
      const rights = await rightsOverPatient(dbFor(reading), reading, patientId)
      return rights
        .filter((right) => isInForce(right, zone, reading.now))
        .map(({ id, scope, email, phone }) => ({ id, scope, email, phone }))
    },
    actorNames: (reading, actors, patientIds) => actorNames(dbFor(reading), reading, actors, patientIds),
    resolvePerson: async (organizationId, issuer, subject, now) => {
      const db = dbOf(organizationId)
      const person = await findIdentity(db, vault, organizationId, { issuer, subject })
      return person && sessionPersonOf(db, person, now)
    },
    acceptInvitation: async (reading, identity, secret) => {
      const person = await acceptBySignIn(unitOfWork, reading, identity, secret)
      return sessionPersonOf(dbFor(reading), person, reading.now)
    },
    resolveAgain: (organizationId, person, now) => sessionPersonOf(dbOf(organizationId), person, now),
    organizationIds: () => listOrganizationIds(dbOf('')),
  }
}

const noneIfUnknown = (error: unknown): never[] => {
  if (error instanceof Problem && error.status === 404) return []
  throw error
}
