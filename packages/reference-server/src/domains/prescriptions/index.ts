import type { DomainModule } from '../../platform/contracts/domain-module.ts'
import { emittedTypes } from '../../platform/contracts/event.ts'
import { keepForOrganization } from '../../platform/system/keep-for-organization.ts'
import { deleteEndedTransmissions } from '../../platform/partners/delete-ended-transmissions.ts'
import { betweenVisits } from './kernel/store/migrations/0302-between-visits.ts'
import { partTwo as transmissionsOfVisits } from './kernel/store/migrations/0300-part-two.ts'
import { readers } from './kernel/store/migrations/0301-readers.ts'
import type { PartTwoGate } from '../../platform/sensitive/part-two-gate.ts'
import { createTransmissions } from '../../platform/partners/create-transmissions.ts'
import { transmissionDeadLetters } from '../../platform/partners/transmission-dead-letters.ts'
import type { Database } from '../../platform/contracts/database.ts'
import type { UnitOfWork } from '../../platform/contracts/unit-of-work.ts'
import type { Vault } from '../../platform/contracts/vault.ts'
import type { DrugChecks } from '../../vendors/drug-checks/provider.ts'
import * as events from './events.ts'
import { flagUnanswered } from './messages/jobs/flag-unanswered.ts'
import { liveRules } from './live-rules.ts'
import type { MedicationSet } from './kernel/model/medication-set.ts'
import type { PrescribingPolicy } from './kernel/model/prescribing-policy.ts'
import { respondToPharmacyRequest } from './messages/operations/respond-to-pharmacy-request.ts'
import { cancelPrescription } from './prescribing/operations/cancel-prescription.ts'
import { changePrescription } from './prescribing/operations/change-prescription.ts'
import { checkPrescription } from './prescribing/operations/check-prescription.ts'
import { choosePharmacy } from './pharmacies/operations/choose-pharmacy.ts'
import { recordPharmacyCall } from './prescribing/operations/record-pharmacy-call.ts'
import { discardPrescription } from './prescribing/operations/discard-prescription.ts'
import { getPatientPharmacy } from './pharmacies/operations/get-patient-pharmacy.ts'
import { getPrescription } from './prescribing/operations/get-prescription.ts'
import { createFavorite } from './favorites/operations/create-favorite.ts'
import { listFavorites } from './favorites/operations/list-favorites.ts'
import { listPharmacyRequests } from './messages/operations/list-pharmacy-requests.ts'
import { listPrescriptions } from './prescribing/operations/list-prescriptions.ts'
import { listUsualMedications } from './prescribing/operations/list-usual-medications.ts'
import { applyHeldPharmacyMessage } from './messages/operations/apply-held-pharmacy-message.ts'
import { getHeldPharmacyMessage } from './messages/operations/get-held-pharmacy-message.ts'
import { listHeldPharmacyMessages } from './messages/operations/list-held-pharmacy-messages.ts'
import { resolveHeldPharmacyMessage } from './messages/operations/resolve-held-pharmacy-message.ts'
import { receivePharmacyMessage } from './messages/operations/receive-pharmacy-message.ts'
import { removeFavorite } from './favorites/operations/remove-favorite.ts'
import { renewPrescription } from './prescribing/operations/renew-prescription.ts'
import { replaceFavorite } from './favorites/operations/replace-favorite.ts'
import { searchMedications } from './medications/operations/search-medications.ts'
import { searchPharmacies } from './pharmacies/operations/search-pharmacies.ts'
import { signPrescription } from './prescribing/operations/sign-prescription.ts'
import { writePrescription } from './prescribing/operations/write-prescription.ts'
import { listRecordsOfVisits } from './kernel/store/records-of-visits.ts'
import type { PrescriptionsContext, PrescriptionsPorts } from './ports.ts'
import { pharmacyDeadLetters } from './messages/workflows/pharmacy-dead-letters.ts'
import { declineRefill } from './refills/operations/decline-refill.ts'
import { listRefillRequests } from './refills/operations/list-refill-requests.ts'
import { requestRefill } from './refills/operations/request-refill.ts'
import { onPrescriptionSignedApproveRefill } from './refills/reactions/on-prescription-signed-approve-refill.ts'
import { prescriptionsProvides, type PrescriptionsProvides } from './provides.ts'
import { onPharmacyMessageReceivedUpdatePrescription } from './messages/reactions/on-pharmacy-message-received-update-prescription.ts'
import { schema } from './kernel/workflows/send-script.ts'
import { prescriptions } from './kernel/store/migrations/0001-prescriptions.ts'
import { openRequestsOfAPatient } from './kernel/store/migrations/0002-open-requests-of-a-patient.ts'
import { listVersions } from './kernel/store/migrations/0003-list-versions.ts'
import { refillRequests } from './kernel/store/migrations/0004-refill-requests.ts'
import { timesOfChange } from './kernel/store/migrations/0005-times-of-change.ts'
import { dueLists } from './kernel/store/migrations/0040-due-lists.ts'
import { heldMessages } from './kernel/store/migrations/0106-held-messages.ts'
import { transmitScript } from './messages/transmissions/transmit-script.ts'

export { importMedications } from './medications/packs/import-medications.ts'
export type { PrescriptionsPorts } from './ports.ts'
export type { PrescriptionsProvides } from './provides.ts'
export { loadMedications } from './medications/packs/load-medications.ts'
export { loadPrescribingPolicy } from './kernel/packs/load-policy.ts'

export interface PrescriptionsDeps {
  /** Asked before anything is sent. */
  readonly partTwo: PartTwoGate
  readonly database: Pick<Database, 'reader' | 'transact'>
  readonly vault: Vault
  readonly unitOfWork: UnitOfWork
  readonly clock: () => Date
  readonly ports: PrescriptionsPorts
  /** `set` of loadMedications(). */
  readonly medications: MedicationSet
  /** From loadPrescribingPolicy(). */
  readonly policy: PrescribingPolicy
  /** E.g. from loadDemonstrationChecks(); for real patients a licensed service. */
  readonly checks: DrugChecks
}

/** Prescriptions: checked, signed, sent, and tracked until they are dispensed. See README.md. */
export const createPrescriptionsDomain = ({
  database,
  vault,
  unitOfWork,
  clock,
  ports,
  medications,
  policy,
  checks,
  partTwo,
}: PrescriptionsDeps): { module: DomainModule; provides: PrescriptionsProvides } => {
  const context: PrescriptionsContext = { ...ports, medications, policy, checks }
  const { organizationIds } = ports.directory
  const readerOf = (organizationId: string) => database.reader({ domain: schema, organizationId })
  const transmissions = createTransmissions({
    database,
    vault,
    unitOfWork,
    organizationIds,
    schema,
    clock,
    partTwo,
    handlers: [transmitScript(context)],
  })
  return {
    module: {
      name: schema,
      accessReason: 'prescription',
      migrations: [
        prescriptions,
        openRequestsOfAPatient,
        listVersions,
        refillRequests,
        timesOfChange,
        dueLists,
        heldMessages,
        transmissionsOfVisits,
        readers,
        betweenVisits,
      ],
      operations: [
        searchMedications,
        listUsualMedications,
        listFavorites,
        createFavorite,
        replaceFavorite,
        removeFavorite,
        searchPharmacies,
        getPatientPharmacy,
        choosePharmacy,
        checkPrescription,
        writePrescription,
        changePrescription,
        discardPrescription,
        recordPharmacyCall,
        listPrescriptions,
        getPrescription,
        signPrescription,
        cancelPrescription,
        renewPrescription,
        listPharmacyRequests,
        respondToPharmacyRequest,
        receivePharmacyMessage,
        listHeldPharmacyMessages,
        getHeldPharmacyMessage,
        applyHeldPharmacyMessage,
        resolveHeldPharmacyMessage,
        requestRefill,
        listRefillRequests,
        declineRefill,
      ],
      ports: context,
      emits: emittedTypes(events),
      reactions: [onPharmacyMessageReceivedUpdatePrescription, onPrescriptionSignedApproveRefill],
      live: liveRules,
      recordsOfVisits: listRecordsOfVisits,
      jobs: [
        transmissions.job,
        deleteEndedTransmissions(database, organizationIds, 'prescriptions'),
        flagUnanswered(organizationIds, readerOf, keepForOrganization(unitOfWork, schema), policy),
      ],
      deadLetters: [transmissionDeadLetters(schema), pharmacyDeadLetters(ports.pharmacies)],
    },
    provides: prescriptionsProvides(database),
  }
}
