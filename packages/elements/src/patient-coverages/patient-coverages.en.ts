import type { Coverage } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'
import type { CoverageFault } from './coverage-draft.ts'

/** The client methods that this part calls. A test compares them with the source. */
type Calls = 'coverages.add' | 'coverages.correct' | 'coverages.ofPatient' | 'patients.search' | 'payers.list'

type Words = Messages &
  ProblemWords<Calls> &
  CodeWords<'fault', CoverageFault> &
  CodeWords<'relationship', Coverage['relationship']> &
  CodeWords<'sex', NonNullable<NonNullable<Coverage['subscriber']>['sex']>>

export const patientCoveragesEn = {
  heading: 'Insurance of patients',
  find: 'Find a patient',
  patientAge: '{count} years',
  close: 'Close the insurance',
  reading: 'Reading the insurance',
  none: 'No insurance is on record. Add it from the card.',
  order_1: 'First payer',
  order_2: 'Second payer',
  order_3: 'Third payer',
  orderOf: '{order}: {name}',
  memberNumber: 'Member number',
  groupNumber: 'Group number',
  relationship: 'The insured person is',
  relationship_self: 'The patient',
  relationship_spouse: 'The patient’s spouse',
  relationship_child: 'A parent: the patient is their child',
  relationship_other: 'Another person',
  subscriber: 'Insured person',
  subscriberGiven: 'First names of the insured person',
  subscriberFamily: 'Last name of the insured person',
  subscriberBorn: 'Birth date of the insured person',
  subscriberSex: 'Sex of the insured person',
  sex_female: 'Female',
  sex_male: 'Male',
  sex_other: 'Other',
  sex_unknown: 'Not known',
  born: '{name}, born {date}',
  card: 'Name on the card',
  cardHint: 'Only if the card spells the patient’s name in another way. The payer receives it.',
  cardGiven: 'First name on the card',
  cardMiddle: 'Middle names on the card',
  cardFamily: 'Last name on the card',
  cardSuffix: 'Suffix on the card, such as Jr',
  order: 'Who pays when',
  payer: 'Payer',
  payerNone: 'Choose the payer',
  medicareSelf: 'On Medicare the patient is the insured person. Use the number on the patient’s own card.',
  from: 'First day',
  to: 'Last day',
  toHint: 'Leave it empty while it is not known. To end this insurance, enter its last day.',
  valid: 'In force',
  period: 'From {from}',
  periodTo: 'From {from} to {to}',
  add: 'Add insurance',
  adding: 'New insurance',
  correct: 'Correct',
  correctOf: 'Correct: {name}',
  correcting: 'Correct {name}',
  save: 'Save insurance',
  saving: 'Saving',
  cancel: 'Cancel',
  saved: 'The insurance is saved. The patient sees it in their settings.',
  fault_payerId: 'Choose the payer.',
  fault_memberNumber: 'Enter the member number, as the card shows it.',
  fault_subscriberGiven: 'Enter the name of the insured person.',
  fault_subscriberBorn: 'Enter the birth date of the insured person.',
  fault_medicareSecondaryReason: 'Choose why another payer pays before Medicare.',
  fault_from: 'Enter the first day.',
  fault_to: 'The last day must not be before the first day.',
  problem_version_conflict: [
    'Someone else changed this insurance',
    'What you typed is still here.',
    'Compare it with what is above, then save again.',
  ],
  problem_unknown_payer: [
    'The clinic does not deal with this payer any more',
    'Nothing was changed, and what you typed is kept.',
    'Choose another payer.',
  ],
  problem_subscriber_missing: [
    'The insured person is missing',
    'Nothing was changed, and what you typed is kept.',
    'Enter the name and the birth date of the insured person.',
  ],
  problem_coverage_overlaps: [
    'Another insurance has this place in that time',
    'Nothing was changed, and what you typed is kept.',
    'End the other one first, or choose another place.',
  ],
  problem_coverage_in_use: [
    'A payer has a claim with this insurance',
    'Nothing was changed, and what you typed is kept.',
    'Payer and place stay. Enter its last day, then add the right insurance.',
  ],
} as const satisfies Words
