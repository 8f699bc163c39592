import type { BackgroundSource, Patient, ReplacementReason } from '@visitkit/sdk'
import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this part calls. A test compares them with the source. */
type Calls =
  | 'patients.background'
  | 'patients.get'
  | 'patients.invite'
  | 'patients.link'
  | 'patients.login'
  | 'patients.putBackground'
  | 'patients.releaseLogin'
  | 'patients.search'
  | 'patients.signOut'
  | 'proxies.list'
  | 'proxies.signOut'

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
  signIn: 'How the patient signs in',
  loginLinked: 'A sign-in is linked to this record.',
  loginNone: 'No sign-in is linked to this record.',
  invite: 'Make an invitation code',
  inviteAgain: 'Make another code',
  code: 'Invitation code',
  codeText:
    'Give it to the patient and to no one else. It is shown here once, replaces earlier codes, and can be used until {date}. The patient types it where the portal asks for an invitation code.',
  signOut: 'Sign out everywhere',
  signOutName: 'Sign out everywhere: {name}',
  signOutText:
    'For a lost or stolen device. Every session ends at once, also during a visit. Signing in again stays possible, so the password has to be changed too if someone else may know it.',
  signedOut: '{name} is signed out on every device.',
  unlink: 'Unlink the sign-in',
  unlinkName: 'Unlink the sign-in: {name}',
  unlinkText:
    'For a sign-in that was linked to the wrong record. Every session ends at once. A new invitation code can link a sign-in again.',
  unlinked: 'The sign-in of {name} is unlinked.',
  people: 'People who act for the patient',
  cancel: 'Cancel',
  problem_version_conflict: [
    'Someone else changed this record',
    'Your choices are still here.',
    'Compare again, then repeat it.',
  ],
  problem_login_exists: [
    'A sign-in is linked already',
    'No code was made.',
    'Unlink that sign-in first if it is the wrong one.',
  ],
  problem_outside_proxy_scope: [
    'You may not see who acts for the patient',
    'Nothing was changed.',
    'Ask an administrator.',
  ],
} as const satisfies Words
