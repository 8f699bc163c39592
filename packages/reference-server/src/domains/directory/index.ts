import type { DomainModule } from '../../domain-module.ts'
import { runForOrganization } from '../../platform/jobs/run-for-organization.ts'
import type { Database, UnitOfWork, Vault } from '../../platform/seams.ts'
import { tellLapsedProxies } from './jobs/tell-lapsed-proxies.ts'
import { createMember } from './operations/create-member.ts'
import { createPatient } from './operations/create-patient.ts'
import { createPractitioner } from './operations/create-practitioner.ts'
import { createProxy } from './operations/create-proxy.ts'
import { endProxy } from './operations/end-proxy.ts'
import { getMe } from './operations/get-me.ts'
import { getOrganization } from './operations/get-organization.ts'
import { getPatient } from './operations/get-patient.ts'
import { getPractitioner } from './operations/get-practitioner.ts'
import { listMembers } from './operations/list-members.ts'
import { listPractitioners } from './operations/list-practitioners.ts'
import { listProxies } from './operations/list-proxies.ts'
import { searchPatients } from './operations/search-patients.ts'
import { updateMember } from './operations/update-member.ts'
import { updateOrganization } from './operations/update-organization.ts'
import { updatePatient } from './operations/update-patient.ts'
import { updatePractitioner } from './operations/update-practitioner.ts'
import { updateProxy } from './operations/update-proxy.ts'
import type { DirectoryPorts } from './ports.ts'
import { directoryProvides, type DirectoryProvides } from './provides.ts'
import { people } from './store/migrations/0001-people.ts'

export { licensedIn, type LicenceDecision } from './model/licensed-in.ts'
export { addMember } from './operations/create-member.ts'
export { registerPatient } from './operations/create-patient.ts'
export { addPractitioner } from './operations/create-practitioner.ts'
export { grantProxy } from './operations/create-proxy.ts'
export type { DirectoryPorts } from './ports.ts'
export type { ActingFor, DirectoryProvides } from './provides.ts'
export type { ActorReference } from './store/actor-names.ts'
export { foundOrganization } from './store/found-organization.ts'
export type { KnownPerson } from './store/identities.ts'
export { registerIdentity } from './store/register-identity.ts'
export type { SessionPerson } from './store/session-person.ts'

export interface DirectoryDeps {
  readonly database: Pick<Database, 'reader'>
  readonly vault: Vault
  readonly unitOfWork: UnitOfWork
  readonly ports: DirectoryPorts
}

/** Organizations, the people who work for them and the people they care for. See README.md. */
export const createDirectoryDomain = ({
  database,
  vault,
  unitOfWork,
  ports,
}: DirectoryDeps): { module: DomainModule; provides: DirectoryProvides } => {
  const provides = directoryProvides({ database, vault, ports })
  const readerOf = (organizationId: string) => database.reader({ domain: 'directory', organizationId })
  return {
    module: {
      name: 'directory',
      accessReason: 'demographics',
      migrations: [people],
      operations: [
        getOrganization,
        updateOrganization,
        getMe,
        listMembers,
        createMember,
        updateMember,
        listPractitioners,
        getPractitioner,
        createPractitioner,
        updatePractitioner,
        createPatient,
        searchPatients,
        getPatient,
        updatePatient,
        listProxies,
        createProxy,
        updateProxy,
        endProxy,
      ],
      ports,
      reactions: [],
      live: [],
      jobs: [tellLapsedProxies(provides.organizationIds, readerOf, runForOrganization(unitOfWork, 'directory'))],
    },
    provides,
  }
}
