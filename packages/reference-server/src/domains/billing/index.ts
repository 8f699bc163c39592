import type { DomainModule } from '../../domain-module.ts'
import { createTransmissions } from '../../platform/partners/create-transmissions.ts'
import { parkedTransmissionKind } from '../../platform/partners/parked-transmission-kind.ts'
import type { Database, UnitOfWork, Vault } from '../../platform/seams.ts'
import { fetchMailbox } from './jobs/fetch-mailbox.ts'
import { forgetFileTexts } from './jobs/forget-file-texts.ts'
import { issueEstimates } from './jobs/issue-estimates.ts'
import { readingForOrganization } from './jobs/reading-for-organization.ts'
import { reconcilePayments } from './jobs/reconcile-payments.ts'
import { runForOrganization } from './jobs/run-for-organization.ts'
import { liveRules } from './live-rules.ts'
import type { BillingPack } from './model/billing-pack.ts'
import type { BillingPolicy } from './model/billing-policy.ts'
import { addCoverage } from './operations/add-coverage.ts'
import { beginPayment } from './operations/begin-payment.ts'
import { changeClaim } from './operations/change-claim.ts'
import { checkEligibility } from './operations/check-eligibility.ts'
import { correctClaim } from './operations/correct-claim.ts'
import { countClaims } from './operations/count-claims.ts'
import { endCoverage } from './operations/end-coverage.ts'
import { getClaim, getClaimOfVisit } from './operations/get-claim.ts'
import { getClaimForm } from './operations/get-claim-form.ts'
import { getEstimatePdf } from './operations/get-estimate-pdf.ts'
import { getFeeSchedule } from './operations/get-fee-schedule.ts'
import { getHeldLine } from './operations/get-held-line.ts'
import { getPayment } from './operations/get-payment.ts'
import { getStatement } from './operations/get-statement.ts'
import { getSuperbill } from './operations/get-superbill.ts'
import { issueEstimate } from './operations/issue-estimate.ts'
import { listClaimMessages } from './operations/list-claim-messages.ts'
import { listClaims } from './operations/list-claims.ts'
import { listCoverages } from './operations/list-coverages.ts'
import { listDueEstimates } from './operations/list-due-estimates.ts'
import { listEstimates } from './operations/list-estimates.ts'
import { listHeldLines } from './operations/list-held-lines.ts'
import { getMailboxFile, listMailboxFiles } from './operations/list-mailbox-files.ts'
import { listPayers } from './operations/list-payers.ts'
import { getRemittance, listRemittances } from './operations/list-remittances.ts'
import { matchHeldLine } from './operations/match-held-line.ts'
import { payMyself } from './operations/pay-myself.ts'
import { putFeeSchedule } from './operations/put-fee-schedule.ts'
import { receivePaymentWebhook } from './operations/receive-payment-webhook.ts'
import { refreshClaim } from './operations/refresh-claim.ts'
import { refundPayment } from './operations/refund-payment.ts'
import { requestEstimate } from './operations/request-estimate.ts'
import { searchServiceCodes } from './operations/search-service-codes.ts'
import { setHeldLineAside, setRemittanceAside } from './operations/set-held-line-aside.ts'
import { submitClaim } from './operations/submit-claim.ts'
import { voidClaim } from './operations/void-claim.ts'
import { readMailboxFileAgain, setMailboxFileAside } from './operations/work-on-mailbox-file.ts'
import type { BillingContext, BillingPorts } from './ports.ts'
import {
  onAppointmentBookedOweEstimate,
  onAppointmentCancelledDropEstimate,
  onAppointmentRescheduledOweEstimate,
} from './reactions/follow-appointments-with-estimates.ts'
import { onNoteAddendedMarkClaimStale, onVisitChangedMarkClaimStale } from './reactions/mark-stale-claims.ts'
import { onNoteSignedCaptureCharges } from './reactions/on-note-signed-capture-charges.ts'
import { onPaymentReportedSettle } from './reactions/on-payment-reported-settle.ts'
import { billing0001 } from './store/migrations/0001-billing.ts'
import { billing0002 } from './store/migrations/0002-held-lines.ts'
import { billing0003 } from './store/migrations/0003-automatic-estimates.ts'
import { billing0004 } from './store/migrations/0004-mailbox-work-list.ts'
import { askEligibility } from './transmissions/ask-eligibility.ts'
import { sendClaimFile } from './transmissions/send-claim-file.ts'
import { sendRefund } from './transmissions/send-refund.ts'

export type { BillingPack } from './model/billing-pack.ts'
export type { BillingPolicy } from './model/billing-policy.ts'
export type { BillingSettings } from './model/billing-settings.ts'
export { importServiceCodes } from './import-service-codes.ts'
export type { BillingPorts, ClearinghouseAccess } from './ports.ts'
export { setUpBilling } from './set-up-billing.ts'
export { loadBillingPack } from './store/load-billing-pack.ts'
export { loadBillingPolicy } from './store/load-policy.ts'

export interface BillingDeps {
  readonly database: Pick<Database, 'reader'>
  readonly vault: Vault
  readonly unitOfWork: UnitOfWork
  readonly clock: () => Date
  readonly ports: BillingPorts
  /** From loadBillingPolicy() and loadBillingPack(). */
  readonly policy: BillingPolicy
  readonly pack: BillingPack
}

/** What a visit costs, who pays, and what they answered. See README.md. */
export const createBillingDomain = ({
  database,
  vault,
  unitOfWork,
  clock,
  ports,
  policy,
  pack,
}: BillingDeps): { module: DomainModule } => {
  const readerOf = (organizationId: string) => database.reader({ domain: 'billing', organizationId })
  const run = runForOrganization(unitOfWork)
  const transmissions = createTransmissions({
    database,
    vault,
    unitOfWork,
    organizationIds: ports.directory.organizationIds,
    schema: 'billing',
    clock,
    handlers: [sendClaimFile(ports), askEligibility(ports), sendRefund(ports)],
  })
  const context: BillingContext = { ...ports, policy, pack }
  return {
    module: {
      name: 'billing',
      accessReason: 'billing',
      migrations: [billing0001, billing0002, billing0003, billing0004],
      operations: [
        listPayers,
        listCoverages,
        addCoverage,
        endCoverage,
        checkEligibility,
        getFeeSchedule,
        putFeeSchedule,
        searchServiceCodes,
        listClaims,
        countClaims,
        getClaim,
        getClaimOfVisit,
        changeClaim,
        refreshClaim,
        submitClaim,
        correctClaim,
        voidClaim,
        listClaimMessages,
        listRemittances,
        getRemittance,
        listHeldLines,
        getHeldLine,
        matchHeldLine,
        setHeldLineAside,
        setRemittanceAside,
        listMailboxFiles,
        getMailboxFile,
        readMailboxFileAgain,
        setMailboxFileAside,
        getStatement,
        payMyself,
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
      reactions: [
        onNoteSignedCaptureCharges,
        onNoteAddendedMarkClaimStale,
        onVisitChangedMarkClaimStale,
        onPaymentReportedSettle,
        onAppointmentBookedOweEstimate,
        onAppointmentRescheduledOweEstimate,
        onAppointmentCancelledDropEstimate,
      ],
      live: liveRules,
      jobs: [
        transmissions.job,
        fetchMailbox(ports, readerOf, run, policy),
        forgetFileTexts(ports, run, policy),
        reconcilePayments(ports, readerOf, run),
        issueEstimates(context, readingForOrganization({ database, vault }), run),
      ],
      parked: [parkedTransmissionKind('billing')],
    },
  }
}
