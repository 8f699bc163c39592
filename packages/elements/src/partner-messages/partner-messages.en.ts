import type { HeldPartnerMessage, PartnerMessageResolution } from '@visitkit/sdk'
import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this part calls. A test compares them with the source. */
type Calls = 'partnerMessages.get' | 'partnerMessages.list' | 'partnerMessages.resolve' | 'patients.search'

type Words = Messages &
  ProblemWords<Calls> &
  Readonly<
    Record<`reason_${HeldPartnerMessage['reason']}`, string> &
      Record<`why_${HeldPartnerMessage['reason']}`, string> &
      Record<`kind_${HeldPartnerMessage['kind']}`, string> &
      Record<`done_${PartnerMessageResolution}`, string>
  >

export const partnerMessagesEn = {
  heading: 'Texts, mail and reports to look at ({count})',
  hint: 'People wrote to the number or the address of notices, a notice did not arrive, or a report did not fit.',
  more: 'Show more ({count} left)',
  urgent: 'Word of an emergency',
  urgentText: 'The text has a word of an emergency. Telephone this person now.',
  look: 'Look',
  lookName: 'Look: {kind}, {date}',
  reading: 'Reading the message',
  close: 'Close',
  kind_text: 'Text message',
  'kind_text-report': 'Report about a text',
  kind_mail: 'E-mail',
  'kind_mail-report': 'Report about an e-mail',
  'kind_video-report': 'Report about a video room',
  reason_written: 'A patient wrote',
  why_written:
    'It is no STOP or START, and this number is not read for care. Telephone the patient, or write in a thread.',
  'reason_unknown-number': 'Unknown number',
  'why_unknown-number': 'No text was sent to this number for a patient. Find out who wrote.',
  'reason_shared-number': 'Several patients',
  'why_shared-number': 'More than one patient gets texts at this number. Find out who wrote.',
  'reason_another-number': 'To another number',
  'why_another-number': 'It was sent to another number of the account. A STOP or START in it did not count here.',
  'reason_unknown-code': 'Unknown code',
  'why_unknown-code': 'It has a kind or a state that is not known. Look at the vendor what happened.',
  reason_contradictory: 'Contradicts',
  why_contradictory: 'What is known says something else. Look at the vendor which is true.',
  reason_unreadable: 'Cannot be read',
  why_unreadable: 'What came cannot be read. Look at the vendor what it was.',
  'reason_unknown-room': 'Unknown room',
  'why_unknown-room': 'No visit has this room or this seat. Look at the vendor who uses the account.',
  reason_undelivered: 'Does not arrive',
  why_undelivered: 'A notice did not arrive. Ask for another address or number, and write it down in the record.',
  reason_complaint: 'Complaint',
  why_complaint: 'The recipient marked a notice as unwanted. Ask which messages they want, and change it for them.',
  'reason_unknown-message': 'About no notice of ours',
  'why_unknown-message':
    'No notice has this id. Look at the vendor who else sends. Of many, a few are shown at a time.',
  'reason_unknown-sender': 'Unknown sender',
  'why_unknown-sender': 'The e-mail answers no notice. Find out who wrote. Of many, a few are shown at a time.',
  from: 'From {number}',
  wrote: 'What the person wrote',
  noWords: 'The message has no words.',
  files: {
    one: 'It has {count} file, which is only at the vendor.',
    other: 'It has {count} files, which are only at the vendor.',
  },
  filesOfMail: {
    one: 'It has {count} file, in the message as it came.',
    other: 'It has {count} files, in the message as it came.',
  },
  notice_patient: 'The notice to the patient is from {date}.',
  notice_proxies: 'The notice to a person who acts for the patient is from {date}.',
  code: 'Code: {code}',
  toNow: 'In the record now: {address}',
  toNone: 'The record has no address or number for it now.',
  patient: 'Patient: {name}, {count} years',
  openPatient: 'Open the patient',
  text: 'The message as it came',
  find: 'Find the patient',
  patientAge: '{count} years',
  who: 'Who wrote',
  whoHint: 'Choose the patient who wrote, if you know.',
  whoOfRecord: 'The record of these patients has this number. Choose one only if you know that they wrote.',
  whoNone: 'Not known',
  whoOption: '{name}, {count} years',
  aside: 'Close this message',
  asideReason: 'What was done',
  asideNone: 'Choose',
  asideChoose: 'Choose what was done.',
  asideYes: 'Mark as done',
  asideBusy: 'Saving',
  asideDone: 'Marked as done.',
  done_telephoned: 'Telephoned the person',
  'done_answered-in-thread': 'Answered in a thread of the patient',
  'done_no-answer-needed': 'Needs no answer',
  'done_address-corrected': 'Wrote down another address or number',
  'done_checked-at-vendor': 'Looked up at the vendor',
  'done_not-ours': 'Not for us',
  problem_already_resolved: [
    'A colleague dealt with this already',
    'Nothing was changed.',
    'The list has been updated.',
  ],
} as const satisfies Words
