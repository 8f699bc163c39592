import type { OperationId } from '@visitkit/contract/operations'
import { accessCaseRequests } from './access-cases.ts'
import { accessQuestionRequests } from './access-questions.ts'
import { billingRequests } from './billing.ts'
import { consentRequests } from './consent.ts'
import { denialRequests } from './denials.ts'
import { directoryRequests } from './directory.ts'
import { disclosureRequests } from './disclosures.ts'
import { documentationRequests } from './documentation.ts'
import { draftRequests } from './drafts.ts'
import { emergencyRequests } from './emergency-access.ts'
import { emergencyAdmissionRequests } from './emergency-admissions.ts'
import { followUpRequests } from './follow-up.ts'
import { guestRequests } from './guests.ts'
import { heldPartnerMessageRequests } from './held-partner-messages.ts'
import { heldPharmacyMessageRequests } from './held-pharmacy-messages.ts'
import { intakeRequests } from './intake.ts'
import { labRequests } from './labs.ts'
import { messagingRequests } from './messaging.ts'
import { accountRequests } from './patient-accounts.ts'
import type { Requests } from './prepared-request.ts'
import { nextPayerRequests } from './next-payers.ts'
import { obligationRequests } from './obligations.ts'
import { onDemandRequests } from './on-demand.ts'
import { prescriptionRequests } from './prescriptions.ts'
import { recordingRequests } from './recordings.ts'
import { remittanceRequests } from './remittances.ts'
import { retentionRequests } from './retention.ts'
import { rightsRequests } from './rights.ts'
import { schedulingRequests } from './scheduling.ts'
import { sessionRequests } from './sessions.ts'
import { visitRequests } from './visits.ts'
import { waitlistRequests } from './waitlist.ts'

/** One request for each operation of the contract. An operation without one does not compile. */
export const everyRequest: Requests<OperationId> = {
  ...sessionRequests,
  ...directoryRequests,
  ...draftRequests,
  ...emergencyRequests,
  ...consentRequests,
  ...schedulingRequests,
  ...waitlistRequests,
  ...nextPayerRequests,
  ...onDemandRequests,
  ...intakeRequests,
  ...visitRequests,
  ...guestRequests,
  ...recordingRequests,
  ...emergencyAdmissionRequests,
  ...documentationRequests,
  ...prescriptionRequests,
  ...heldPartnerMessageRequests,
  ...heldPharmacyMessageRequests,
  ...labRequests,
  ...billingRequests,
  ...remittanceRequests,
  ...accountRequests,
  ...denialRequests,
  ...followUpRequests,
  ...messagingRequests,
  ...obligationRequests,
  ...rightsRequests,
  ...accessQuestionRequests,
  ...accessCaseRequests,
  ...disclosureRequests,
  ...retentionRequests,
}
