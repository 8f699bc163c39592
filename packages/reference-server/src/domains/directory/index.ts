import * as events from './events.ts'
import type { DomainModule } from '../../platform/contracts/domain-module.ts'
import { emittedTypes } from '../../platform/contracts/event.ts'
import { keepForOrganization } from '../../platform/system/keep-for-organization.ts'
import { runForOrganization } from '../../platform/system/run-for-organization.ts'
import type { Database } from '../../platform/contracts/database.ts'
import type { UnitOfWork } from '../../platform/contracts/unit-of-work.ts'
import type { Vault } from '../../platform/contracts/vault.ts'
import { indexPatients } from './jobs/index-patients.ts'
import { deleteOldDrafts } from './jobs/delete-old-drafts.ts'
import { deleteOldInvitations } from './jobs/delete-old-invitations.ts'
import { endLapsedProxies } from './jobs/end-lapsed-proxies.ts'
import { escalateEmergencyAccesses } from './jobs/escalate-emergency-accesses.ts'
import { liveRules } from './live-rules.ts'
import { createCareTeam } from './operations/create-care-team.ts'
import type { DraftPolicy } from './model/draft.ts'
import type { InvitationPolicy } from './model/invitation-policy.ts'
import { acceptInvitation } from './operations/accept-invitation.ts'
import { createMember } from './operations/create-member.ts'
import { createPatient } from './operations/create-patient.ts'
import { createPractitioner } from './operations/create-practitioner.ts'
import { createProxy } from './operations/create-proxy.ts'
import { endCover } from './operations/end-cover.ts'
import { endEmergencyAccess } from './operations/end-emergency-access.ts'
import { endProxy } from './operations/end-proxy.ts'
import { getMe } from './operations/get-me.ts'
import { getOrganization } from './operations/get-organization.ts'
import { getOwnDraft } from './operations/get-own-draft.ts'
import { getContactChoice } from './operations/get-contact-choice.ts'
import { getPatient } from './operations/get-patient.ts'
import { getPatientBackground } from './operations/get-patient-background.ts'
import { getPatientLogin } from './operations/get-patient-login.ts'
import { getPractitioner } from './operations/get-practitioner.ts'
import { getPractitionerPhoto } from './operations/get-practitioner-photo.ts'
import { putContactChoice } from './operations/put-contact-choice.ts'
import { putOwnDraft } from './operations/put-own-draft.ts'
import { linkPatient } from './operations/link-patient.ts'
import { putPatientBackground } from './operations/put-patient-background.ts'
import { putPractitionerPhoto } from './operations/put-practitioner-photo.ts'
import { removeOwnDraft } from './operations/remove-own-draft.ts'
import { removePractitionerPhoto } from './operations/remove-practitioner-photo.ts'
import { handOver } from './operations/hand-over.ts'
import { listCareTeams } from './operations/list-care-teams.ts'
import { listCovers } from './operations/list-covers.ts'
import { listEmergencyAccesses } from './operations/list-emergency-accesses.ts'
import { listOwnEmergencyAccesses } from './operations/list-own-emergency-accesses.ts'
import { openEmergencyAccess } from './operations/open-emergency-access.ts'
import { reviewEmergencyAccess } from './operations/review-emergency-access.ts'
import { listMembers } from './operations/list-members.ts'
import { listPractitioners } from './operations/list-practitioners.ts'
import { listProxies } from './operations/list-proxies.ts'
import { retireCareTeam } from './operations/retire-care-team.ts'
import { inviteMember } from './operations/invite-member.ts'
import { invitePatient } from './operations/invite-patient.ts'
import { inviteProxy } from './operations/invite-proxy.ts'
import { listInvitations } from './operations/list-invitations.ts'
import { releaseMemberLogin } from './operations/release-member-login.ts'
import { releasePatientLogin } from './operations/release-patient-login.ts'
import { revokeInvitation } from './operations/revoke-invitation.ts'
import { searchPatients } from './operations/search-patients.ts'
import { signOutMember } from './operations/sign-out-member.ts'
import { signOutPatient } from './operations/sign-out-patient.ts'
import { signOutProxy } from './operations/sign-out-proxy.ts'
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
import { invitations } from './store/migrations/0002-invitations.ts'
import { careTeams } from './store/migrations/0003-care-teams.ts'
import { phoneIndex } from './store/migrations/0005-phone-index.ts'
import { phonesIndexed } from './store/migrations/0006-phones-indexed.ts'
import { practitionerPhotos } from './store/migrations/0007-practitioner-photos.ts'
import { drafts } from './store/migrations/0008-drafts.ts'
import { names } from './store/migrations/0009-names.ts'
import { emergencyAccesses } from './store/migrations/0017-emergency-accesses.ts'
import { replacedRecords } from './store/migrations/0012-replaced-records.ts'
import { backgrounds } from './store/migrations/0010-backgrounds.ts'
import { coversStarted } from './store/migrations/0004-covers-started.ts'
import { timesOfChange } from './store/migrations/0011-times-of-change.ts'
import { dueLists } from './store/migrations/0040-due-lists.ts'
import { dueEmergencyReviews } from './store/migrations/0262-due-emergency-reviews.ts'
import { peopleStay } from './store/migrations/0250-people-stay.ts'
import { professions } from './store/migrations/0260-professions.ts'
import { machineCaptions } from './store/migrations/0270-machine-captions.ts'
import { monitoredFacts } from './store/migrations/0271-monitored-facts.ts'
import { callRecording } from './store/migrations/0306-call-recording.ts'

export { addCareTeam } from './operations/create-care-team.ts'
export { addMember } from './operations/create-member.ts'
export { registerPatient } from './operations/create-patient.ts'
export { addPractitioner } from './operations/create-practitioner.ts'
export type { InvitationPolicy } from './model/invitation-policy.ts'
export type { DirectoryPorts } from './ports.ts'
export type { DirectoryProvides } from './provides.ts'
export { createOrganization } from './workflows/create-organization.ts'
export type { Identity, KnownPerson } from './store/identities.ts'
export { loadDraftPolicy } from './packs/load-draft-policy.ts'
export { loadInvitationPolicy } from './packs/load-invitation-policy.ts'
export { registerIdentity } from './store/register-identity.ts'
export { grantProxy } from './workflows/grant-proxy.ts'

export interface DirectoryDeps {
  readonly database: Pick<Database, 'reader'>
  readonly vault: Vault
  readonly unitOfWork: UnitOfWork
  readonly ports: DirectoryPorts
  readonly policy: InvitationPolicy
  readonly draftPolicy: DraftPolicy
}

/** Organizations, members, practitioners, patients and proxies. See README.md. */
export const createDirectoryDomain = ({
  database,
  vault,
  unitOfWork,
  ports,
  policy,
  draftPolicy,
}: DirectoryDeps): { module: DomainModule; provides: DirectoryProvides } => {
  const provides = directoryProvides({ database, vault, unitOfWork, ports })
  const readerOf = (organizationId: string) => database.reader({ domain: 'directory', organizationId })
  const run = runForOrganization(unitOfWork, 'directory')
  const keep = keepForOrganization(unitOfWork, 'directory')
  return {
    module: {
      name: 'directory',
      migrations: [
        people,
        invitations,
        careTeams,
        coversStarted,
        phoneIndex,
        phonesIndexed,
        practitionerPhotos,
        drafts,
        names,
        backgrounds,
        timesOfChange,
        replacedRecords,
        dueLists,
        emergencyAccesses,
        peopleStay,
        professions,
        dueEmergencyReviews,
        machineCaptions,
        monitoredFacts,
        callRecording,
      ],
      accessReason: 'demographics',
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
        putPractitionerPhoto,
        removePractitionerPhoto,
        getPractitionerPhoto,
        listCareTeams,
        createCareTeam,
        updateCareTeam,
        retireCareTeam,
        listCovers,
        startCover,
        handOver,
        endCover,
        openEmergencyAccess,
        listOwnEmergencyAccesses,
        endEmergencyAccess,
        listEmergencyAccesses,
        reviewEmergencyAccess,
        createPatient,
        searchPatients,
        getPatient,
        updatePatient,
        getContactChoice,
        putContactChoice,
        getPatientBackground,
        putPatientBackground,
        linkPatient,
        listProxies,
        createProxy(policy),
        updateProxy,
        endProxy,
        signOutProxy,
        inviteMember(policy),
        releaseMemberLogin,
        signOutMember,
        invitePatient(policy),
        getPatientLogin,
        releasePatientLogin,
        signOutPatient,
        inviteProxy(policy),
        listInvitations,
        revokeInvitation,
        acceptInvitation,
        getOwnDraft,
        putOwnDraft,
        removeOwnDraft,
      ],
      ports,
      emits: emittedTypes(events),
      reactions: [],
      live: liveRules,
      recordsOfVisits: null,
      jobs: [
        endLapsedProxies(provides.organizationIds, readerOf, run),
        escalateEmergencyAccesses(provides.organizationIds, readerOf, keep),
        deleteOldInvitations(provides.organizationIds, keep, policy),
        deleteOldDrafts(provides.organizationIds, keep, draftPolicy),
        indexPatients({ database, vault, unitOfWork, organizationIds: provides.organizationIds }),
      ],
    },
    provides,
  }
}
