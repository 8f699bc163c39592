import type { Messages } from './message-types.ts'

/** English texts of server problems. Loaded after the first render. */
export const coreProblems = {
  problem_wrong_origin: [
    'This page may not use your session',
    'Nothing was changed.',
    'Open the clinic’s own page and sign in there.',
  ],
  problem_wrong_region: [
    'This page asked the wrong system',
    'Nothing was changed.',
    'Call the clinic, and tell them what you see here.',
  ],
  problem_forbidden: ['This is not open to you', 'Nothing was changed.', 'If you think it should be, call the clinic.'],
  problem_purpose_not_permitted: [
    'This is not open to you for that purpose',
    'Nothing was changed.',
    'If you think it should be, ask your administrator.',
  ],
  problem_part_two_consent_missing: [
    'The patient has not agreed that this may be sent',
    'The visit is about substance use, so nothing was sent.',
    'Ask the patient to sign the consent in the portal, then send it again.',
  ],
  problem_part_two_outside_consent: [
    'The patient’s consent does not cover this',
    'The visit is about substance use, so nothing was sent.',
    'Ask the patient to sign a consent for this recipient and purpose, then send it again.',
  ],
  problem_part_two_no_place: [
    'The law wants a notice with it, and it has no place for one',
    'The visit is about substance use, so nothing was sent.',
    'Call the payer instead.',
  ],
  problem_part_two_no_room: [
    'The note is too long for the notice that the law wants with it',
    'The visit is about substance use, so nothing was sent.',
    'Shorten the note, then send it again.',
  ],
  problem_not_found: [
    'We could not find this',
    'Nothing was changed.',
    'It may have moved. Go back and open it again.',
  ],
  problem_record_replaced: [
    'This record was replaced',
    'Nothing was booked.',
    'Search for the other record of this person, and book with that one.',
  ],
  problem_minor_consent_not_allowed: [
    'The law of the patient’s state does not let them consent alone',
    'Nothing was booked.',
    'Ask the patient if parents may see the visit. If so, clear the box and book again.',
  ],
  problem_not_assigned: [
    'This belongs to a colleague',
    'Nothing was changed.',
    'Ask them to hand it over, or take cover for them if it cannot wait.',
  ],
  problem_no_treatment_relationship: [
    'You do not treat this patient',
    'Nothing was opened.',
    'Ask to be added to the care team, or take cover for a colleague who treats them.',
  ],
  problem_too_many: ['Too many tries at once', 'Nothing was lost.', 'Wait a minute, then try again.'],
  problem_outside_proxy_scope: [
    'Your right to act for this person does not cover this',
    'Nothing was changed.',
    'Ask them to do it, or call the clinic.',
  ],
  problem_invalid_request: [
    'Something that was entered is not right',
    'Nothing was lost.',
    'Check what you entered, then try again.',
  ],
  problem_body_too_large: [
    'This is too much to send at once',
    'Nothing was lost.',
    'Make it shorter or smaller, then try again.',
  ],
  problem_step_up_required: [
    'Please confirm that it is you',
    'Nothing was changed.',
    'Sign in once more, then try again.',
  ],
  problem_strong_sign_in_required: [
    'You need a stronger sign-in for this',
    'Nothing was shown or changed.',
    'Sign in again with your app, your passkey or your key.',
  ],
  problem_training_expired: [
    'A training that your role needs has expired',
    'Nothing was shown or changed.',
    'Take it, and ask the person who records trainings to add it. You see patients again within minutes.',
  ],
} as const satisfies Messages
