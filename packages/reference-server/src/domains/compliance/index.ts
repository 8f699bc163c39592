import * as events from './events.ts'
import type { Database } from '../../platform/contracts/database.ts'
import type { DomainModule } from '../../platform/contracts/domain-module.ts'
import { emittedTypes } from '../../platform/contracts/event.ts'
import type { Vault } from '../../platform/contracts/vault.ts'
import type { UnitOfWork } from '../../platform/contracts/unit-of-work.ts'
import { keepForOrganization } from '../../platform/system/keep-for-organization.ts'
import { eraseRecords } from './jobs/erase-records.ts'
import { escalateAccessCases } from './jobs/escalate-access-cases.ts'
import { escalateAccessQuestions } from './jobs/escalate-access-questions.ts'
import { findDueRecords } from './jobs/find-due-records.ts'
import { findNewReaders } from './jobs/find-new-readers.ts'
import { watchAccesses } from './jobs/watch-accesses.ts'
import { liveRules } from './live-rules.ts'
import type { MonitorPolicy } from './model/monitor/monitor-policy.ts'
import type { PrivacyPolicy } from './model/privacy-policy.ts'
import type { RetentionPolicy } from './model/retention.ts'
import { addMonitorFact } from './operations/add-monitor-fact.ts'
import { answerAccessQuestion } from './operations/answer-access-question.ts'
import { approveErasure } from './operations/approve-erasure.ts'
import { askAboutAccess } from './operations/ask-about-access.ts'
import { assignAccessCase } from './operations/assign-access-case.ts'
import { assignAccessQuestion } from './operations/assign-access-question.ts'
import { changeRetentionSchedule } from './operations/change-retention-schedule.ts'
import { closeAccessCase } from './operations/close-access-case.ts'
import { correctDisclosure } from './operations/correct-disclosure.ts'
import { endAccessSuppression } from './operations/end-access-suppression.ts'
import { getAccessCase } from './operations/get-access-case.ts'
import { getAccessReportPdf } from './operations/get-access-report-pdf.ts'
import { getDisclosureAccountingPdf } from './operations/get-disclosure-accounting-pdf.ts'
import { getDisclosureAccounting } from './operations/get-disclosure-accounting.ts'
import { getLedgerState } from './operations/get-ledger-state.ts'
import { getRetentionSchedule } from './operations/get-retention-schedule.ts'
import { getRetentionSummary } from './operations/get-retention-summary.ts'
import { listAccessCases } from './operations/list-access-cases.ts'
import { listAccessQuestions } from './operations/list-access-questions.ts'
import { listAccessReport } from './operations/list-access-report.ts'
import { listAccessSuppressions } from './operations/list-access-suppressions.ts'
import { listActorAccesses } from './operations/list-actor-accesses.ts'
import { listDisclosures } from './operations/list-disclosures.ts'
import { listDueRecords } from './operations/list-due-records.ts'
import { listErasures } from './operations/list-erasures.ts'
import { listExposures } from './operations/list-exposures.ts'
import { listLegalHolds } from './operations/list-legal-holds.ts'
import { listMonitorFacts } from './operations/list-monitor-facts.ts'
import { listPatientAccesses } from './operations/list-patient-accesses.ts'
import { measureAccessCases } from './operations/measure-access-cases.ts'
import { placeLegalHold } from './operations/place-legal-hold.ts'
import { decideRecordRequest } from './operations/decide-record-request.ts'
import { listRecordRequests } from './operations/list-record-requests.ts'
import { recordDisclosure } from './operations/record-disclosure.ts'
import { releaseLegalHold } from './operations/release-legal-hold.ts'
import { removeMonitorFact } from './operations/remove-monitor-fact.ts'
import { suspendDisclosure } from './operations/suspend-disclosure.ts'
import { suppressAccessReason } from './operations/suppress-access-reason.ts'
import type { ComplianceContext, CompliancePorts } from './ports.ts'
import { complianceProvides, type ComplianceProvides } from './provides.ts'
import { onPreferencesChangedWatchReaders } from './reactions/on-preferences-changed-watch-readers.ts'
import { auditReading } from './store/migrations/0001-audit-reading.ts'
import { sequenceReading } from './store/migrations/0002-sequence-reading.ts'
import { firstAccesses } from './store/migrations/0003-first-accesses.ts'
import { accessQuestions } from './store/migrations/0004-access-questions.ts'
import { accessCases } from './store/migrations/0205-access-cases.ts'
import { recordRequests } from './store/migrations/0300-record-requests.ts'
import { disclosures } from './store/migrations/0225-disclosures.ts'
import { retention } from './store/migrations/0232-retention.ts'
import { dueLists } from './store/migrations/0040-due-lists.ts'
import { ledgersOfKnownPatients } from './store/migrations/0303-ledgers-of-known-patients.ts'
import { removedFacts } from './store/migrations/0309-removed-facts.ts'

export type { CompliancePorts } from './ports.ts'
export type { ComplianceProvides } from './provides.ts'
export { loadMonitorPolicy } from './packs/load-monitor-policy.ts'
export { loadPrivacyPolicy } from './packs/load-privacy-policy.ts'
export { loadRetentionPolicy } from './packs/load-retention-policy.ts'
export { decideErasure, whyKept } from './workflows/erase-by-command.ts'

export interface ComplianceDeps {
  readonly database: Pick<Database, 'reader'>
  readonly unitOfWork: UnitOfWork
  readonly ports: CompliancePorts
  /** For what the monitor's job reads of other domains. */
  readonly vault: Vault
  /** From loadPrivacyPolicy(). */
  readonly policy: PrivacyPolicy
  /** From loadMonitorPolicy(). */
  readonly monitorPolicy: MonitorPolicy
  /** From loadRetentionPolicy(). */
  readonly retentionPolicy: RetentionPolicy
}

/** Access reports: who read or changed which record, why, and who did for the first time. See README.md. */
export const createComplianceDomain = ({
  database,
  unitOfWork,
  vault,
  ports,
  policy,
  monitorPolicy,
  retentionPolicy,
}: ComplianceDeps): { module: DomainModule; provides: ComplianceProvides } => {
  const { organizationIds } = ports.directory
  const context: ComplianceContext = { ...ports, policy, retention: retentionPolicy }
  const keep = keepForOrganization(unitOfWork, 'compliance')
  return {
    provides: complianceProvides(database, context),
    module: {
      name: 'compliance',
      accessReason: 'privacy-review',
      migrations: [
        auditReading,
        sequenceReading,
        firstAccesses,
        accessQuestions,
        dueLists,
        accessCases,
        disclosures,
        recordRequests,
        retention,
        ledgersOfKnownPatients,
        removedFacts,
      ],
      operations: [
        listPatientAccesses,
        listActorAccesses,
        listExposures,
        listAccessReport,
        getAccessReportPdf,
        askAboutAccess,
        listAccessQuestions,
        assignAccessQuestion,
        answerAccessQuestion,
        listAccessCases,
        getAccessCase,
        assignAccessCase,
        closeAccessCase,
        suppressAccessReason,
        listAccessSuppressions,
        endAccessSuppression,
        listMonitorFacts,
        addMonitorFact,
        removeMonitorFact,
        measureAccessCases,
        getDisclosureAccounting,
        getDisclosureAccountingPdf,
        listDisclosures,
        decideRecordRequest,
        listRecordRequests,
        recordDisclosure,
        correctDisclosure,
        suspendDisclosure,
        getLedgerState,
        getRetentionSchedule,
        changeRetentionSchedule,
        getRetentionSummary,
        listDueRecords,
        approveErasure,
        listErasures,
        listLegalHolds,
        placeLegalHold,
        releaseLegalHold,
      ],
      ports: context,
      emits: emittedTypes(events),
      reactions: [onPreferencesChangedWatchReaders],
      live: liveRules,
      recordsOfVisits: null,
      jobs: [
        findNewReaders({ organizationIds, database, keep }),
        escalateAccessQuestions({ domain: 'compliance', organizationIds, database, keep, vault, ports }),
        watchAccesses({
          ...{ organizationIds, database, vault, keep, ports },
          policies: { monitor: monitorPolicy, cases: policy.accessCases },
        }),
        escalateAccessCases({ domain: 'compliance', organizationIds, database, keep, vault, ports }),
        findDueRecords({ database, vault, unitOfWork, ports: context }),
        eraseRecords({ organizationIds, database, unitOfWork, erasures: ports.erasures }),
      ],
    },
  }
}
