import type { ReportedMedication } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this part calls. A test compares them with the source. */
type Calls =
  'medications.search' | 'reportedMedications.add' | 'reportedMedications.change' | 'reportedMedications.ofPatient'

export const reportedMedicinesEn = {
  heading: 'Medicines from elsewhere',
  intro: 'What is taken, but was not prescribed here. Vitamins and herbs count too.',
  clinicianSees: 'Your clinician sees this list.',
  loading: 'Loading the medicines',
  none: 'Nothing reported.',
  add: 'Add',
  addName: 'Add another medicine',
  changeTitle: 'Change this medicine',
  search: 'Search a medicine',
  searchHint: 'A medicine that you select is compared in the prescription check. Or write its name below.',
  name: 'Name',
  nameHint: 'As on the package',
  nameFault: 'Write the name of the medicine.',
  coded: 'Has a code for the checks',
  directions: 'How it is taken',
  directionsHint: 'For example: one tablet each morning',
  save: 'Save',
  saving: 'Saving',
  close: 'Close',
  change: 'Change',
  changeName: 'Change: {name}',
  edit: 'Edit',
  stop: 'No longer taken',
  inError: 'Entered by mistake',
  again: 'Taken again',
  againName: 'Taken again: {name}',
  past: 'No longer taken',
  pastError: 'Entered by mistake',
  since: 'Reported {date}',
  until: 'Ended {date}',
  by_patient: 'by the patient',
  by_proxy: 'by a person who helps the patient',
  by_staff: 'by the clinic',
  saved: 'The list is saved.',
  problem_version_conflict: [
    'This was changed on another screen',
    'Nothing was lost. What you wrote is still here.',
    'Look at the list, then save again.',
  ],
  problem_too_many_reported_medications: [
    'The list is full',
    'Nothing was saved. What you wrote is still here.',
    'Change an entry that is no longer right.',
  ],
} as const satisfies Messages & CodeWords<'by', ReportedMedication['reportedBy']> & ProblemWords<Calls>
