import * as events from './events.ts'
import type { DomainModule } from '../../platform/contracts/domain-module.ts'
import { emittedTypes } from '../../platform/contracts/event.ts'
import { deleteEndedTransmissions } from '../../platform/partners/delete-ended-transmissions.ts'
import { partTwo as transmissionsOfVisits } from './kernel/store/migrations/0300-part-two.ts'
import type { PartTwoGate } from '../../platform/sensitive/part-two-gate.ts'
import { createTransmissions } from '../../platform/partners/create-transmissions.ts'
import { transmissionDeadLetters } from '../../platform/partners/transmission-dead-letters.ts'
import type { Database } from '../../platform/contracts/database.ts'
import type { UnitOfWork } from '../../platform/contracts/unit-of-work.ts'
import type { Vault } from '../../platform/contracts/vault.ts'
import { fetchMailbox } from './remittances/jobs/fetch-mailbox.ts'
import { divideFileTexts } from './remittances/jobs/divide-file-texts.ts'
import { deleteFileTexts } from './remittances/jobs/delete-file-texts.ts'
import { issueEstimates } from './estimates/jobs/issue-estimates.ts'
import { readContextForOrganization } from './kernel/workflows/read-context-for-organization.ts'
import { deleteOldReports } from './accounts/jobs/delete-old-reports.ts'
import { reconcilePayments } from './accounts/jobs/reconcile-payments.ts'
import { keepForOrganization } from './kernel/workflows/keep-for-organization.ts'
import { liveRules } from './live-rules.ts'
import { billingProvides, type BillingProvides } from './provides.ts'
import type { BillingPack } from './kernel/model/billing-pack.ts'
import type { BillingPolicy } from './kernel/model/billing-policy.ts'
import { correctCoverage } from './coverages/operations/correct-coverage.ts'
import { addCoverage } from './coverages/operations/add-coverage.ts'
import { beginPayment } from './accounts/operations/begin-payment.ts'
import { changeClaim } from './claims/operations/change-claim.ts'
import { checkEligibility } from './coverages/operations/check-eligibility.ts'
import { correctClaim } from './claims/operations/correct-claim.ts'
import { countClaims } from './claims/operations/count-claims.ts'
import { endCoverage } from './coverages/operations/end-coverage.ts'
import { updateCoverage } from './coverages/operations/update-coverage.ts'
import { getCoverageCard } from './coverages/operations/get-coverage-card.ts'
import { getCoverageCardPicture } from './coverages/operations/get-coverage-card-picture.ts'
import { putCoverageCardSide } from './coverages/operations/put-coverage-card-side.ts'
import { removeCoverageCardSide } from './coverages/operations/remove-coverage-card-side.ts'
import { getClaimOfVisit } from './claims/operations/get-claim-of-visit.ts'
import { getClaim } from './claims/operations/get-claim.ts'
import { getClaimForm } from './claims/operations/get-claim-form.ts'
import { getEstimatePdf } from './estimates/operations/get-estimate-pdf.ts'
import { getFeeSchedule } from './fees/operations/get-fee-schedule.ts'
import { getHeldLine } from './remittances/operations/get-held-line.ts'
import { getPayment } from './accounts/operations/get-payment.ts'
import { getStatementPdf } from './accounts/operations/get-statement-pdf.ts'
import { getStatement } from './accounts/operations/get-statement.ts'
import { getSuperbill } from './claims/operations/get-superbill.ts'
import { issueEstimate } from './estimates/operations/issue-estimate.ts'
import { listClaimMessages } from './claims/operations/list-claim-messages.ts'
import { listClaims } from './claims/operations/list-claims.ts'
import { listPatientClaims } from './claims/operations/list-patient-claims.ts'
import { listCoverages } from './coverages/operations/list-coverages.ts'
import { listDueEstimates } from './estimates/operations/list-due-estimates.ts'
import { listEstimates } from './estimates/operations/list-estimates.ts'
import { listHeldLines } from './remittances/operations/list-held-lines.ts'
import { getMailboxFile } from './remittances/operations/get-mailbox-file.ts'
import { listMailboxFiles } from './remittances/operations/list-mailbox-files.ts'
import { listPayers } from './coverages/operations/list-payers.ts'
import { getRemittance } from './remittances/operations/get-remittance.ts'
import { listRemittances } from './remittances/operations/list-remittances.ts'
import { matchHeldLine } from './remittances/operations/match-held-line.ts'
import { chooseSelfPay } from './claims/operations/choose-self-pay.ts'
import { endSelfPay } from './claims/operations/end-self-pay.ts'
import { putFeeSchedule } from './fees/operations/put-fee-schedule.ts'
import { receivePaymentWebhook } from './accounts/operations/receive-payment-webhook.ts'
import { refreshClaim } from './claims/operations/refresh-claim.ts'
import { refundPayment } from './accounts/operations/refund-payment.ts'
import { requestEstimate } from './estimates/operations/request-estimate.ts'
import { searchServiceCodes } from './fees/operations/search-service-codes.ts'
import { resolveRemittance } from './remittances/operations/resolve-remittance.ts'
import { resolveHeldLine } from './remittances/operations/resolve-held-line.ts'
import { submitClaim } from './claims/operations/submit-claim.ts'
import { addAppeal } from './denials/operations/add-appeal.ts'
import { addClaimNote } from './denials/operations/add-claim-note.ts'
import { askWriteOff } from './denials/operations/ask-write-off.ts'
import { changeAppeal } from './denials/operations/change-appeal.ts'
import { decideWriteOff } from './denials/operations/decide-write-off.ts'
import { getClaimWork } from './denials/operations/get-claim-work.ts'
import { listWriteOffs } from './denials/operations/list-write-offs.ts'
import { undoWriteOff } from './denials/operations/undo-write-off.ts'
import { getClaimAging } from './claims/operations/get-claim-aging.ts'
import { searchClaims } from './claims/operations/search-claims.ts'
import { voidClaim } from './claims/operations/void-claim.ts'
import { reprocessMailboxFile } from './remittances/operations/reprocess-mailbox-file.ts'
import { resolveMailboxFile } from './remittances/operations/resolve-mailbox-file.ts'
import { listRecordsOfVisits } from './kernel/store/records-of-visits.ts'
import type { BillingContext, BillingPorts } from './ports.ts'
import {
  onAppointmentBookedCreateEstimate,
  onAppointmentCancelledWithdrawEstimate,
  onAppointmentRescheduledReplaceEstimate,
} from './estimates/reactions/on-appointment-changed-update-estimate.ts'
import {
  onNoteAddendedMarkClaimStale,
  onVisitChangedMarkClaimStale,
} from './claims/reactions/on-source-changed-mark-claim-stale.ts'
import { onNoteSignedCaptureCharges } from './claims/reactions/on-note-signed-capture-charges.ts'
import { onPaymentReportedSettlePayment } from './accounts/reactions/on-payment-reported-settle-payment.ts'
import { answerNextPayer } from './remittances/operations/answer-next-payer.ts'
import { sendToNextPayer } from './remittances/operations/send-to-next-payer.ts'
import { undoNextPayer } from './remittances/operations/undo-next-payer.ts'
import { askAboutClaims } from './claims/jobs/ask-about-claims.ts'
import { askClaimStatus } from './claims/operations/ask-claim-status.ts'
import { listStatusInquiries } from './claims/operations/list-status-inquiries.ts'
import { listWaitingBalances } from './claims/operations/list-waiting-balances.ts'
import { onCoverageChangedHoldBalances } from './remittances/reactions/on-coverage-changed-hold-balances.ts'
import { billing0001 } from './kernel/store/migrations/0001-billing.ts'
import { billing0002 } from './kernel/store/migrations/0002-held-lines.ts'
import { billing0003 } from './kernel/store/migrations/0003-automatic-estimates.ts'
import { billing0004 } from './kernel/store/migrations/0004-mailbox-work-list.ts'
import { billing0005 } from './kernel/store/migrations/0005-one-posting-in-force.ts'
import { billing0006 } from './kernel/store/migrations/0006-old-reports.ts'
import { faultsOfProcessedFiles } from './kernel/store/migrations/0007-faults-of-processed-files.ts'
import { billing0008 } from './kernel/store/migrations/0008-denials.ts'
import { billing0009 } from './kernel/store/migrations/0009-coverage-cards.ts'
import { billing0010 } from './kernel/store/migrations/0010-gate.ts'
import { billing0012 } from './kernel/store/migrations/0012-status-inquiries.ts'
import { billing0011 } from './kernel/store/migrations/0011-next-claims.ts'
import { timesOfChange } from './kernel/store/migrations/0013-times-of-change.ts'
import { dueLists } from './kernel/store/migrations/0040-due-lists.ts'
import { duePayments } from './kernel/store/migrations/0301-due-payments.ts'
import { nextDecisions } from './kernel/store/migrations/0042-next-decisions.ts'
import { forwardedClaims } from './kernel/store/migrations/0050-forwarded-claims.ts'
import { reportsOfPayments } from './kernel/store/migrations/0138-reports-of-payments.ts'
import { keptFiles } from './kernel/store/migrations/0158-kept-files.ts'
import { ownersOfPayments } from './kernel/store/migrations/0148-owners-of-payments.ts'
import { heldEligibilities } from './kernel/store/migrations/0041-held-eligibilities.ts'
import { sendEligibilityInquiry } from './coverages/transmissions/send-eligibility-inquiry.ts'
import { sendStatusInquiry } from './claims/transmissions/send-status-inquiry.ts'
import { sendNextClaimFile } from './claims/transmissions/send-next-claim-file.ts'
import { sendClaimFile } from './claims/transmissions/send-claim-file.ts'
import { sendRefund } from './accounts/transmissions/send-refund.ts'

export type { BillingProvides } from './provides.ts'
export type { BillingPack } from './kernel/model/billing-pack.ts'
export type { BillingPolicy } from './kernel/model/billing-policy.ts'
export type { BillingSettings } from './kernel/model/billing-settings.ts'
export { importServiceCodes } from './kernel/packs/import-service-codes.ts'
export type { BillingPorts } from './ports.ts'
export { setUpBilling } from './fees/packs/set-up-billing.ts'
export { loadBillingPack } from './kernel/packs/load-billing-pack.ts'
export { loadBillingPolicy } from './kernel/packs/load-policy.ts'

export interface BillingDeps {
  /** Asked before anything is sent. */
  readonly partTwo: PartTwoGate
  readonly database: Pick<Database, 'reader' | 'transact'>
  readonly vault: Vault
  readonly unitOfWork: UnitOfWork
  readonly clock: () => Date
  readonly ports: BillingPorts
  /** From loadBillingPolicy() and loadBillingPack(). */
  readonly policy: BillingPolicy
  readonly pack: BillingPack
}

/** Charges, claims, remittances and patient accounts. See README.md. */
export const createBillingDomain = ({
  database,
  vault,
  unitOfWork,
  clock,
  ports,
  policy,
  pack,
  partTwo,
}: BillingDeps): { module: DomainModule; provides: BillingProvides } => {
  const readerOf = (organizationId: string) => database.reader({ domain: 'billing', organizationId })
  const readContextOf = readContextForOrganization({ database, vault })
  const keep = keepForOrganization(unitOfWork, readContextOf)
  const transmissions = createTransmissions({
    database,
    vault,
    unitOfWork,
    organizationIds: ports.directory.organizationIds,
    schema: 'billing',
    clock,
    partTwo,
    handlers: [
      sendClaimFile(ports),
      sendNextClaimFile(ports),
      sendStatusInquiry(ports),
      sendEligibilityInquiry(ports),
      sendRefund(ports),
    ],
  })
  const context: BillingContext = { ...ports, policy, pack, partTwo }
  return {
    module: {
      name: 'billing',
      accessReason: 'billing',
      migrations: [
        billing0001,
        billing0002,
        billing0003,
        billing0004,
        billing0005,
        billing0006,
        faultsOfProcessedFiles,
        billing0008,
        billing0009,
        billing0010,
        billing0011,
        billing0012,
        timesOfChange,
        dueLists,
        heldEligibilities,
        nextDecisions,
        forwardedClaims,
        reportsOfPayments,
        ownersOfPayments,
        keptFiles,
        transmissionsOfVisits,
        duePayments,
      ],
      operations: [
        listPayers,
        listCoverages,
        addCoverage,
        endCoverage,
        updateCoverage,
        correctCoverage,
        getCoverageCard,
        putCoverageCardSide,
        removeCoverageCardSide,
        getCoverageCardPicture,
        checkEligibility,
        getFeeSchedule,
        putFeeSchedule,
        searchServiceCodes,
        listClaims,
        countClaims,
        getClaim,
        getClaimOfVisit,
        listPatientClaims,
        changeClaim,
        refreshClaim,
        submitClaim,
        correctClaim,
        voidClaim,
        listClaimMessages,
        listStatusInquiries,
        askClaimStatus,
        listWaitingBalances,
        sendToNextPayer,
        answerNextPayer,
        undoNextPayer,
        getClaimAging,
        searchClaims,
        getClaimWork,
        addClaimNote,
        addAppeal,
        changeAppeal,
        askWriteOff,
        listWriteOffs,
        decideWriteOff,
        undoWriteOff,
        listRemittances,
        getRemittance,
        listHeldLines,
        getHeldLine,
        matchHeldLine,
        resolveHeldLine,
        resolveRemittance,
        listMailboxFiles,
        getMailboxFile,
        reprocessMailboxFile,
        resolveMailboxFile,
        getStatement,
        getStatementPdf,
        chooseSelfPay,
        endSelfPay,
        beginPayment,
        getPayment,
        refundPayment,
        receivePaymentWebhook,
        getClaimForm,
        getSuperbill,
        listEstimates,
        listDueEstimates,
        requestEstimate,
        issueEstimate,
        getEstimatePdf,
      ],
      ports: context,
      emits: emittedTypes(events),
      reactions: [
        onNoteSignedCaptureCharges,
        onNoteAddendedMarkClaimStale,
        onVisitChangedMarkClaimStale,
        onPaymentReportedSettlePayment,
        onCoverageChangedHoldBalances,
        onAppointmentBookedCreateEstimate,
        onAppointmentRescheduledReplaceEstimate,
        onAppointmentCancelledWithdrawEstimate,
      ],
      live: liveRules,
      recordsOfVisits: listRecordsOfVisits,
      jobs: [
        transmissions.job,
        deleteEndedTransmissions(database, ports.directory.organizationIds, 'billing'),
        deleteOldReports({ database, organizationIds: ports.directory.organizationIds }, policy),
        fetchMailbox(ports, readerOf, keep, policy),
        divideFileTexts(ports, readerOf, keep),
        deleteFileTexts(ports, keep, policy),
        askAboutClaims(context, readContextOf, keep),
        reconcilePayments(ports, readerOf, keep),
        issueEstimates(context, readContextOf, keep),
      ],
      deadLetters: [transmissionDeadLetters('billing')],
    },
    provides: billingProvides(database, ports.directory),
  }
}
