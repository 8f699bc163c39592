import * as events from './events.ts'
import type { Database } from '../../platform/contracts/database.ts'
import type { DomainModule } from '../../platform/contracts/domain-module.ts'
import { emittedTypes } from '../../platform/contracts/event.ts'
import type { UnitOfWork } from '../../platform/contracts/unit-of-work.ts'
import { keepForOrganization } from '../../platform/system/keep-for-organization.ts'
import { escalateAccessQuestions } from './jobs/escalate-access-questions.ts'
import { findNewReaders } from './jobs/find-new-readers.ts'
import { liveRules } from './live-rules.ts'
import type { PrivacyPolicy } from './model/privacy-policy.ts'
import { answerAccessQuestion } from './operations/answer-access-question.ts'
import { askAboutAccess } from './operations/ask-about-access.ts'
import { assignAccessQuestion } from './operations/assign-access-question.ts'
import { listAccessQuestions } from './operations/list-access-questions.ts'
import { listActorAccesses } from './operations/list-actor-accesses.ts'
import { listExposures } from './operations/list-exposures.ts'
import { listPatientAccesses } from './operations/list-patient-accesses.ts'
import type { ComplianceContext, CompliancePorts } from './ports.ts'
import { onPreferencesChangedWatchReaders } from './reactions/on-preferences-changed-watch-readers.ts'
import { auditReading } from './store/migrations/0001-audit-reading.ts'
import { sequenceReading } from './store/migrations/0002-sequence-reading.ts'
import { firstAccesses } from './store/migrations/0003-first-accesses.ts'
import { accessQuestions } from './store/migrations/0004-access-questions.ts'
import { dueLists } from './store/migrations/0040-due-lists.ts'

export type { CompliancePorts } from './ports.ts'
export { loadPrivacyPolicy } from './packs/load-privacy-policy.ts'

export interface ComplianceDeps {
  readonly database: Pick<Database, 'reader'>
  readonly unitOfWork: UnitOfWork
  readonly ports: CompliancePorts
  /** From loadPrivacyPolicy(). */
  readonly policy: PrivacyPolicy
}

/** Access reports: who read or changed which record, why, and who did for the first time. See README.md. */
export const createComplianceDomain = ({
  database,
  unitOfWork,
  ports,
  policy,
}: ComplianceDeps): { module: DomainModule } => {
  const { organizationIds } = ports.directory
  const context: ComplianceContext = { ...ports, policy }
  const keep = keepForOrganization(unitOfWork, 'compliance')
  return {
    module: {
      name: 'compliance',
      accessReason: 'privacy-review',
      migrations: [auditReading, sequenceReading, firstAccesses, accessQuestions, dueLists],
      operations: [
        listPatientAccesses,
        listActorAccesses,
        listExposures,
        askAboutAccess,
        listAccessQuestions,
        assignAccessQuestion,
        answerAccessQuestion,
      ],
      ports: context,
      emits: emittedTypes(events),
      reactions: [onPreferencesChangedWatchReaders],
      live: liveRules,
      jobs: [
        findNewReaders({ organizationIds, database, keep }),
        escalateAccessQuestions({ domain: 'compliance', organizationIds, database, keep }),
      ],
    },
  }
}
