import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this element calls. A test compares them with the source. */
type Calls =
  | 'consents.evidence'
  | 'consents.getDocument'
  | 'consents.list'
  | 'consents.revoke'
  | 'coverages.ofPatient'
  | 'coverages.putCardSide'
  | 'coverages.removeCardSide'
  | 'coverages.update'
  | 'me.get'
  | 'organization.get'
  | 'patients.background'
  | 'patients.contactChoice'
  | 'patients.get'
  | 'patients.putBackground'
  | 'patients.putContactChoice'
  | 'patients.update'
  | 'pharmacies.choose'
  | 'pharmacies.ofPatient'
  | 'pharmacies.search'
  | 'preferences.get'
  | 'preferences.put'
  | 'proxies.create'
  | 'proxies.end'
  | 'proxies.invite'
  | 'proxies.list'
  | 'sessions.endOther'
  | 'sessions.list'

/** English texts of server problems. Loaded after the first render. */
export const settingsProblems = {
  problem_already_revoked: ['You have taken this back already', 'Nothing was changed.', 'Go back and open it again.'],
  problem_consent_superseded: [
    'A newer text has replaced this one',
    'Nothing was changed.',
    'Take back the newer one instead.',
  ],
  problem_not_granted: ['You did not agree to this', 'Nothing was changed.', 'There is nothing to take back.'],
  problem_unknown_pharmacy: [
    'This pharmacy is not known any more',
    'Your pharmacy was not changed.',
    'Search again and choose another one.',
  ],
  problem_vendor_unavailable: [
    'The list of pharmacies does not answer',
    'Nothing was changed.',
    'Wait a minute, then try again.',
  ],
  problem_vendor_not_permitted: [
    'The clinic has no list of pharmacies here',
    'Nothing was changed.',
    'Call the clinic and tell them your pharmacy.',
  ],
  problem_address_missing: [
    'We have no address for this way',
    'Nothing was changed, and what you typed is kept.',
    'Type an address above, then save again.',
  ],
  problem_patient_decides: [
    'Only the patient chooses if they are told who opens the record',
    'Nothing was changed.',
    'Ask the patient to choose it.',
  ],
  problem_unsupported_attachment_type: [
    'This file is not a picture',
    'Nothing was changed.',
    'Take a picture of the card: JPEG, PNG or WebP.',
  ],
  problem_attachment_unreadable: [
    'The picture is damaged or too large',
    'Nothing was changed.',
    'Take the picture again.',
  ],
  problem_body_too_large: ['The picture is too large', 'Nothing was changed.', 'Take one of at most 10 MB.'],
  problem_version_conflict: [
    'This was changed somewhere else',
    'What you typed is kept.',
    'Look at it, then save again.',
  ],
  problem_too_many_invitations: [
    'Too many invitations were made',
    'What you typed is kept.',
    'Wait an hour, then try again.',
  ],
  problem_too_many_proxies: [
    'No more people can act for you',
    'What you typed is kept.',
    'End the right of someone, then try again.',
  ],
  problem_proxy_not_invited: [
    'This person has accepted, or the right has ended',
    'Nothing was changed.',
    'Go back and open it again.',
  ],
} as const satisfies Messages & ProblemWords<Calls>
