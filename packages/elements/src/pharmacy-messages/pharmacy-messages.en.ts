import type {
  HeldPharmacyMessage,
  HeldPharmacyMessageDetail,
  PharmacyMessageResolution,
  Prescription,
} from '@visitkit/sdk'
import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this part calls. A test compares them with the source. */
type Calls =
  | 'patients.get'
  | 'patients.search'
  | 'prescriptions.applyMessage'
  | 'prescriptions.heldMessage'
  | 'prescriptions.heldMessages'
  | 'prescriptions.ofPatient'
  | 'prescriptions.resolveMessage'

type Words = Messages &
  ProblemWords<Calls> &
  Readonly<
    Record<`reason_${HeldPharmacyMessage['reason']}`, string> &
      Record<`why_${HeldPharmacyMessage['reason']}`, string> &
      Record<`kind_${HeldPharmacyMessage['kind']}`, string> &
      Record<`done_${PharmacyMessageResolution}`, string> &
      Record<`fill_${NonNullable<HeldPharmacyMessageDetail['fill']>}`, string> &
      Record<`cancellation_${NonNullable<HeldPharmacyMessageDetail['cancellation']>}`, string> &
      Record<`status_${Prescription['status']}`, string>
  >

export const pharmacyMessagesEn = {
  heading: 'Pharmacy messages to decide ({count})',
  hint: 'No prescription was changed. Compare, then decide.',
  sender_pharmacy: 'pharmacy {id}',
  sender_network: 'network {id}',
  sender_other: 'sender {id}',
  look: 'Compare',
  lookName: 'Compare: {kind}, {date}',
  reading: 'Reading the message',
  close: 'Close',
  reason_unreadable: 'Cannot be read',
  why_unreadable: 'What came is no message that can be read. Telephone the pharmacy.',
  reason_contradictory: 'Contradicts itself',
  why_contradictory: 'It says two things where only one can be true. Telephone the pharmacy and ask which one.',
  'reason_unknown-code': 'Unknown code',
  'why_unknown-code': 'It has a code that the standard does not have. Telephone the pharmacy and ask what it means.',
  'reason_unexpected-type': 'Not for a prescriber',
  'why_unexpected-type': 'This kind of message is not sent to a prescriber. Tell the pharmacy that it came here.',
  'reason_id-reused': 'Number used twice',
  'why_id-reused': 'An earlier message has the same number and says something else. Apply it if both are true.',
  'reason_prescription-unknown': 'Unknown prescription',
  'why_prescription-unknown': 'It is about no prescription that was written here. Find the right one, or return it.',
  'reason_references-disagree': 'Names two prescriptions',
  'why_references-disagree': 'It answers a message about one prescription, and has the number of another.',
  'reason_another-pharmacy': 'Another pharmacy',
  'why_another-pharmacy': 'The prescription was sent to another pharmacy than the one that writes.',
  'reason_another-patient': 'Another patient',
  'why_another-patient': 'The patient in the message is not the patient of the prescription.',
  'reason_another-medicine': 'Another medicine',
  'why_another-medicine': 'The pharmacy reports another medicine than the one that was prescribed.',
  'reason_another-receiver': 'For another receiver',
  'why_another-receiver': 'The message is addressed to the system of another organization.',
  'reason_test-message': 'A test',
  'why_test-message': 'The message says that it is a test. It is about no patient.',
  kind_NewRx: 'New prescription',
  kind_RxChangeRequest: 'Request to change a prescription',
  kind_RxChangeResponse: 'Answer to a request to change',
  kind_RxRenewalRequest: 'Request to renew a prescription',
  kind_RxRenewalResponse: 'Answer to a request to renew',
  kind_CancelRx: 'Cancellation',
  kind_CancelRxResponse: 'Answer to a cancellation',
  kind_RxFill: 'Report that a medicine was dispensed',
  kind_Status: 'Receipt',
  kind_Error: 'Error',
  kind_Verify: 'Confirmation',
  kind_unreadable: 'Message that cannot be read',
  says: 'The message says',
  patient: 'Patient: {name}, born {date}',
  medication: 'Medicine: {name}',
  pharmacy: 'Pharmacy: {name}',
  outcome: 'What was done: {outcome}',
  fill_Dispensed: 'dispensed',
  fill_PartiallyDispensed: 'partly dispensed',
  fill_NotDispensed: 'not dispensed',
  fill_Transferred: 'transferred to another pharmacy',
  cancellation_Approved: 'cancelled as asked',
  cancellation_Denied: 'not cancelled',
  text: 'The message as it came',
  find: 'Find the patient',
  patientAge: '{count} years',
  ours: 'Our patient: {name}, born {date}',
  belongs: 'The prescription it belongs to',
  noPrescriptions: 'This patient has no signed prescription here.',
  prescription: '{name}, {status}, {pharmacy}',
  noPharmacy: 'no pharmacy',
  status_draft: 'draft',
  status_sending: 'being sent',
  status_sent: 'sent',
  status_accepted: 'with the pharmacy',
  status_dispensed: 'dispensed',
  'status_partially-dispensed': 'partly dispensed',
  'status_not-dispensed': 'not dispensed',
  status_refused: 'refused',
  status_undelivered: 'no answer',
  'status_cancel-requested': 'being cancelled',
  status_cancelled: 'cancelled',
  status_replaced: 'replaced',
  confirm: 'I compared patient, pharmacy and medicine. The message is for this prescription.',
  apply: 'Apply to this prescription',
  applying: 'Saving',
  applied: 'The message was applied.',
  chooseFirst: 'Choose the prescription that it belongs to.',
  confirmFirst: 'Confirm that you compared patient, pharmacy and medicine.',
  never: 'A message like this is never applied. Telephone the pharmacy, then close it here.',
  aside: 'Close without applying',
  asideHint: 'No prescription is changed.',
  asideReason: 'What was done',
  asideNone: 'Choose',
  asideChoose: 'Choose what was done.',
  asideYes: 'Mark as done',
  asideDone: 'Marked as done. No prescription was changed.',
  done_telephoned: 'Agreed with the pharmacy by telephone',
  'done_sent-again': 'The pharmacy sent it again, corrected',
  done_repeated: 'The same came before',
  'done_not-ours': 'Returned: it is not ours',
  problem_already_resolved: ['A colleague decided this already', 'Nothing was changed.', 'The list has been updated.'],
  problem_message_not_applicable: [
    'This message cannot be applied there',
    'No prescription was changed.',
    'Choose another prescription, or telephone the pharmacy.',
  ],
  problem_message_differs: [
    'The message and the prescription differ',
    'No prescription was changed.',
    'Compare them, and confirm below that the message is for this prescription.',
  ],
} as const satisfies Words
