import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this part calls. A test compares them with the source. */
type Calls =
  | 'labs.tests'
  | 'medications.search'
  | 'notes.diagnosisCodes'
  | 'notes.templates'
  | 'orderSets.list'
  | 'orderSets.put'
  | 'organization.get'

export const orderSetsEn = {
  loading: 'Loading the order sets',
  none: 'There is no order set yet.',
  all: 'All specialties',
  'specialty_behavioral-health': 'Behavioral health',
  specialty_cardiology: 'Cardiology',
  specialty_dermatology: 'Dermatology',
  specialty_pediatrics: 'Pediatrics',
  'specialty_primary-care': 'Primary care',
  'specialty_urgent-care': 'Urgent care',
  retired: 'Retired',
  shipped: 'As delivered',
  add: 'Add an order set',
  change: 'Change',
  changeName: 'Change: {name}',
  retire: 'Retire',
  retireName: 'Retire: {name}',
  retiredNow: 'Retired. It can be taken into use again.',
  reuse: 'Use again',
  reuseName: 'Use again: {name}',
  reusedNow: 'In use again.',
  newHeading: 'A new order set',
  name: 'Name in {language}',
  nameFault: 'Write a name in at least one language.',
  specialties: 'Specialties',
  specialtiesHint: 'None chosen means all.',
  diagnoses: 'Diagnoses',
  diagnosesHint: 'At most {most}. Search by word or code.',
  tests: 'Laboratory tests',
  testsHint: 'At most {most}. Search by word or code.',
  prescriptions: 'Prescriptions',
  prescriptionsHint: 'At most {most}. Choosing the set signs nothing: each one is opened, checked and signed.',
  addPrescription: 'Add a prescription',
  addPrescriptionHint: 'Search a medicine by name and strength.',
  prescriptionAdded: '{name} is in the set. Save the set to keep it.',
  prescriptionOpen: 'Finish this prescription, or leave it. Then save.',
  addToSet: 'Add to the set',
  changeInSet: 'Change it in the set',
  leaveAsIs: 'Leave it as it was',
  leaveOut: 'Leave it out',
  prescriptionLine: 'RxNorm {code}, quantity {quantity} for {days} days',
  takeOut: 'Take out',
  takeOutName: 'Take out: {name}',
  sections: 'Text for the note',
  addSection: 'Add text to a section',
  chooseSection: 'Choose a section',
  sectionFault: 'Write a text of at most {most} letters, or take the section out.',
  save: 'Save',
  saving: 'Saving',
  cancel: 'Cancel',
  saved: 'The order set is saved.',
  problem_version_conflict: [
    'A colleague changed this order set',
    'Nothing was changed. What you typed is still here.',
    'Compare it with the list, then save again.',
  ],
  problem_unknown_code: [
    'A diagnosis is not in force any more',
    'Nothing was changed. What you typed is still here.',
    'Take that diagnosis out and choose another one, then save again.',
  ],
  problem_too_many_order_sets: [
    'The clinic has 100 order sets, and there can be no more',
    'What you typed is still here.',
    'Change one that nobody uses, then save again.',
  ],
} as const satisfies Messages & ProblemWords<Calls>
