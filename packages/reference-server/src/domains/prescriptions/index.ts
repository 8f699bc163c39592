import type { DomainModule } from '../../domain-module.ts'
import { runForOrganization } from '../../platform/jobs/run-for-organization.ts'
import { createTransmissions } from '../../platform/partners/create-transmissions.ts'
import { parkedTransmissionKind } from '../../platform/partners/parked-transmission-kind.ts'
import type { Database, UnitOfWork, Vault } from '../../platform/seams.ts'
import type { DrugChecks } from '../../vendors/drug-checks/provider.ts'
import { noticeSilence } from './jobs/notice-silence.ts'
import { liveRules } from './live-rules.ts'
import type { MedicationSet } from './model/medication-set.ts'
import type { PrescribingPolicy } from './model/prescribing-policy.ts'
import { answerPharmacyRequest } from './operations/answer-pharmacy-request.ts'
import { cancelPrescription } from './operations/cancel-prescription.ts'
import { changePrescription } from './operations/change-prescription.ts'
import { checkPrescription } from './operations/check-prescription.ts'
import { choosePharmacy } from './operations/choose-pharmacy.ts'
import { discardPrescription } from './operations/discard-prescription.ts'
import { getPatientPharmacy } from './operations/get-patient-pharmacy.ts'
import { getPrescription } from './operations/get-prescription.ts'
import { keepFavourite } from './operations/keep-favourite.ts'
import { listFavourites } from './operations/list-favourites.ts'
import { listPharmacyRequests } from './operations/list-pharmacy-requests.ts'
import { listPrescriptions } from './operations/list-prescriptions.ts'
import { listUsualMedications } from './operations/list-usual-medications.ts'
import { receivePharmacyMessage } from './operations/receive-pharmacy-message.ts'
import { removeFavourite } from './operations/remove-favourite.ts'
import { renewPrescription } from './operations/renew-prescription.ts'
import { replaceFavourite } from './operations/replace-favourite.ts'
import { searchMedications } from './operations/search-medications.ts'
import { searchPharmacies } from './operations/search-pharmacies.ts'
import { signPrescription } from './operations/sign-prescription.ts'
import { writePrescription } from './operations/write-prescription.ts'
import type { PrescriptionsContext, PrescriptionsPorts } from './ports.ts'
import { parkedMessageKind } from './parked-message-kind.ts'
import { prescriptionsProvides, type PrescriptionsProvides } from './provides.ts'
import { onPharmacyMessageReceivedFollow } from './reactions/on-pharmacy-message-received-follow.ts'
import { schema } from './send-script.ts'
import { prescriptions } from './store/migrations/0001-prescriptions.ts'
import { openRequestsOfAPatient } from './store/migrations/0002-open-requests-of-a-patient.ts'
import { transmitScript } from './transmit-script.ts'

export { importMedications, type ImportMedications } from './import-medications.ts'
export type { PrescribingVisit, PrescriptionsPorts } from './ports.ts'
export type { PrescribedMedicine, PrescriptionsProvides } from './provides.ts'
export { loadMedications } from './store/load-medications.ts'
export { loadPrescribingPolicy } from './store/load-policy.ts'

export interface PrescriptionsDeps {
  readonly database: Pick<Database, 'reader'>
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

/** Medicines: checked, signed, sent, and followed until they are handed out. See README.md. */
export const createPrescriptionsDomain = ({
  database,
  vault,
  unitOfWork,
  clock,
  ports,
  medications,
  policy,
  checks,
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
    handlers: [transmitScript(context)],
  })
  return {
    module: {
      name: schema,
      migrations: [prescriptions, openRequestsOfAPatient],
      operations: [
        searchMedications,
        listUsualMedications,
        listFavourites,
        keepFavourite,
        replaceFavourite,
        removeFavourite,
        searchPharmacies,
        getPatientPharmacy,
        choosePharmacy,
        checkPrescription,
        writePrescription,
        changePrescription,
        discardPrescription,
        listPrescriptions,
        getPrescription,
        signPrescription,
        cancelPrescription,
        renewPrescription,
        listPharmacyRequests,
        answerPharmacyRequest,
        receivePharmacyMessage,
      ],
      ports: context,
      reactions: [onPharmacyMessageReceivedFollow],
      live: liveRules,
      jobs: [
        transmissions.job,
        noticeSilence(organizationIds, readerOf, runForOrganization(unitOfWork, schema), policy),
      ],
      parked: [parkedTransmissionKind(schema), parkedMessageKind],
    },
    provides: prescriptionsProvides(database),
  }
}
