import type { components } from '@visitkit/contract'
import { idleEndsAt } from './session.ts'
import type { Session } from './session.ts'
import { missingStrength, type StrongSignInPolicy } from './sign-in-strength.ts'

export const instant = (milliseconds: number): string =>
  new Date(Math.floor(milliseconds / 1_000) * 1_000).toISOString().replace('.000Z', 'Z')

/** A session as the contract shows it to its own person. */
export const presentSession = (
  session: Session,
  currentId: string,
  policy: StrongSignInPolicy,
): components['schemas']['Session'] => {
  const idle = idleEndsAt(session)
  return {
    id: session.id,
    kind: session.caller.kind as components['schemas']['Session']['kind'],
    clientId: session.caller.clientId,
    createdAt: instant(session.createdAt),
    lastActiveAt: instant(session.lastActiveAt),
    idleEndsAt: idle === null ? null : instant(idle),
    absoluteEndsAt: instant(session.absoluteEndsAt),
    current: session.id === currentId,
    neededSignIn: missingStrength(policy, session.caller, session.signIn),
    trainingEndsAt: session.trainingEndsAt === null ? null : instant(session.trainingEndsAt),
  }
}
