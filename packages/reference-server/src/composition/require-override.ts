import type { RequireOverride } from '../domains/scheduling/index.ts'
import type { CareRegister } from '../platform/care/care-register.ts'
import type { Permissions } from '../platform/identity/permissions.ts'
import { Problem } from '../platform/problems/problem.ts'
import type { LateBinding } from './late-binding.ts'

/**
 * Holding a time needs `appointment:book`; lifting the rules for it needs `appointment:override` too. At reach `assigned` the calendar must be the
 * caller's own, or that of someone whose care team or cover they share. The circle is read, not taken from the cache: overrides are rare.
 */
export const createRequireOverride =
  (permissions: Pick<Permissions, 'grantFor'>, care: LateBinding<CareRegister>): RequireOverride =>
  async ({ caller, now }, practitionerId) => {
    const grant = permissions.grantFor(caller.roles, 'appointment:override')
    if (grant === null || grant.reach === 'own')
      throw new Problem(
        403,
        'forbidden',
        'Only staff can book outside the rules. Choose one of the times offered, or call the clinic.',
        {
          errors: [{ pointer: '/override', code: 'forbidden', message: 'Must be absent, unless staff book.' }],
          reason: 'appointment:override',
        },
      )
    if (grant.reach === 'organization') return
    const register = care.get()
    register.requireOwnership(await register.readCircle(caller, now), [practitionerId], now, false)
  }
