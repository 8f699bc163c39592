import type { LegalHold, RecordErasure } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this part calls. A test compares them with the source. */
type Calls =
  | 'legalHolds.list'
  | 'legalHolds.place'
  | 'legalHolds.release'
  | 'patients.search'
  | 'retention.approveErasure'
  | 'retention.due'
  | 'retention.erasures'

/** Records whose time is over, legal holds and erasures. */
export const deskRetentionEn = {
  dueHeading: 'Records whose time is over',
  dueHint:
    'A record is listed here after the last day on which it has to be kept. Nothing is erased unless a person decides it.',
  loading: 'Loading',
  dueEmpty: 'No record is past its time',
  dueEmptyText: 'The server looks for them once a day.',
  more: 'Show more',
  erased: 'A record that was erased',
  lastActive: 'Last used on {date}',
  keptUntil: 'Had to be kept until {date}',
  isHeld: 'Legal hold',
  erase: 'Erase',
  eraseName: 'Erase the record of {name}',
  eraseAsk: 'Erase the record of {name}?',
  eraseText:
    'No one can read it again: not the clinic, not the patient, and not from a backup. The list of who saw it stays. This cannot be undone.',
  eraseSure: 'Erase for good',
  leave: 'Cancel',
  approved: 'Decided. The server erases the record.',
  holdsHeading: 'Legal holds',
  holdsHint: 'A record with a hold is never erased, whatever its age.',
  which: 'Which holds',
  inForce: 'In force',
  released: 'Released',
  holdsEmpty: 'No holds',
  holdsEmptyText: 'Place one when a record has to stay, for example for a lawsuit.',
  place: 'Place a hold',
  patient: 'Patient',
  another: 'Choose another patient',
  reason: 'Reason',
  reasonMissing: 'Choose the reason.',
  text: 'Why the record has to stay',
  textMissing: 'Write why the record has to stay.',
  placed: 'Placed. The record stays.',
  placedBy: 'Placed by {name} on {date}',
  releasedBy: 'Released by {name} on {date}',
  release: 'Release',
  releaseName: 'Release the hold on the record of {name}',
  why: 'Why the hold ends',
  whyMissing: 'Write why the hold ends.',
  releaseDone: 'Released.',
  save: 'Save',
  erasuresHeading: 'Erased records',
  erasuresHint: 'Each has a certificate that names no one. The server can check that it is genuine.',
  erasuresEmpty: 'Nothing was erased',
  erasuresEmptyText: 'A certificate for each erased record is kept here.',
  approvedBy: 'Decided by {name} on {date}',
  certificate: 'Save the certificate',
  certificateOf: 'Save the certificate of {date}',
  certificateSaved: 'The certificate is in your downloads.',
  fileName: 'erasure-certificate',
  record: 'Record {id}',
  formerColleague: 'a colleague who worked here',
  reason_litigation: 'A lawsuit, or one that is expected',
  reason_investigation: 'An audit or an investigation',
  reason_research: 'Study data',
  'reason_patient-asked': 'The patient asks that it stays',
  reason_other: 'Another reason',
  status_approved: 'Decided, not erased yet',
  status_erased: 'Erased',
  'basis_retention-ended': 'Its time was over',
  'basis_state-law': 'A law of the state',
  problem_record_held: ['The record has a legal hold', 'Nothing was erased.', 'Release the hold first, if it is over.'],
  problem_record_must_be_kept: [
    'The record has to be kept',
    'Nothing was erased.',
    'Someone used it, or the schedule was changed. Read the list again.',
  ],
  problem_erasure_approved: [
    'The erasure of this record was decided before',
    'Nothing was changed.',
    'Look at the erased records.',
  ],
  problem_already_released: ['A colleague released this hold', 'Nothing was changed.', 'Read the list again.'],
  problem_version_conflict: ['A colleague changed this', 'What you typed is kept.', 'Read the list again, then save.'],
} as const satisfies Messages &
  ProblemWords<Calls> &
  CodeWords<'reason', LegalHold['reason']> &
  CodeWords<'status', RecordErasure['status']> &
  CodeWords<'basis', RecordErasure['basis']>
