import { createAccess } from '../../audit/create-access.ts'
import type { Permissions } from '../../identity/permissions.ts'
import { callerOf } from '../exchange.ts'
import type { Step } from '../pipeline-step.ts'
import { Problem } from '../../problems/problem.ts'
import { purposeNotPermitted } from '../purpose-not-permitted.ts'
import { statedPurpose } from '../stated-purpose.ts'

export interface AuthorizeParts {
  readonly permissions: Permissions
  /** Maximum age of the authentication for operations that require step-up. Seconds. */
  readonly stepUpSeconds: number
}

/**
 * Denies by default: refuses a permission that no role of the caller has, a purpose for which the role does not act or which the permission
 * does not serve, and a client for itself what a person does. Operations with step-up need an authentication within the last minutes
 * (RFC 9470).
 */
export const authorizePermission = ({ permissions, stepUpSeconds }: AuthorizeParts): Step => ({
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
    exchange.actorRole = grant.role
    exchange.purpose = grant.purpose
    if (grant.reach === 'assigned')
      exchange.servesEmergencies = permissions.grantFor(caller.roles, declaration.permission, 'BTG') !== null
    exchange.access = createAccess(caller, grant.reach)
    if (declaration.byPerson && caller.kind === 'service')
      throw new Problem(
        403,
        'person_required',
        'Only a person can do this, and is named for it. Obtain a session for the person (token exchange), then try again.',
      )
    if (declaration.stepUp && exchange.now.getTime() - caller.authenticatedAt.getTime() > stepUpSeconds * 1_000)
      throw new Problem(401, 'step_up_required', 'Confirm who you are once more, then try again.', {
        headers: { 'www-authenticate': `Bearer error="insufficient_user_authentication", max_age="${stepUpSeconds}"` },
      })
    return next(exchange)
  },
})
