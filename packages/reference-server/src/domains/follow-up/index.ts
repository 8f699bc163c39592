import * as events from './events.ts'
import type { DomainModule } from '../../platform/contracts/domain-module.ts'
import { emittedTypes } from '../../platform/contracts/event.ts'
import { keepForOrganization } from '../../platform/system/keep-for-organization.ts'
import type { Database } from '../../platform/contracts/database.ts'
import type { UnitOfWork } from '../../platform/contracts/unit-of-work.ts'
import { reassignOverdueTasks } from './jobs/reassign-overdue-tasks.ts'
import { remindOfNextVisits } from './jobs/remind-of-next-visits.ts'
import { escalateAlerts } from './jobs/escalate-alerts.ts'
import { flagOverdueReferrals } from './jobs/flag-overdue-referrals.ts'
import { sendRecoveryOutreach } from './jobs/send-recovery-outreach.ts'
import { liveRules } from './live-rules.ts'
import type { Specialties } from './model/follow-up-policy.ts'
import { acknowledgeAlert } from './operations/acknowledge-alert.ts'
import { addTask } from './operations/add-task.ts'
import { answerSurvey } from './operations/answer-survey.ts'
import { changeTask } from './operations/change-task.ts'
import { getCarePlan } from './operations/get-care-plan.ts'
import { getSurvey } from './operations/get-survey.ts'
import { getVisitSummary } from './operations/get-visit-summary.ts'
import { getVisitSummaryPdf } from './operations/get-visit-summary-pdf.ts'
import { listAlerts } from './operations/list-alerts.ts'
import { listAppointmentAlerts } from './operations/list-appointment-alerts.ts'
import { listOutcomes } from './operations/list-outcomes.ts'
import { listReferrals } from './operations/list-referrals.ts'
import { listTasks } from './operations/list-tasks.ts'
import { listVisitSummaries } from './operations/list-visit-summaries.ts'
import { proposeNextVisit } from './operations/propose-next-visit.ts'
import { putCarePlan } from './operations/put-care-plan.ts'
import { reportAlertShown } from './operations/report-alert-shown.ts'
import { sendReferral } from './operations/send-referral.ts'
import { stepReferral } from './operations/step-referral.ts'
import { listRecordsOfVisits } from './store/records-of-visits.ts'
import type { FollowUpContext, FollowUpPorts } from './ports.ts'
import { followUpProvides, type FollowUpProvides } from './provides.ts'
import {
  onAppointmentBookedEndRecovery,
  onVisitCheckedInEndRecovery,
} from './reactions/on-appointment-booked-end-recovery.ts'
import { onIntakeEmergencyRaisedRaiseAlerts } from './reactions/on-intake-emergency-raised-raise-alerts.ts'
import { onIntakeSubmittedRaiseTasks } from './reactions/on-intake-submitted-raise-tasks.ts'
import {
  onAppointmentBookedFulfillProposal,
  onAppointmentCancelledReopenProposal,
} from './reactions/on-appointment-changed-update-proposal.ts'
import { onAppointmentRequestedUpdateTask } from './reactions/on-appointment-requested-update-task.ts'
import { onResultChangedUpdateTasks } from './reactions/on-result-changed-update-tasks.ts'
import { onAppointmentBookedRequestImages } from './reactions/on-appointment-booked-request-images.ts'
import { onAppointmentChangedUpdateRebooking } from './reactions/on-appointment-changed-update-rebooking.ts'
import { onAppointmentMissedBeginRecovery } from './reactions/on-appointment-missed-begin-recovery.ts'
import { onNoteSignedPublishSummary } from './reactions/on-note-signed-publish-summary.ts'
import { onVisitEndedBeginFollowUp } from './reactions/on-visit-ended-begin-follow-up.ts'
import type { FollowUpPack } from './packs/load-follow-up-pack.ts'
import { followUp } from './store/migrations/0001-follow-up.ts'
import { alerts } from './store/migrations/0002-alerts.ts'
import { timesOfChange } from './store/migrations/0003-times-of-change.ts'
import { dueLists } from './store/migrations/0040-due-lists.ts'
import type { DueChanges } from '../../platform/system/change-each-due.ts'

export type { FollowUpPorts } from './ports.ts'
export type { FollowUpProvides } from './provides.ts'
export { loadFollowUpPack, type FollowUpPack } from './packs/load-follow-up-pack.ts'

export interface FollowUpDeps {
  readonly database: Pick<Database, 'reader'>
  readonly unitOfWork: UnitOfWork
  readonly ports: FollowUpPorts
  /** From loadFollowUpPack(). */
  readonly pack: FollowUpPack
  /** From loadSpecialtyPacks(), the same packs as in scheduling. */
  readonly specialties: Specialties
}

/** Everything after the visit: summaries, surveys, tasks, referrals and outreach. See README.md. */
export const createFollowUpDomain = ({
  database,
  unitOfWork,
  ports,
  pack,
  specialties,
}: FollowUpDeps): { module: DomainModule; provides: FollowUpProvides } => {
  const { policy } = pack
  const context: FollowUpContext = { ...ports, ...pack, specialties }
  const { organizationIds } = ports.directory
  const jobDeps: DueChanges = {
    domain: 'follow_up',
    organizationIds,
    database,
    keep: keepForOrganization(unitOfWork, 'follow_up'),
  }
  return {
    module: {
      name: 'follow_up',
      accessReason: 'follow-up',
      migrations: [followUp, alerts, timesOfChange, dueLists],
      operations: [
        listAlerts,
        listAppointmentAlerts,
        reportAlertShown,
        acknowledgeAlert,
        listTasks,
        addTask,
        changeTask,
        getCarePlan,
        putCarePlan,
        getVisitSummary,
        listVisitSummaries,
        getVisitSummaryPdf,
        proposeNextVisit,
        sendReferral,
        listReferrals,
        stepReferral,
        getSurvey,
        answerSurvey,
        listOutcomes,
      ],
      ports: context,
      emits: emittedTypes(events),
      reactions: [
        onVisitEndedBeginFollowUp,
        ...onNoteSignedPublishSummary,
        onAppointmentBookedFulfillProposal,
        ...onAppointmentCancelledReopenProposal,
        ...onAppointmentRequestedUpdateTask,
        onAppointmentMissedBeginRecovery,
        onAppointmentBookedEndRecovery,
        onVisitCheckedInEndRecovery,
        onAppointmentBookedRequestImages,
        onAppointmentChangedUpdateRebooking,
        onIntakeEmergencyRaisedRaiseAlerts,
        onIntakeSubmittedRaiseTasks,
        ...onResultChangedUpdateTasks,
      ],
      live: liveRules,
      recordsOfVisits: listRecordsOfVisits,
      jobs: [
        sendRecoveryOutreach(jobDeps, policy),
        flagOverdueReferrals(jobDeps, policy),
        escalateAlerts(jobDeps, policy),
        reassignOverdueTasks(jobDeps),
        remindOfNextVisits(jobDeps),
      ],
    },
    provides: followUpProvides(database),
  }
}
