import type { components } from '@visitkit/contract'
import type { Reach } from '../contracts/access.ts'
import type { ActorRole } from '../contracts/caller.ts'

export type Purpose = components['schemas']['PurposeOfUse']
export type ProxyScope = components['schemas']['ProxyScope']

/** packs/policy/permissions.json: the permissions of each role, with their reach. */
export interface PermissionPolicy {
  /** Scopes of a proxy's right, one of which each permission about a patient requires. */
  readonly proxyScopes: Readonly<Record<string, readonly ProxyScope[]>>
  /** The permissions that data in webhooks may require. */
  readonly webhooks: readonly string[]
  /** For what a role acts, the usual purpose first, and what each permission serves. A request needs a purpose that is in both. */
  readonly purposes: {
    readonly roles: Readonly<Record<string, readonly string[]>>
    readonly permissions: Readonly<Record<string, readonly string[]>>
  }
  readonly roles: Readonly<Record<string, Readonly<Record<string, Reach>>>>
}

export interface Grant {
  readonly reach: Reach
  /** The role under which they act: the one with the widest reach, the first of equals. */
  readonly role: ActorRole
  /** The purpose that was stated, or else the usual one of the role. */
  readonly purpose: Purpose
}

export interface Permissions {
  /**
   * Null: denied. The grants of all roles are combined, and the widest reach wins. With a stated purpose only the roles count that act for
   * it, and only if the permission serves it.
   */
  grantFor(roles: readonly ActorRole[], permission: string, stated?: Purpose): Grant | null
  /** A proxy's right needs one of these scopes. Empty: no right is sufficient. */
  proxyScopesOf(permission: string): readonly ProxyScope[]
  /** Whether a webhook may contain data that this permission reads. */
  isGrantedToWebhooks(permission: string): boolean
  /** Whether any role has it. */
  isGranted(permission: string): boolean
  /** Every permission of these roles, sorted. */
  permissionsOf(roles: readonly string[]): readonly string[]
  knowsRole(role: string): boolean
}

/** The widest reach wins. */
const width: Readonly<Record<Reach, number>> = { own: 0, assigned: 1, organization: 2 }

/** The first purpose of the role that the permission serves, or the stated one; undefined if there is none. */
const purposeOf = (
  { purposes }: PermissionPolicy,
  role: string,
  permission: string,
  stated?: Purpose,
): Purpose | undefined => {
  const served = purposes.permissions[permission] ?? []
  const own = purposes.roles[role] ?? []
  return own.find((each) => served.includes(each) && (stated === undefined || each === stated)) as Purpose | undefined
}

const decide = (
  policy: PermissionPolicy,
  roles: readonly ActorRole[],
  permission: string,
  stated?: Purpose,
): Grant | null => {
  let grant: Grant | null = null
  for (const role of roles) {
    const reach = policy.roles[role]?.[permission]
    const purpose = purposeOf(policy, role, permission, stated)
    if (reach === undefined || purpose === undefined) continue
    if (grant === null) grant = { reach, role, purpose }
    else if (width[reach] > width[grant.reach]) grant = { reach, role, purpose }
  }
  return grant
}

/** Results are cached without limit: there are few combinations of roles and permissions. */
export const createPermissions = (policy: PermissionPolicy): Permissions => {
  for (const [role, grants] of Object.entries(policy.roles)) {
    for (const [permission, reach] of Object.entries(grants)) {
      if (!Object.hasOwn(width, reach))
        throw new Error(
          `The permission policy grants ${permission} to ${role} with a reach that is none of ${Object.keys(width).join(', ')}.`,
        )
      if (purposeOf(policy, role, permission) === undefined)
        throw new Error(
          `The permission policy grants ${permission} to ${role} for no purpose. Add one to \`purposes\`.`,
        )
    }
  }
  const decided = new Map<string, Grant | null>()
  const all = new Set(Object.values(policy.roles).flatMap((grants) => Object.keys(grants)))
  return {
    grantFor: (roles, permission, stated) => {
      const names = roles.length === 1 ? roles[0] : roles.join(' ')
      const key = stated === undefined ? `${permission} ${names}` : `${permission} ${names} ${stated}`
      let grant = decided.get(key)
      if (grant === undefined) {
        grant = decide(policy, roles, permission, stated)
        if (decided.size < 10_000) decided.set(key, grant)
      }
      return grant
    },
    proxyScopesOf: (permission) => policy.proxyScopes[permission] ?? [],
    isGrantedToWebhooks: (permission) => policy.webhooks.includes(permission),
    isGranted: (permission) => all.has(permission),
    permissionsOf: (roles) => [...new Set(roles.flatMap((role) => Object.keys(policy.roles[role] ?? {})))].sort(),
    knowsRole: (role) => policy.roles[role] !== undefined,
  }
}
