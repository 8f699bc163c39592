import { createAccess } from '../../audit/create-access.ts'
import type { Permissions } from '../../identity/permissions.ts'
import { callerOf } from '../exchange.ts'
import type { SessionPolicy } from '../../identity/session-limits.ts'
import { stepUpRequired, strongSignInRequired, trainingExpired } from '../../identity/sign-in-problems.ts'
import { missingStrength, strengthFor } from '../../identity/sign-in-strength.ts'
import type { Step } from '../pipeline-step.ts'
import { Problem } from '../../problems/problem.ts'
import { glassNotBroken, purposeNotPermitted } from '../purpose-not-permitted.ts'
import { statedPurpose } from '../stated-purpose.ts'

export interface AuthorizeParts {
  readonly permissions: Permissions
  /** How staff have to sign in, and how recently for operations that require step-up. */
  readonly sessionPolicy: Pick<SessionPolicy, 'stepUpSeconds' | 'strongSignIn' | 'expiredTraining'>
}

/**
 * Denies by default: refuses a permission that no role of the caller has, a purpose for which the role does not act or which the permission
 * does not serve, and a client for itself what a person does. Operations with step-up need an authentication within the last minutes
 * (RFC 9470). Staff who have not signed in with the strength that their role needs see nothing of patients, nor do those whose training
 * has expired.
 */
export const authorizePermission = ({
  permissions,
  sessionPolicy: { stepUpSeconds, strongSignIn, expiredTraining },
}: AuthorizeParts): Step => ({
  name: 'authorize-permission',
  run: (exchange, next) => {
    const caller = callerOf(exchange)
    const { declaration, anonymous } = exchange.route
    if (anonymous) {
      exchange.access = createAccess(caller, 'own')
      return next(exchange)
    }
    const stated = statedPurpose(exchange)
    const grant = permissions.grantFor(caller.roles, declaration.permission, stated)
    if (grant === null && stated !== undefined && permissions.grantFor(caller.roles, declaration.permission) !== null)
      throw purposeNotPermitted()
    if (grant === null)
      throw new Problem(403, 'forbidden', 'Your role does not include this. Ask an administrator if it should.')
    // Only at reach `assigned` does an emergency access open anything. What is open without one has another purpose; but see opening one.
    if (
      stated === 'BTG' &&
      grant.reach !== 'assigned' &&
      permissions.grantFor(caller.roles, declaration.permission)?.purpose !== 'BTG'
    )
      throw glassNotBroken()
    exchange.actorRole = grant.role
    exchange.purpose = grant.purpose
    if (grant.reach === 'assigned')
      exchange.servesEmergencies = permissions.grantFor(caller.roles, declaration.permission, 'BTG') !== null
    const stepUp = (): void => {
      if (exchange.now.getTime() - caller.authenticatedAt.getTime() > stepUpSeconds * 1_000)
        throw stepUpRequired(strongSignIn, stepUpSeconds, strengthFor(strongSignIn, caller))
    }
    exchange.access = createAccess(caller, grant.reach, null, stepUp)
    const { session } = exchange
    if (session !== null && !strongSignIn.openPermissions.includes(declaration.permission)) {
      const missing = missingStrength(strongSignIn, caller, session.signIn)
      if (missing !== null) throw strongSignInRequired(strongSignIn, missing)
    }
    if (
      session !== null &&
      session.trainingEndsAt !== null &&
      exchange.now.getTime() >= session.trainingEndsAt &&
      !expiredTraining.openPermissions.includes(declaration.permission)
    )
      throw trainingExpired()
    if (declaration.byPerson && caller.kind === 'service')
      throw new Problem(
        403,
        'person_required',
        'Only a person can do this, and is named for it. Obtain a session for the person (token exchange), then try again.',
      )
    if (declaration.stepUp) stepUp()
    return next(exchange)
  },
})
