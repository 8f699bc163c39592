import type { Promised } from '../mutant.ts'
import { idleTimeout } from './c05-idle-timeout.ts'
import { sessionKill } from './c08-session-kill.ts'
import { tenantWall } from './c13-tenant-wall.ts'
import { encryptionAtRest } from './c16-encryption-at-rest.ts'
import { noPhiLeakage } from './c19-no-phi-leakage.ts'
import { auditFailsClosed } from './c23-audit-fails-closed.ts'
import { perPatientSearchEvents } from './c25-per-patient-search-events.ts'
import { tamperEvidence } from './c26-tamper-evidence.ts'
import { auditImmutability } from './c27-audit-immutability.ts'
import { questionAnAccess } from './c30-question-an-access.ts'
import { locationAtVisit } from './c46-location-at-visit.ts'
import { license } from './c47-license.ts'
import { bookingIntegrity } from './c51-booking-integrity.ts'
import { agreementGate } from './c52-agreement-gate.ts'
import { claimIntegrity } from './c56-claim-integrity.ts'
import { resultSafety } from './c58-result-safety.ts'
import { evidenceReport } from './c60-evidence-report.ts'
import { calls } from './calls.ts'
import { guests } from './guests.ts'
import { composition } from './composition.ts'
import { configuration } from './configuration.ts'
import { documents } from './documents.ts'
import { drugKnowledge } from './drug-knowledge.ts'
import { elements } from './elements.ts'
import { heavy } from './heavy.ts'
import { ledger } from './ledger.ts'
import { lifecycle } from './lifecycle.ts'
import { order } from './order.ts'
import { outside } from './outside.ts'
import { facts } from './facts.ts'
import { newReaders } from './readers.ts'
import { rooms } from './rooms.ts'
import { schedulingRules } from './scheduling.ts'
import { walls } from './walls.ts'

/** What must not hold without its tests turning red: the controls in the order of their page, then what is no control. */
export const promises: readonly Promised[] = [
  idleTimeout,
  sessionKill,
  tenantWall,
  encryptionAtRest,
  noPhiLeakage,
  auditFailsClosed,
  perPatientSearchEvents,
  tamperEvidence,
  auditImmutability,
  questionAnAccess,
  locationAtVisit,
  license,
  bookingIntegrity,
  agreementGate,
  claimIntegrity,
  resultSafety,
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
]
