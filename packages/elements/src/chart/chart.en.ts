import type { NameUse } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'
import { rangeWordsEn } from '../core/range-words.en.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this element calls. A test compares them with the source. */
type Calls =
  | 'alerts.list'
  | 'allergies.add'
  | 'allergies.change'
  | 'allergies.noneKnown'
  | 'allergies.ofPatient'
  | 'appointments.get'
  | 'carePlans.ofPatient'
  | 'conditions.change'
  | 'conditions.ofPatient'
  | 'consents.list'
  | 'labs.resultsOfPatient'
  | 'medications.search'
  | 'notes.get'
  | 'notes.ofPatient'
  | 'outcomes.ofPatient'
  | 'patients.background'
  | 'patients.get'
  | 'prescriptions.ofPatient'
  | 'questionnaires.get'
  | 'referrals.list'
  | 'tasks.change'
  | 'tasks.list'
  | 'visits.get'
  | 'vitals.ofPatient'

export const chartEn = {
  heading: 'Chart',
  reason: 'Reason for the visit:',
  'sensitive_substance-use': 'Sensitive: substance use',
  'sensitive_reproductive-health': 'Sensitive: reproductive health',
  consentedByMinor: 'Consented alone: not for parents',
  loading: 'Loading the chart',
  age: { one: '{count} year old', other: '{count} years old' },
  born: 'born {date}',
  record: 'Record {number}',
  goesBy: 'Goes by {name}',
  replaced: 'Replaced by another record of this person',
  background: 'Race, ethnicity and gender',
  consents: 'Consents',
  backgroundFrom: 'Last changed on {date}',
  alsoKnownAs: 'Also known as {names}',
  name_usual: '{name} (everyday name)',
  name_nickname: '{name} (nickname)',
  name_maiden: '{name} (before marriage)',
  name_old: '{name} (former name)',
  speaks: 'Speaks {language}',
  interpreter: 'Interpreter: {language}',
  sex_female: 'female',
  sex_male: 'male',
  sex_other: 'other',
  allergies: 'Allergies',
  notAsked: 'Not asked yet',
  notAskedBrief: 'Allergies: not asked yet',
  safety: 'Safety: {alert}',
  safetyOpen: 'Safety: {alert}. No one has taken it on yet.',
  allergy: 'Allergy: {name}',
  notAskedText: 'An empty list means nothing until someone has asked.',
  noneKnown: 'No known allergies',
  sayNone: 'Asked: none known',
  addAllergy: 'Add',
  addAllergyName: 'Add an allergy',
  ingredient: 'Search a medicine for its ingredient',
  ingredientHint: 'Or leave it empty and write below, such as peanuts',
  substance: 'Substance',
  substanceFault: 'Write what the patient is allergic to.',
  coded: 'Coded: included in the prescription check',
  reaction: 'Reaction',
  severity: 'Severity',
  severity_mild: 'Mild',
  severity_moderate: 'Moderate',
  severity_severe: 'Severe',
  severity_unknown: 'Not known',
  keep: 'Save',
  keeping: 'Saving',
  close: 'Close',
  added: 'The allergy is in the chart.',
  noneDone: 'Noted: no known allergies.',
  change: 'Change',
  changeName: 'Change {name}',
  resolve: 'Resolved',
  inError: 'Entered in error',
  ended: 'Removed from the list.',
  problems: 'Problems',
  noProblems: 'None now. Diagnoses of signed notes appear here.',
  pastProblems: { one: 'No longer on the list: {count}', other: 'No longer on the list: {count}' },
  pastName: 'No longer on the list',
  pastProblemsGoOn: 'No longer on the list: more than {count}',
  overOn: 'resolved {date}',
  inErrorOn: 'entered in error, removed {date}',
  putBack: 'Put back on the list',
  putBackName: 'Put back on the list: {name}',
  backDone: 'Back on the list.',
  since: 'since {date}',
  last: 'last {date}',
  medicines: 'Medicines',
  noMedicines: 'None prescribed here.',
  results: 'Results',
  noResults: 'No results yet.',
  ...rangeWordsEn,
  allInRange: 'All in range',
  outOfRange: { one: '{count} out of range', other: '{count} out of range' },
  flag_L: 'low',
  flag_H: 'high',
  flag_LL: 'critically low',
  flag_HH: 'critically high',
  flag_A: 'not normal',
  flag_AA: 'critical',
  notes: 'Notes',
  noNotes: 'No notes yet.',
  read: 'Read',
  readName: 'Read the note of {date}',
  closeNote: 'Close the note',
  closeNoteName: 'Close the note of {date}',
  readingNote: 'Reading the note',
  note_draft: 'Draft',
  'note_awaiting-cosign': 'Waiting for a co-signature',
  note_signed: 'Signed',
  note_addended: 'Signed, added to',
  signature: '{name}, {time}',
  addendum: 'Added later',
  followUp: 'Follow-up',
  outcomes: 'Over time',
  call: 'The call',
  noOutcomes: 'Nothing yet. A test or questionnaire with two values is drawn here.',
  'short_phq-9': 'PHQ-9',
  'short_gad-7': 'GAD-7',
  'score_phq-9': 'PHQ-9, low mood',
  'score_gad-7': 'GAD-7, worry',
  plot: '{name}: from {first} on {from} to {last} on {to}',
  numbers: 'The numbers',
  day: 'Day',
  value: 'Value',
  goesOn: { one: 'The first {count} is shown.', other: 'The first {count} are shown.' },
  more: 'Show more',
  moreOf: '{more}: {name}',
  problem_has_allergies: [
    'There are allergies on the list',
    'Nothing was changed.',
    'Take them off the list first, then say that there are none.',
  ],
  problem_version_conflict: ['It was changed on another screen', 'Nothing was lost.', 'Look at the list again.'],
  problem_unknown_member: ['That person does not work here any more', 'Nothing was changed.', 'Choose another person.'],
  problem_task_ended: ['This task was ended before', 'Nothing was changed by you.', 'Look at the list again.'],
} as const satisfies Messages & CodeWords<'name', NameUse> & ProblemWords<Calls>
