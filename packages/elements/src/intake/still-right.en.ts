import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this part calls. A test compares them with the source. */
type Calls = 'allergies.ofPatient' | 'patients.get' | 'prescriptions.ofPatient' | 'reportedMedications.ofPatient'

export const stillRightEn = {
  heading: 'Is this still right?',
  text: 'This is what the record says.',
  hidden: 'You may not see what the record says. Answer as well as you can.',
  medicines: 'Medicines',
  noMedicines: 'None from this clinic.',
  reported: 'Medicines from elsewhere',
  noReported: 'None reported.',
  allergies: 'Allergies',
  noAllergies: 'No known allergies.',
  notAsked: 'Nobody has asked yet.',
  address: 'Address',
  noAddress: 'Not written down yet.',
  yes: 'Yes, all of it is right',
  no: 'No, something has changed',
  sending: 'Sending',
} as const satisfies Messages & ProblemWords<Calls>
