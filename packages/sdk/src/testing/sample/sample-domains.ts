import { accessCasesSample } from './sample-access-cases.ts'
import { accessReportSample } from './sample-access-report.ts'
import { accessQuestionsSample } from './sample-access-questions.ts'
import { alertsSample } from './sample-alerts.ts'
import { chartSample } from './sample-chart.ts'
import { consentUsesSample } from './sample-consent-uses.ts'
import { coversSample } from './sample-covers.ts'
import { claimsSample } from './sample-claims.ts'
import { disclosuresSample } from './sample-disclosures.ts'
import { downtimeSample } from './sample-downtime.ts'
import { draftsSample } from './sample-drafts.ts'
import type { SampleDomain } from './sample-domain.ts'
import { emergenciesSample } from './sample-emergencies.ts'
import { emergencyAdmissionsSample } from './sample-emergency-admissions.ts'
import { favoritesSample } from './sample-favorites.ts'
import { noteAidsSample } from './sample-note-aids.ts'
import { followUpSample } from './sample-follow-up.ts'
import { guestsSample } from './sample-guests.ts'
import { heldPartnerMessagesSample } from './sample-held-partner-messages.ts'
import { heldPharmacyMessagesSample } from './sample-held-pharmacy-messages.ts'
import { labsSample } from './sample-labs.ts'
import { mailboxSample } from './sample-mailbox.ts'
import { messagesSample } from './sample-messages.ts'
import { notesSample } from './sample-notes.ts'
import { onDemandSample } from './sample-on-demand.ts'
import { prescriptionsSample } from './sample-prescriptions.ts'
import { recordingsSample } from './sample-recordings.ts'
import { recordingListSample } from './sample-recording-list.ts'
import { retentionSample } from './sample-retention.ts'
import { rightsSample } from './sample-rights.ts'
import { seriesSample } from './sample-series.ts'
import { recordRequestsSample } from './sample-record-requests.ts'
import { reachSample } from './sample-reach.ts'
import { settingsSample } from './sample-settings.ts'
import { statementSample } from './sample-statement.ts'
import { summarySample } from './sample-summary.ts'
import { waitlistSample } from './sample-waitlist.ts'
import { supplySample } from './sample-supply.ts'

/** To add a domain to the sample world, add one import and one line here. */
export const sampleDomains: readonly SampleDomain[] = [
  accessCasesSample,
  accessQuestionsSample,
  accessReportSample,
  alertsSample,
  notesSample,
  noteAidsSample,
  prescriptionsSample,
  heldPartnerMessagesSample,
  heldPharmacyMessagesSample,
  favoritesSample,
  followUpSample,
  guestsSample,
  labsSample,
  chartSample,
  consentUsesSample,
  coversSample,
  summarySample,
  supplySample,
  seriesSample,
  recordRequestsSample,
  reachSample,
  recordingListSample,
  settingsSample,
  statementSample,
  messagesSample,
  claimsSample,
  mailboxSample,
  waitlistSample,
  downtimeSample,
  draftsSample,
  emergenciesSample,
  emergencyAdmissionsSample,
  onDemandSample,
  rightsSample,
  disclosuresSample,
  retentionSample,
  recordingsSample,
]
