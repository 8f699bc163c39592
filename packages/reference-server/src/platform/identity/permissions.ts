import type { components } from '@visitkit/contract'
import type { Reach } from '../contracts/access.ts'
import type { ActorRole } from '../contracts/caller.ts'

export type ProxyScope = components['schemas']['ProxyScope']

/** packs/policy/permissions.json: what each role may do, and how far. */
export interface PermissionPolicy {
  /** What a proxy's right has to include, one of these, for each permission that concerns a patient. */
  readonly proxyScopes: Readonly<Record<string, readonly ProxyScope[]>>
  /** The permissions of what a webhook may carry. */
  readonly webhooks: readonly string[]
  readonly roles: Readonly<Record<string, Readonly<Record<string, Reach>>>>
}

export interface Grant {
  readonly reach: Reach
  /** The first of the caller's roles that grants the permission: the one under which they act. */
  readonly role: ActorRole
}

export interface Permissions {
  /** Null: denied. The grants of all roles are united and the widest reach wins. */
  grantFor(roles: readonly ActorRole[], permission: string): Grant | null
  /** Any of these in a proxy's right is enough; none where no right is. */
  proxyScopesOf(permission: string): readonly ProxyScope[]
  /** Whether a webhook may carry what this permission reads. */
  isGrantedToWebhooks(permission: string): boolean
  /** Whether any role has it. */
  isGranted(permission: string): boolean
  /** Every permission of these roles, sorted. */
  permissionsOf(roles: readonly string[]): readonly string[]
  knowsRole(role: string): boolean
}

const decide = (policy: PermissionPolicy, roles: readonly ActorRole[], permission: string): Grant | null => {
  let grant: Grant | null = null
  for (const role of roles) {
    const reach = policy.roles[role]?.[permission]
    if (reach === undefined) continue
    if (grant === null) grant = { reach, role }
    else if (reach === 'organization' && grant.reach === 'own') grant = { reach, role: grant.role }
  }
  return grant
}

/** Decisions are kept: there are as many as there are combinations of roles and permissions, and that is few. */
export const createPermissions = (policy: PermissionPolicy): Permissions => {
  for (const [role, grants] of Object.entries(policy.roles)) {
    for (const [permission, reach] of Object.entries(grants)) {
      if (reach !== 'own' && reach !== 'organization')
        throw new Error(
          `The permission policy grants ${permission} to ${role} with a reach that is neither "own" nor "organization".`,
        )
    }
  }
  const decided = new Map<string, Grant | null>()
  const all = new Set(Object.values(policy.roles).flatMap((grants) => Object.keys(grants)))
  return {
    grantFor: (roles, permission) => {
      const key = `${permission} ${roles.length === 1 ? roles[0] : roles.join(' ')}`
      let grant = decided.get(key)
      if (grant === undefined) {
        grant = decide(policy, roles, permission)
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
