import * as events from './events.ts'
import type { DomainModule } from '../../platform/contracts/domain-module.ts'
import { emittedTypes } from '../../platform/contracts/event.ts'
import { keepForOrganization } from '../../platform/system/keep-for-organization.ts'
import { deleteEndedTransmissions } from '../../platform/partners/delete-ended-transmissions.ts'
import { partTwo as transmissionsOfVisits } from './store/migrations/0300-part-two.ts'
import type { PartTwoGate } from '../../platform/sensitive/part-two-gate.ts'
import { createTransmissions } from '../../platform/partners/create-transmissions.ts'
import { transmissionDeadLetters } from '../../platform/partners/transmission-dead-letters.ts'
import type { Database } from '../../platform/contracts/database.ts'
import type { UnitOfWork } from '../../platform/contracts/unit-of-work.ts'
import type { Vault } from '../../platform/contracts/vault.ts'
import { deleteOldDeliveries } from './jobs/delete-old-deliveries.ts'
import { deleteOrphans } from './jobs/delete-orphans.ts'
import { showWaitingMessages } from './jobs/show-waiting-messages.ts'
import { liveRules } from './live-rules.ts'
import type { MessagingPolicy } from './model/messaging-policy.ts'
import type { TemplatePack } from './model/template-pack.ts'
import { addAttachment } from './operations/add-attachment.ts'
import { addVisitAttachment } from './operations/add-visit-attachment.ts'
import { addWebhookEndpoint } from './operations/add-webhook-endpoint.ts'
import { beginThread } from './operations/begin-thread.ts'
import { changeThread } from './operations/change-thread.ts'
import { changeWebhookEndpoint } from './operations/change-webhook-endpoint.ts'
import { countInbox } from './operations/count-inbox.ts'
import { countThreads } from './operations/count-threads.ts'
import { getHeldPartnerMessage } from './operations/get-held-partner-message.ts'
import { listHeldPartnerMessages } from './operations/list-held-partner-messages.ts'
import { resolveHeldPartnerMessage } from './operations/resolve-held-partner-message.ts'
import { getAttachmentContent } from './operations/get-attachment-content.ts'
import { getPreferences } from './operations/get-preferences.ts'
import { getVisitAttachmentContent } from './operations/get-visit-attachment-content.ts'
import { getVisitThread } from './operations/get-visit-thread.ts'
import { getThread } from './operations/get-thread.ts'
import { listAttachments } from './operations/list-attachments.ts'
import { listPatientTexts } from './operations/list-patient-texts.ts'
import { listDeliveries } from './operations/list-deliveries.ts'
import { listThreads } from './operations/list-threads.ts'
import { listWebhookDeliveries } from './operations/list-webhook-deliveries.ts'
import { listWebhookEndpoints } from './operations/list-webhook-endpoints.ts'
import { markThreadRead } from './operations/mark-thread-read.ts'
import { markVisitThreadRead } from './operations/mark-visit-thread-read.ts'
import { postVisitMessage } from './operations/post-visit-message.ts'
import { postMessage } from './operations/post-message.ts'
import { putPreferences } from './operations/put-preferences.ts'
import { receiveMailWebhook } from './operations/receive-mail-webhook.ts'
import { receiveSmsWebhook } from './operations/receive-sms-webhook.ts'
import { replayWebhookDelivery } from './operations/replay-webhook-delivery.ts'
import { testWebhookEndpoint } from './operations/test-webhook-endpoint.ts'
import { listRecordsOfVisits } from './store/records-of-visits.ts'
import type { MessagingContext, MessagingPorts } from './ports.ts'
import {
  onAppointmentBookedNotifyPatient,
  onAppointmentCancelledNotifyPatient,
  onAppointmentFlaggedNotifyPatient,
  onAppointmentDeclinedNotifyPatient,
  onAppointmentProgressedWithdrawReminders,
  onAppointmentRequestedNotifyPatient,
  onAppointmentRescheduledNotifyPatient,
} from './reactions/on-appointment-changed-notify-patient.ts'
import { onPartnerMessageHeldNotifyPatient } from './reactions/on-partner-message-held-notify-patient.ts'
import { onNumberStoppedRecordAccess } from './reactions/on-number-stopped-record-access.ts'
import { onEventQueueWebhooks } from './reactions/on-event-queue-webhooks.ts'
import {
  onEstimateIssuedNotifyPatient,
  onMessagePostedNotifyPatient,
  onVisitMessagePostedNotifyPatient,
  onOutreachRequestedNotifyPatient,
  onAccessQuestionAnsweredNotifyPatient,
  onPrivacyRequestAnsweredNotifyPatient,
  onRefillRespondedNotifyPatient,
  onResultCorrectedNotifyPatient,
  onResultReleasedNotifyPatient,
  onSummaryPublishedNotifyPatient,
} from './reactions/on-event-notify-patient.ts'
import { onVideoReportHeldInsertMessage } from './reactions/on-video-report-held-insert-message.ts'
import { onVisitAdmittedNotifyPatient } from './reactions/on-visit-admitted-notify-patient.ts'
import { onPrivacyWorkMailOfficers } from './reactions/on-privacy-work-mail-officers.ts'
import { onEmergencyAccessOpenedNotifyPatient } from './reactions/on-emergency-access-opened-notify-patient.ts'
import { onNewReaderFoundNotifyPatient } from './reactions/on-new-reader-found-notify-patient.ts'
import {
  onWaitlistOfferedNotifyPatient,
  onWaitlistOfferEndedWithdrawNotice,
} from './reactions/on-waitlist-offered-notify-patient.ts'
import { messaging } from './store/migrations/0001-messaging.ts'
import { messaging0002 } from './store/migrations/0002-known-vendor-ids.ts'
import { messaging0003 } from './store/migrations/0003-endpoint-lists.ts'
import { messaging0005 } from './store/migrations/0005-threads-of-visits.ts'
import { messaging0004 } from './store/migrations/0004-files-of-a-patient.ts'
import { timesOfChange } from './store/migrations/0006-times-of-change.ts'
import { dueLists } from './store/migrations/0040-due-lists.ts'
import { wordsOfNumbers } from './store/migrations/0107-words-of-numbers.ts'
import { partnerMessages } from './store/migrations/0138-partner-messages.ts'
import { returnedMail } from './store/migrations/0148-returned-mail.ts'
import { systemReadContext } from './workflows/system-read-context.ts'
import { sendNotice } from './transmissions/send-notice.ts'
import { sendOfficerMail } from './transmissions/send-officer-mail.ts'
import { sendWebhook } from './transmissions/send-webhook.ts'

export type { MessagingPolicy } from './model/messaging-policy.ts'
export type { TemplatePack } from './model/template-pack.ts'
export type { MessagingPorts } from './ports.ts'
export { loadMessagingPolicy, loadNotificationTemplates } from './packs/load-packs.ts'

export interface MessagingDeps {
  /** Asked before anything is sent. */
  readonly partTwo: PartTwoGate
  readonly database: Pick<Database, 'reader' | 'transact'>
  readonly vault: Vault
  readonly unitOfWork: UnitOfWork
  readonly clock: () => Date
  readonly ports: MessagingPorts
  /** From loadMessagingPolicy(). */
  readonly policy: MessagingPolicy
  /** From loadNotificationTemplates(). */
  readonly templates: TemplatePack
}

/** Secure threads, notices to patients by e-mail and SMS, and webhooks to integrators. See README.md. */
export const createMessagingDomain = ({
  database,
  vault,
  unitOfWork,
  clock,
  ports,
  policy,
  templates,
  partTwo,
}: MessagingDeps): { module: DomainModule } => {
  const context: MessagingContext = { ...ports, policy, templates }
  const read = systemReadContext({ database, vault, clock })
  const { organizationIds } = ports.directory
  const keep = keepForOrganization(unitOfWork, 'messaging')
  const transmissions = createTransmissions({
    database,
    vault,
    unitOfWork,
    organizationIds,
    schema: 'messaging',
    clock,
    partTwo,
    handlers: [sendNotice(context, read), sendOfficerMail(context, read), sendWebhook(context, read)],
  })
  return {
    module: {
      name: 'messaging',
      accessReason: 'notification',
      migrations: [
        messaging,
        messaging0002,
        messaging0003,
        messaging0004,
        messaging0005,
        timesOfChange,
        dueLists,
        wordsOfNumbers,
        partnerMessages,
        returnedMail,
        transmissionsOfVisits,
      ],
      operations: [
        listThreads,
        countThreads,
        countInbox,
        beginThread,
        getThread,
        postMessage,
        markThreadRead,
        changeThread,
        getVisitThread,
        postVisitMessage,
        markVisitThreadRead,
        addAttachment,
        listAttachments,
        getAttachmentContent,
        addVisitAttachment,
        getVisitAttachmentContent,
        getPreferences,
        putPreferences,
        listDeliveries,
        listPatientTexts,
        receiveMailWebhook,
        receiveSmsWebhook,
        listHeldPartnerMessages,
        getHeldPartnerMessage,
        resolveHeldPartnerMessage,
        listWebhookEndpoints,
        addWebhookEndpoint,
        changeWebhookEndpoint,
        testWebhookEndpoint,
        listWebhookDeliveries,
        replayWebhookDelivery,
      ],
      ports: context,
      emits: emittedTypes(events),
      reactions: [
        onAppointmentRequestedNotifyPatient,
        onAppointmentDeclinedNotifyPatient,
        onAppointmentBookedNotifyPatient,
        onAppointmentRescheduledNotifyPatient,
        onAppointmentCancelledNotifyPatient,
        onAppointmentFlaggedNotifyPatient,
        onAppointmentProgressedWithdrawReminders,
        onWaitlistOfferedNotifyPatient,
        onWaitlistOfferEndedWithdrawNotice,
        onVisitAdmittedNotifyPatient,
        onMessagePostedNotifyPatient,
        onVisitMessagePostedNotifyPatient,
        onResultReleasedNotifyPatient,
        onResultCorrectedNotifyPatient,
        onSummaryPublishedNotifyPatient,
        onRefillRespondedNotifyPatient,
        onAccessQuestionAnsweredNotifyPatient,
        onPrivacyRequestAnsweredNotifyPatient,
        onEstimateIssuedNotifyPatient,
        onOutreachRequestedNotifyPatient,
        onNewReaderFoundNotifyPatient,
        onEmergencyAccessOpenedNotifyPatient,
        onPrivacyWorkMailOfficers,
        onNumberStoppedRecordAccess,
        onPartnerMessageHeldNotifyPatient,
        onVideoReportHeldInsertMessage,
        onEventQueueWebhooks(policy),
      ],
      live: liveRules,
      recordsOfVisits: listRecordsOfVisits,
      jobs: [
        transmissions.job,
        deleteEndedTransmissions(database, organizationIds, 'messaging'),
        deleteOldDeliveries({ database, organizationIds }, policy),
        deleteOrphans(organizationIds, keep, policy),
        showWaitingMessages(organizationIds, keep, read),
      ],
      deadLetters: [transmissionDeadLetters('messaging')],
    },
  }
}
