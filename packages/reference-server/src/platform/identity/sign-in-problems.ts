import { Problem } from '../problems/problem.ts'
import type { SignInStrength, StrongSignInPolicy } from './sign-in-strength.ts'

const details: Readonly<Record<SignInStrength, string>> = {
  'second-step': 'Sign in with a second step, such as an app or a passkey. A text message does not count.',
  'hardware-key': 'Sign in with your hardware key.',
}

/** RFC 9470: what the identity provider should be asked for. */
const challenge = (parts: readonly string[]): Record<string, string> => ({
  'www-authenticate': ['Bearer error="insufficient_user_authentication"', ...parts].join(', '),
})

const classesOf = ({ strengths }: StrongSignInPolicy, needed: SignInStrength): string =>
  `acr_values="${strengths[needed].contextClasses.join(' ')}"`

/** The person has signed in, but not strongly enough for what their role may see. */
export const strongSignInRequired = (policy: StrongSignInPolicy, needed: SignInStrength): Problem =>
  new Problem(403, 'strong_sign_in_required', details[needed], {
    signIn: needed,
    headers: challenge([classesOf(policy, needed)]),
  })

/** A training that the role requires has expired. */
export const trainingExpired = (): Problem =>
  new Problem(
    403,
    'training_expired',
    'A training that your role needs has expired. Complete it, and ask your administrator to record it. You see patients again within minutes.',
  )

/** The authentication is too old for this act. `needed`: how the person has to sign in; null for patients. */
export const stepUpRequired = (
  policy: StrongSignInPolicy,
  maxAgeSeconds: number,
  needed: SignInStrength | null,
): Problem =>
  new Problem(401, 'step_up_required', 'Confirm who you are once more, then try again.', {
    ...(needed === null ? {} : { signIn: needed }),
    headers: challenge([`max_age="${maxAgeSeconds}"`, ...(needed === null ? [] : [classesOf(policy, needed)])]),
  })
