import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this element calls. A test compares them with the source. */
type Calls =
  | 'favorites.create'
  | 'favorites.list'
  | 'favorites.remove'
  | 'favorites.replace'
  | 'medications.search'
  | 'medications.usual'
  | 'notes.diagnosisCodes'
  | 'pharmacies.ofPatient'
  | 'pharmacies.search'
  | 'prescriptions.respond'
  | 'prescriptions.cancel'
  | 'prescriptions.change'
  | 'prescriptions.check'
  | 'prescriptions.discard'
  | 'prescriptions.get'
  | 'prescriptions.ofPatient'
  | 'prescriptions.recordCall'
  | 'prescriptions.renew'
  | 'prescriptions.requests'
  | 'prescriptions.sign'
  | 'prescriptions.write'

/** English texts of server problems. Loaded after the first render. */
export const prescriptionPadProblems = {
  problem_unknown_medication: [
    'This medicine cannot be prescribed here',
    'Your fields are kept.',
    'Choose another one from the list.',
  ],
  problem_unknown_code: [
    'This diagnosis code is not in use',
    'Your fields are kept.',
    'Search for the diagnosis by its words, or leave it out.',
  ],
  problem_unknown_pharmacy: [
    'The network does not know this pharmacy',
    'Your fields are kept.',
    'Search again and choose one of the list.',
  ],
  problem_pharmacy_missing: [
    'There is no pharmacy that can take this',
    'The draft is kept.',
    'Choose a pharmacy that takes prescriptions electronically.',
  ],
  problem_quantity_implausible: [
    'Directions, quantity and days do not fit together',
    'Your fields are kept.',
    'Correct the one that is meant otherwise.',
  ],
  problem_controlled_substance: [
    'This controlled medicine may not be sent from here',
    'Nothing was sent.',
    'Prescribe it by the way that your clinic has for it.',
  ],
  problem_alerts_open: [
    'An alert still has no reason',
    'The draft is kept, nothing was sent.',
    'Write a reason for each alert, then sign.',
  ],
  problem_medications_changed: [
    'Another medicine was signed for this patient just now',
    'Nothing was sent.',
    'Sign once more: the two are then compared.',
  ],
  problem_prescription_signed: [
    'It is signed already',
    'Nothing was sent twice.',
    'Look at it in the list. To change it, cancel it and write a new one.',
  ],
  problem_version_conflict: [
    'The draft was changed on another screen',
    'Nothing was sent.',
    'Close it, open it again from the list, and look once more.',
  ],
  problem_not_licensed: [
    'You hold no license where the patient is',
    'The draft is kept, nothing was sent.',
    'Ask a colleague who is licensed there.',
  ],
  problem_npi_missing: [
    'Your prescriber number is missing',
    'The draft is kept, nothing was sent.',
    'Ask your administrator to add it, then sign.',
  ],
  problem_vendor_unavailable: [
    'The pharmacy network cannot be reached',
    'The draft is kept, nothing was sent.',
    'Wait a while, or telephone the pharmacy.',
  ],
  problem_vendor_not_permitted: [
    'The clinic has no agreement with the pharmacy network',
    'The draft is kept, nothing was sent.',
    'Ask your administrator.',
  ],
  problem_not_cancellable: [
    'The pharmacy cannot be asked to cancel this',
    'Nothing was changed.',
    'Telephone the pharmacy.',
  ],
  problem_not_renewable: ['This cannot be renewed', 'Nothing was changed.', 'Write a new prescription instead.'],
  problem_already_answered: ['Somebody has answered this', 'Nothing was sent again.', 'The list has been updated.'],
  problem_favorite_name_taken: [
    'Another favorite of yours has this name',
    'Nothing was changed.',
    'Choose another name.',
  ],
  problem_too_many_favorites: [
    'You have as many favorites as there can be',
    'Your fields are kept.',
    'Remove one, or use the name of one to replace it.',
  ],
  problem_favorite_changed: [
    'This favorite was changed in another window',
    'Nothing was changed here.',
    'The list has been updated: look, then do it once more.',
  ],
  problem_step_up_required: [
    'You have to show once more that it is you',
    'The draft is kept, nothing was sent.',
    'Sign in again when the page asks, then sign.',
  ],
  problem_not_a_prescriber: [
    'You are not set up to prescribe',
    'Your fields are kept.',
    'Ask an administrator to make you a practitioner.',
  ],
} as const satisfies Messages & ProblemWords<Calls>
