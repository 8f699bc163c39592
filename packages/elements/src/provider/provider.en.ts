import type { SignInStrength } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this element calls. A test compares them with the source. */
type Calls = 'me.get' | 'organization.get' | 'sessions.current' | 'sessions.end' | 'sessions.extend'

export const providerEn = {
  stillHere: 'Are you still there?',
  idleWhy: 'To protect your health information, we will sign you out in {time}. What you have saved is kept.',
  stay: 'Stay signed in',
  signOut: 'Sign out now',
  endsSoon: 'Your time is almost up',
  absoluteWhy:
    'For your safety, you will be signed out in {time}. Save what you are doing. You can sign in again right away.',
  goOn: 'Go on',
  minutesLeft: { one: '{count} minute left', other: '{count} minutes left' },
  extended: 'You are still signed in.',
  notExtended: 'We could not reach the clinic. Try again.',
  unreached: 'We could not reach the clinic. We keep trying.',
  endedTitle: 'You have been signed out',
  endedIdle:
    'You were away for a while, so we signed you out to protect your health information. What you saved is kept.',
  endedOther: 'Your session has ended, to protect your health information. What you saved is kept.',
  signInAgain: 'Sign in again',
  neededTitle: 'One more step to sign in',
  'needed_second-step':
    'With your role, you see patients only after a second step. Use the app on your phone, your passkey or your key. A text message does not count.',
  'needed_hardware-key': 'With your role, you see patients only after you sign in with your hardware key.',
  neededKept: 'Nothing was lost. If you have no second step yet, ask the person who runs your sign-in.',
  trainingEnds: 'A training that your role needs expires. After {day}, you see no patients until it is recorded again.',
  trainingEnded: 'A training that your role needs has expired. You see no patients until it is recorded again.',
  needDeclined: 'That sign-in was not strong enough, or you stopped it. Try again.',
} as const satisfies Messages & CodeWords<'needed', SignInStrength> & ProblemWords<Calls>
