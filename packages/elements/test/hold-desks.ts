import type { vocabularies, VocabularyName } from '@visitkit/contract/vocabularies'
import { coverageEn } from '../src/claim-desk/coverage.en.ts'
import { coverageMessages } from '../src/claim-desk/coverage.messages.ts'
import { heldLinesEn } from '../src/claim-desk/held-lines.en.ts'
import { heldLinesMessages } from '../src/claim-desk/held-lines.messages.ts'
import { mailboxFilesEn } from '../src/claim-desk/mailbox-files.en.ts'
import { mailboxFilesMessages } from '../src/claim-desk/mailbox-files.messages.ts'
import type { MessageBundle } from '../src/core/message-types.ts'
import { labOrdersEn } from '../src/lab-orders/lab-orders.en.ts'
import { labOrdersMessages } from '../src/lab-orders/lab-orders.messages.ts'
import { partnerMessagesEn } from '../src/partner-messages/partner-messages.en.ts'
import { partnerMessagesMessages } from '../src/partner-messages/partner-messages.messages.ts'
import { pharmacyMessagesEn } from '../src/pharmacy-messages/pharmacy-messages.en.ts'
import { pharmacyMessagesMessages } from '../src/pharmacy-messages/pharmacy-messages.messages.ts'
import { prescriptionPadEn } from '../src/prescription-pad/prescription-pad.en.ts'
import { prescriptionPadMessages } from '../src/prescription-pad/prescription-pad.messages.ts'

/** A vocabulary of the contract that says why something of a partner waits for a person. A new one is known by its name. */
export type HoldVocabulary = Extract<
  VocabularyName,
  `${string}HoldReason` | `${string}UnmatchedReason` | `${string}MailboxFault` | `${string}Attention`
>
type ReasonOf<Name extends HoldVocabulary> = (typeof vocabularies)[Name][number]

/** Where the reasons of one vocabulary are worked on. */
interface HoldDesk<Reason extends string, Key extends string> {
  readonly element: string
  readonly bundle: MessageBundle
  /** The texts that the desk shows for a reason. */
  readonly says: (reason: Reason) => readonly Key[]
  /** What a person can do about each reason: the texts of its controls. */
  readonly actions: Readonly<Record<Reason, readonly [Key, ...Key[]]>>
  /** The test that walks each reason in the browser, from arrival to settled. */
  readonly walkedIn: string
}

const desk = <Reason extends string, Texts extends object>(
  of: { readonly en: Texts } & HoldDesk<Reason, keyof Texts & string>,
): HoldDesk<Reason, string> => of as never

/** What no one can ever post: it is resolved elsewhere. */
const resolvedOnly = ['asideYes'] as const
const postedOrResolved = ['post', 'asideYes'] as const
const closedOnly = ['asideYes'] as const
const appliedOrClosed = ['apply', 'asideYes'] as const
const readAgainOrResolved = ['again', 'aside'] as const
const askAgain = ['askAgain'] as const

/**
 * Every hold reason of every partner's messages, with its desk and its actions. A reason, or a vocabulary of reasons, that is added to the
 * contract does not compile until it has both; a test walks over all of them.
 */
export const holdDesks: { readonly [Name in HoldVocabulary]: HoldDesk<ReasonOf<Name>, string> } = {
  /** 835: a payment of a payer, per claim. */
  HoldReason: desk<ReasonOf<'HoldReason'>, typeof heldLinesEn>({
    en: heldLinesEn,
    element: 'visit-claim-desk',
    bundle: heldLinesMessages,
    says: (reason) => [reason, `why_${reason}`],
    actions: {
      'claim-unknown': postedOrResolved,
      'charge-differs': postedOrResolved,
      'already-adjudicated': postedOrResolved,
      'claim-closed': postedOrResolved,
      'nothing-to-reverse': postedOrResolved,
      'patient-differs': postedOrResolved,
      'not-ours': resolvedOnly,
      predetermination: resolvedOnly,
      unbalanced: resolvedOnly,
      'payment-number-reused': postedOrResolved,
      'written-off': postedOrResolved,
      'usage-differs': resolvedOnly,
      'receiver-differs': postedOrResolved,
      'payee-differs': postedOrResolved,
      'payer-differs': postedOrResolved,
      'payer-unknown': postedOrResolved,
      unreadable: resolvedOnly,
      'next-payer-answered': postedOrResolved,
      'next-payer-refused': resolvedOnly,
      'next-payer-differs': postedOrResolved,
      'payer-not-awaited': postedOrResolved,
      'forwarded-elsewhere': postedOrResolved,
    },
    walkedIn: 'claim-desk/every-hold-reason.test.ts',
  }),
  /** TA1, 999, 277CA, 277 and 835: a file of the clearinghouse, or the part of it about one claim. */
  MailboxFault: desk<ReasonOf<'MailboxFault'>, typeof mailboxFilesEn>({
    en: mailboxFilesEn,
    element: 'visit-claim-desk',
    bundle: mailboxFilesMessages,
    says: (fault) => [`fault_${fault}`],
    actions: {
      amount: readAgainOrResolved,
      trace_number_mismatch: readAgainOrResolved,
      code: readAgainOrResolved,
      control_number: readAgainOrResolved,
      duplicate_control_number: readAgainOrResolved,
      count: readAgainOrResolved,
      currency: readAgainOrResolved,
      date: readAgainOrResolved,
      debit: readAgainOrResolved,
      delimiters: readAgainOrResolved,
      element_missing: readAgainOrResolved,
      empty: readAgainOrResolved,
      header_length: readAgainOrResolved,
      loop_missing: readAgainOrResolved,
      duplicate_loop: readAgainOrResolved,
      duplicate_segment: readAgainOrResolved,
      no_interchange: readAgainOrResolved,
      outside_envelope: readAgainOrResolved,
      percent: readAgainOrResolved,
      quantity: readAgainOrResolved,
      segment_missing: readAgainOrResolved,
      segment_tag: readAgainOrResolved,
      server: readAgainOrResolved,
      service: readAgainOrResolved,
      too_large: readAgainOrResolved,
      transaction: readAgainOrResolved,
      unclosed: readAgainOrResolved,
      unexpected_segment: readAgainOrResolved,
      unterminated: readAgainOrResolved,
      usage: readAgainOrResolved,
      version: readAgainOrResolved,
      usage_differs: readAgainOrResolved,
      receiver_differs: readAgainOrResolved,
      sender_differs: readAgainOrResolved,
      submitter_differs: readAgainOrResolved,
      provider_differs: readAgainOrResolved,
      patient_differs: readAgainOrResolved,
      claim_unknown: readAgainOrResolved,
      payer_differs: readAgainOrResolved,
      inquiry_unknown: readAgainOrResolved,
      answer_differs: readAgainOrResolved,
      answer_contradictory: readAgainOrResolved,
      payment_unknown: ['aside'],
      refund_unknown: ['aside'],
      payment_differs: ['aside'],
      report_unknown: ['aside'],
      report_unreadable: ['aside'],
    },
    walkedIn: 'claim-desk/every-mailbox-fault.test.ts',
  }),
  /** 271: what a payer says about a coverage. */
  EligibilityHoldReason: desk<ReasonOf<'EligibilityHoldReason'>, typeof coverageEn>({
    en: coverageEn,
    element: 'visit-inbox',
    bundle: coverageMessages,
    says: (reason) => [`held_${reason}`, 'heldNext'],
    actions: {
      'usage-differs': askAgain,
      'sender-differs': askAgain,
      'receiver-differs': askAgain,
      'inquiry-differs': askAgain,
      'payer-differs': askAgain,
      'provider-differs': askAgain,
      'patient-differs': askAgain,
      contradictory: askAgain,
      unreadable: askAgain,
    },
    walkedIn: 'patient-coverages/patient-coverages.test.ts',
  }),
  /** ORU and ORL of HL7: a result that matches no order, or a response about an order that does not fit. */
  UnmatchedReason: desk<ReasonOf<'UnmatchedReason'>, typeof labOrdersEn>({
    en: labOrdersEn,
    element: 'visit-lab-orders',
    bundle: labOrdersMessages,
    says: (reason) => [`reason_${reason}`],
    actions: {
      'unknown-order': ['match', 'apply'],
      'identity-differs': ['match', 'apply'],
      'order-cancelled': ['match'],
      'foreign-laboratory': ['match', 'apply'],
      contradictory: ['settle'],
      'unknown-code': ['settle'],
    },
    walkedIn: 'lab-orders/every-unmatched-reason.test.ts',
  }),
  /** SMS, mail and video: what people wrote, notices that did not arrive, and reports that did not fit. */
  PartnerHoldReason: desk<ReasonOf<'PartnerHoldReason'>, typeof partnerMessagesEn>({
    en: partnerMessagesEn,
    element: 'visit-inbox',
    bundle: partnerMessagesMessages,
    says: (reason) => [`reason_${reason}`, `why_${reason}`],
    actions: {
      written: closedOnly,
      'unknown-number': ['find', 'asideYes'],
      'shared-number': ['who', 'asideYes'],
      'another-number': closedOnly,
      'unknown-code': closedOnly,
      contradictory: closedOnly,
      unreadable: closedOnly,
      'unknown-room': closedOnly,
      undelivered: closedOnly,
      complaint: closedOnly,
      'unknown-message': closedOnly,
      'unknown-sender': ['find', 'asideYes'],
    },
    walkedIn: 'partner-messages/every-partner-reason.test.ts',
  }),
  /** SCRIPT: a message of a pharmacy that was not applied. */
  PharmacyHoldReason: desk<ReasonOf<'PharmacyHoldReason'>, typeof pharmacyMessagesEn>({
    en: pharmacyMessagesEn,
    element: 'visit-inbox',
    bundle: pharmacyMessagesMessages,
    says: (reason) => [`reason_${reason}`, `why_${reason}`],
    actions: {
      unreadable: closedOnly,
      contradictory: closedOnly,
      'unknown-code': closedOnly,
      'unexpected-type': closedOnly,
      'id-reused': appliedOrClosed,
      'prescription-unknown': appliedOrClosed,
      'references-disagree': appliedOrClosed,
      'another-pharmacy': appliedOrClosed,
      'another-patient': appliedOrClosed,
      'another-medicine': appliedOrClosed,
      'another-receiver': appliedOrClosed,
      'test-message': closedOnly,
    },
    walkedIn: 'pharmacy-messages/every-pharmacy-reason.test.ts',
  }),
  /** SCRIPT: a prescription about which a person has to telephone the pharmacy. */
  PrescriptionAttention: desk<ReasonOf<'PrescriptionAttention'>, typeof prescriptionPadEn>({
    en: prescriptionPadEn,
    element: 'visit-prescription-pad',
    bundle: prescriptionPadMessages,
    says: (attention) => [`attention_${attention}`],
    actions: {
      'filled-after-cancel': ['attentionSettle'],
      'unexpected-response': ['attentionSettle'],
      undelivered: ['attentionSettle'],
    },
    walkedIn: 'prescription-pad/every-attention.test.ts',
  }),
}
