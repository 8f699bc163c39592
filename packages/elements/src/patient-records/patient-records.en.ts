import type { BackgroundSource, Patient, ReplacementReason } from '@visitkit/sdk'
import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this part calls. A test compares them with the source. */
type Calls = 'patients.background' | 'patients.get' | 'patients.link' | 'patients.putBackground' | 'patients.search'

type Words = Messages &
  ProblemWords<Calls> &
  Readonly<
    Record<`reason_${ReplacementReason}`, string> &
      Record<`told_${BackgroundSource}`, string> &
      Record<`sex_${NonNullable<Patient['sex']>}`, string>
  >

export const patientRecordsEn = {
  heading: 'Patient records',
  find: 'Find a record',
  patientAge: '{count} years',
  close: 'Close the record',
  reading: 'Reading the record',
  name: 'Name',
  otherNames: 'Other names',
  born: 'Born',
  sex: 'Sex',
  sex_female: 'Female',
  sex_male: 'Male',
  sex_other: 'Other',
  sex_unknown: 'Not known',
  phone: 'Telephone',
  email: 'E-mail',
  address: 'Address',
  recordNumber: 'Record number',
  missing: 'Not on record',
  link: 'Another record of the same person',
  linkHint: 'Nothing is moved. Both records stay readable, and new visits are booked for the one that is kept.',
  findOther: 'Find the other record',
  compare: 'Compare the two records',
  what: 'What',
  first: 'This record',
  second: 'The other record',
  same: 'Same',
  differs: 'Differs',
  keep: 'Which record is used from now on',
  keepFirst: 'This record: {name}, born {date}',
  keepSecond: 'The other record: {name}, born {date}',
  keepFault: 'Choose the record that is used from now on.',
  reason: 'Why there are two',
  reasonNone: 'Choose',
  reasonFault: 'Choose why there are two records.',
  'reason_registered-twice': 'Registered twice',
  'reason_name-changed': 'The name changed',
  reason_imported: 'Imported from another system',
  'reason_identity-unknown': 'Not known who it was, e.g. in an emergency',
  replace: 'Mark the other one as replaced',
  replaced: 'The record is marked as replaced.',
  otherIsReplaced: 'That record is replaced itself. Find the one that is used instead.',
  isReplaced: 'This record is replaced by another one of the same person.',
  usedInstead: 'Used instead: {name}, born {date}',
  becauseOf: 'Reason: {reason}',
  takeBack: 'Use this record again',
  takenBack: 'This record is used again.',
  background: 'What the patient says about themselves',
  backgroundHint: 'No answer is required. Write only what the patient or a guardian says.',
  racesHint: 'Choose all that fit.',
  toldBy: 'Who told you',
  toldFault: 'Choose who told you.',
  told_patient: 'The patient',
  told_guardian: 'A parent or guardian',
  told_companion: 'Another person who came along',
  told_document: 'A document',
  lastTold: 'Last changed on {date}. Told by: {who}.',
  save: 'Save answers',
  saved: 'The answers are saved.',
  problem_version_conflict: [
    'Someone else changed this record',
    'Your choices are still here.',
    'Compare again, then repeat it.',
  ],
} as const satisfies Words
