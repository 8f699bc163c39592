import type { GuestKind, GuestStatus } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this part calls. A test compares them with the source. */
type Calls = 'guests.admit' | 'guests.invite' | 'guests.list' | 'guests.remove'

/** Texts of the guests of a visit: loaded before a call begins, and with the first visit of a list whose guests are opened. */
export const guestsEn = {
  open: 'Guests',
  /** After the word. */
  openWaiting: '{count} waiting',
  close: 'Close',
  heading: 'Guests in this visit',
  loading: 'Reading the list of guests',
  none: 'No guest was invited to this visit.',
  named: '{name} ({kind})',
  kind_interpreter: 'interpreter',
  kind_captioner: 'types captions',
  kind_family: 'family',
  kind_caregiver: 'caregiver',
  kind_other: 'guest',
  who_interpreter: 'An interpreter',
  who_captioner: 'Someone who types what is said',
  who_family: 'A member of the family',
  who_caregiver: 'A caregiver',
  who_other: 'Someone else',
  invitedBy: 'Invited by {name}',
  invitedAs: 'Invited as {name}',
  status_invited: 'Has not used the code yet',
  status_waiting: 'Asks to join',
  status_admitted: 'Was let in',
  status_withdrawn: 'Invitation withdrawn',
  status_refused: 'Was not let in',
  status_removed: 'Was removed',
  status_expired: 'Did not use the code in time',
  status_ended: 'The visit has ended',
  asks: '{name} asks to join, invited by {by}',
  asksClinician: 'They see and hear this visit once you let them in.',
  asksPatient: '{clinician} decides who comes in. You can refuse as well.',
  came: '{name} was let in. They can hear you from now on.',
  admit: 'Let in',
  refuse: 'Do not let in',
  remove: 'Remove',
  removeNamed: 'Remove {name}',
  withdraw: 'Withdraw',
  withdrawNamed: 'Withdraw the code of {name}',
  understood: 'OK',
  inviteHeading: 'Invite a guest',
  inviteText: 'A guest sees and hears this visit only. They see no record and no messages.',
  name: 'Name of the guest',
  nameMissing: 'Write the name of the guest first.',
  kind: 'Who is it?',
  invite: 'Make a code',
  inviting: 'Making the code',
  giveHeading: 'Give this to {name}',
  giveNext: 'They can join with this code. They wait until the clinician lets them in.',
  page: 'Page to open',
  pageUnknown: 'The page for guests of your clinic',
  code: 'Code to type there',
  copyPage: 'Copy the page',
  copyCode: 'Copy the code',
  copied: 'Copied',
  codeHint: 'The code works once, until {time}. You see it only now. You can read it aloud.',
  codeHintFrom: 'The code works once, from {from} until {time}. You see it only now. You can read it aloud.',
  another: 'Invite another guest',
  problem_too_many_invitations: [
    'This visit has as many guests as it can have',
    'Nothing was changed.',
    'Remove a guest or withdraw an invitation. Then invite again.',
  ],
  problem_guest_not_waiting: [
    'This guest does not ask to join any more',
    'Nothing was changed.',
    'Look at the list of guests: it is up to date.',
  ],
  problem_not_admitted: [
    'The patient is not in the visit yet',
    'The guest keeps waiting.',
    'Let the patient in first, then the guest.',
  ],
  problem_visit_ended: ['This visit has ended', 'Nothing was lost.', 'Invite the guest to the next visit.'],
} as const satisfies Messages &
  CodeWords<'kind', GuestKind> &
  CodeWords<'who', GuestKind> &
  CodeWords<'status', GuestStatus> &
  ProblemWords<Calls>
