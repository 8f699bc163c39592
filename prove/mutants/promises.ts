import type { Promised } from '../mutant.ts'
import { idleTimeout } from './c05-idle-timeout.ts'
import { uniqueIdentity } from './c01-unique-identity.ts'
import { strongSignIn } from './c02-strong-sign-in.ts'
import { passwords } from './c03-passwords.ts'
import { loginAbuse } from './c04-login-abuse.ts'
import { absoluteTimeout } from './c06-absolute-timeout.ts'
import { liveVisitSafety } from './c07-live-visit-safety.ts'
import { sessionKill } from './c08-session-kill.ts'
import { stepUp } from './c09-step-up.ts'
import { denyByDefault } from './c10-deny-by-default.ts'
import { objectAuthorization } from './c11-object-authorization.ts'
import { fieldAuthorization } from './c12-field-authorization.ts'
import { tenantWall } from './c13-tenant-wall.ts'
import { breakGlass } from './c14-break-glass.ts'
import { proxiesAndMinors } from './c15-proxies-and-minors.ts'
import { encryptionAtRest } from './c16-encryption-at-rest.ts'
import { keyLifecycle } from './c17-key-lifecycle.ts'
import { transport } from './c18-transport.ts'
import { noPhiLeakage } from './c19-no-phi-leakage.ts'
import { browserHygiene } from './c20-browser-hygiene.ts'
import { embeddingSafety } from './c21-embedding-safety.ts'
import { auditCompleteness } from './c22-audit-completeness.ts'
import { auditFailsClosed } from './c23-audit-fails-closed.ts'
import { balpShape } from './c24-balp-shape.ts'
import { perPatientSearchEvents } from './c25-per-patient-search-events.ts'
import { tamperEvidence } from './c26-tamper-evidence.ts'
import { auditImmutability } from './c27-audit-immutability.ts'
import { auditReport } from './c28-audit-report.ts'
import { patientAuditView } from './c29-patient-audit-view.ts'
import { questionAnAccess } from './c30-question-an-access.ts'
import { accountingOfDisclosures } from './c31-accounting.ts'
import { accessMonitor } from './c32-access-monitor.ts'
import { alertHandling } from './c33-alert-handling.ts'
import { copyOfTheRecord } from './c34-copy-of-the-record.ts'
import { amendment } from './c35-amendment.ts'
import { restriction } from './c36-restriction.ts'
import { confidentialChannel } from './c37-confidential-channel.ts'
import { retention } from './c38-retention.ts'
import { consentEngine } from './c39-consent-engine.ts'
import { consentEvidence } from './c40-consent-evidence.ts'
import { consentGate } from './c41-consent-gate.ts'
import { recording } from './c42-recording.ts'
import { revocation } from './c43-revocation.ts'
import { partTwo } from './c44-part-two.ts'
import { sensitiveCompartments } from './c45-sensitive-compartments.ts'
import { locationAtVisit } from './c46-location-at-visit.ts'
import { license } from './c47-license.ts'
import { languageAndInterpreter } from './c49-language-and-interpreter.ts'
import { accessibility } from './c50-accessibility.ts'
import { emergencyPlan } from './c48-emergency-plan.ts'
import { bookingIntegrity } from './c51-booking-integrity.ts'
import { agreementGate } from './c52-agreement-gate.ts'
import { residency } from './c53-residency.ts'
import { contingency } from './c54-contingency.ts'
import { gracefulDegradation } from './c55-graceful-degradation.ts'
import { claimIntegrity } from './c56-claim-integrity.ts'
import { prescribingSafety } from './c57-prescribing-safety.ts'
import { resultSafety } from './c58-result-safety.ts'
import { operationalDiscipline } from './c59-operational-discipline.ts'
import { evidenceReport } from './c60-evidence-report.ts'
import { calls } from './calls.ts'
import { guests } from './guests.ts'
import { composition } from './composition.ts'
import { configuration } from './configuration.ts'
import { documents } from './documents.ts'
import { drugKnowledge } from './drug-knowledge.ts'
import { laboratoryMessages } from './laboratory-messages.ts'
import { laboratoryOrders } from './laboratory-orders.ts'
import { elements } from './elements.ts'
import { heavy } from './heavy.ts'
import { ledger } from './ledger.ts'
import { lifecycle } from './lifecycle.ts'
import { order } from './order.ts'
import { outside } from './outside.ts'
import { partnerBytes } from './partner-bytes.ts'
import { partnerContents } from './partner-contents.ts'
import { partners } from './partners.ts'
import { inboundDesk } from './inbound-desk.ts'
import { returnedMail } from './returned-mail.ts'
import { facts } from './facts.ts'
import { keptFacts } from './kept-facts.ts'
import { newReaders } from './readers.ts'
import { rooms } from './rooms.ts'
import { schedulingRules } from './scheduling.ts'
import { walls } from './walls.ts'

/** What must not hold without its tests turning red: the controls in the order of their page, then what is no control. */
export const promises: readonly Promised[] = [
  uniqueIdentity,
  strongSignIn,
  passwords,
  loginAbuse,
  idleTimeout,
  absoluteTimeout,
  liveVisitSafety,
  sessionKill,
  stepUp,
  denyByDefault,
  objectAuthorization,
  fieldAuthorization,
  tenantWall,
  breakGlass,
  proxiesAndMinors,
  encryptionAtRest,
  keyLifecycle,
  transport,
  noPhiLeakage,
  browserHygiene,
  embeddingSafety,
  auditCompleteness,
  auditFailsClosed,
  balpShape,
  perPatientSearchEvents,
  tamperEvidence,
  auditImmutability,
  auditReport,
  patientAuditView,
  questionAnAccess,
  accountingOfDisclosures,
  accessMonitor,
  alertHandling,
  copyOfTheRecord,
  amendment,
  restriction,
  confidentialChannel,
  retention,
  consentEngine,
  consentEvidence,
  consentGate,
  recording,
  revocation,
  partTwo,
  sensitiveCompartments,
  locationAtVisit,
  license,
  emergencyPlan,
  languageAndInterpreter,
  accessibility,
  bookingIntegrity,
  agreementGate,
  residency,
  contingency,
  gracefulDegradation,
  claimIntegrity,
  prescribingSafety,
  resultSafety,
  operationalDiscipline,
  evidenceReport,
  composition,
  configuration,
  ledger,
  order,
  documents,
  walls,
  elements,
  calls,
  guests,
  rooms,
  lifecycle,
  heavy,
  schedulingRules,
  newReaders,
  drugKnowledge,
  outside,
  facts,
  keptFacts,
  partners,
  inboundDesk,
  returnedMail,
  partnerBytes,
  partnerContents,
  laboratoryOrders,
  laboratoryMessages,
]
