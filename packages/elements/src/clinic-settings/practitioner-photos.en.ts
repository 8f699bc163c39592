import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this part calls. A test compares them with the source. */
type Calls = 'practitioners.list' | 'practitioners.putPhoto' | 'practitioners.removePhoto'

export const practitionerPhotosEn = {
  loading: 'Loading the clinicians',
  hint: 'Patients see the photo where they choose a clinician, and with their visits. A JPEG, PNG or WebP picture of at most 10 MB; it is cut to a square.',
  none: 'The clinic has no clinicians yet.',
  choose: 'Choose a photo',
  chooseOf: 'Choose a photo of {name}',
  replace: 'Choose another photo',
  replaceOf: 'Choose another photo of {name}',
  remove: 'Remove the photo',
  removeOf: 'Remove the photo of {name}',
  more: 'Show more clinicians',
  sending: 'Saving the photo',
  saved: 'The photo of {name} is saved.',
  removed: 'The photo of {name} is removed.',
  tooLarge: 'This picture is larger than 10 MB. Choose a smaller one.',
  otherType: 'This is not a JPEG, PNG or WebP picture. Choose another one.',
  problem_unsupported_attachment_type: [
    'This file is not a picture that can be used',
    'Nothing was changed.',
    'Choose a JPEG, PNG or WebP picture.',
  ],
  problem_attachment_unreadable: [
    'This picture is damaged',
    'Nothing was changed.',
    'Save the picture again or choose another one.',
  ],
  problem_body_too_large: ['This picture is too large', 'Nothing was changed.', 'Choose one of at most 10 MB.'],
  problem_version_conflict: [
    'A colleague changed this clinician',
    'Nothing was changed.',
    'The list has been updated: choose the photo again.',
  ],
} as const satisfies Messages & ProblemWords<Calls>
