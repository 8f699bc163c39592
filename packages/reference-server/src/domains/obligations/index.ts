import type { Database } from '../../platform/contracts/database.ts'
import type { DomainModule } from '../../platform/contracts/domain-module.ts'
import type { ObligationPolicy } from './model/obligation-policy.ts'
import { assessIncident } from './operations/assess-incident.ts'
import { completeObligation } from './operations/complete-obligation.ts'
import { createObligation } from './operations/create-obligation.ts'
import { createRisk } from './operations/create-risk.ts'
import { createTrainingCourse } from './operations/create-training-course.ts'
import { listAccessReviews } from './operations/list-access-reviews.ts'
import { listFindings } from './operations/list-findings.ts'
import { listIncidents } from './operations/list-incidents.ts'
import { listObligationCompletions } from './operations/list-obligation-completions.ts'
import { listObligations } from './operations/list-obligations.ts'
import { listRisks } from './operations/list-risks.ts'
import { listTrainingCourses } from './operations/list-training-courses.ts'
import { listTraining } from './operations/list-training.ts'
import { recordIncidentNotice } from './operations/record-incident-notice.ts'
import { recordTraining } from './operations/record-training.ts'
import { reportIncident } from './operations/report-incident.ts'
import { reviewAccess } from './operations/review-access.ts'
import { updateObligation } from './operations/update-obligation.ts'
import { updateRisk } from './operations/update-risk.ts'
import { updateTrainingCourse } from './operations/update-training-course.ts'
import type { UnitOfWork } from '../../platform/contracts/unit-of-work.ts'
import type { Vault } from '../../platform/contracts/vault.ts'
import { keepForOrganization } from '../../platform/system/keep-for-organization.ts'
import { systemRequestContext } from '../../platform/system/system-request-context.ts'
import { remindOwners } from './jobs/remind-owners.ts'
import type { ObligationPorts, ReminderPorts } from './ports.ts'
import { reminders } from './store/migrations/0250-reminders.ts'
import { obligationProvides, type ObligationProvides } from './provides.ts'
import { obligations } from './store/migrations/0001-obligations.ts'
import { coursesThatStopAccess } from './store/migrations/0002-courses-that-stop-access.ts'

export { loadObligationPolicy } from './packs/load-obligation-policy.ts'
export type { ObligationPorts } from './ports.ts'
export type { ObligationProvides } from './provides.ts'

export interface ObligationDeps {
  readonly database: Pick<Database, 'reader'>
  readonly vault: Vault
  readonly unitOfWork: UnitOfWork
  readonly ports: ObligationPorts & ReminderPorts
  /** From loadObligationPolicy(). */
  readonly policy: ObligationPolicy
}

/** Recurring tasks of compliance: policies, training, reviews of access, risks, incidents. See README.md. */
export const createObligationsDomain = ({
  database,
  vault,
  unitOfWork,
  ports,
  policy,
}: ObligationDeps): { readonly module: DomainModule; readonly provides: ObligationProvides } => ({
  module: {
    name: 'obligations',
    accessReason: 'administration',
    migrations: [obligations, coursesThatStopAccess, reminders],
    operations: [
      listObligations,
      createObligation,
      updateObligation,
      completeObligation,
      listObligationCompletions,
      listFindings,
      listTrainingCourses,
      createTrainingCourse,
      updateTrainingCourse,
      listTraining,
      recordTraining,
      listAccessReviews,
      reviewAccess,
      listRisks,
      createRisk,
      updateRisk,
      listIncidents,
      reportIncident,
      assessIncident,
      recordIncidentNotice,
    ],
    ports: { ...ports, policy },
    emits: [],
    reactions: [],
    live: [],
    recordsOfVisits: null,
    jobs: [
      remindOwners({
        ports: { ...ports, policy },
        contextOf: (organizationId, now) => ({
          ...systemRequestContext('obligations.remind-owners', organizationId, now),
          vault,
          db: database.reader({ domain: 'obligations', organizationId }),
        }),
        keep: keepForOrganization(unitOfWork, 'obligations'),
      }),
    ],
  },
  provides: obligationProvides({ database, ports, policy }),
})
