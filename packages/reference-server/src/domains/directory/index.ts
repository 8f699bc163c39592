import type { DomainModule } from '../../domain-module.ts'
import { runForOrganization } from '../../platform/jobs/run-for-organization.ts'
import type { Database, UnitOfWork, Vault } from '../../platform/seams.ts'
import { tellLapsedProxies } from './jobs/tell-lapsed-proxies.ts'
import { liveRules } from './live-rules.ts'
import { createCareTeam } from './operations/create-care-team.ts'
import { createMember } from './operations/create-member.ts'
import { createPatient } from './operations/create-patient.ts'
import { createPractitioner } from './operations/create-practitioner.ts'
import { createProxy } from './operations/create-proxy.ts'
import { endCover } from './operations/end-cover.ts'
import { endProxy } from './operations/end-proxy.ts'
import { getMe } from './operations/get-me.ts'
import { getOrganization } from './operations/get-organization.ts'
import { getPatient } from './operations/get-patient.ts'
import { getPractitioner } from './operations/get-practitioner.ts'
import { handOver } from './operations/hand-over.ts'
import { listCareTeams } from './operations/list-care-teams.ts'
import { listCovers } from './operations/list-covers.ts'
import { listMembers } from './operations/list-members.ts'
import { listPractitioners } from './operations/list-practitioners.ts'
import { listProxies } from './operations/list-proxies.ts'
import { retireCareTeam } from './operations/retire-care-team.ts'
import { searchPatients } from './operations/search-patients.ts'
import { startCover } from './operations/start-cover.ts'
import { updateCareTeam } from './operations/update-care-team.ts'
import { updateMember } from './operations/update-member.ts'
import { updateOrganization } from './operations/update-organization.ts'
import { updatePatient } from './operations/update-patient.ts'
import { updatePractitioner } from './operations/update-practitioner.ts'
import { updateProxy } from './operations/update-proxy.ts'
import type { DirectoryPorts } from './ports.ts'
import { directoryProvides, type DirectoryProvides } from './provides.ts'
import { people } from './store/migrations/0001-people.ts'
import { careTeams } from './store/migrations/0003-care-teams.ts'

export { licensedIn, type LicenceDecision } from './model/licensed-in.ts'
export { addCareTeam } from './operations/create-care-team.ts'
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
      migrations: [people, careTeams],
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
        listCareTeams,
        createCareTeam,
        updateCareTeam,
        retireCareTeam,
        listCovers,
        startCover,
        handOver,
        endCover,
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
      live: liveRules,
      jobs: [tellLapsedProxies(provides.organizationIds, readerOf, runForOrganization(unitOfWork, 'directory'))],
    },
    provides,
  }
}
