import type { GroupStatement } from './group-query.ts'
import { noOrganization } from './organization-gate.ts'

/** The rights and rows that a connection can access: a database role (`none` for the login itself) and an organization ('' for none). */
export interface ConnectionScope {
  readonly role: string
  readonly organization: string
}

/** Neither comes from a request. Both are checked anyway, because they become part of a statement's text. */
const roleForm = /^[a-z][a-z_]*$/
const organizationForm = /^[0-9a-zA-Z-]*$/

export const isSameScope = (one: ConnectionScope, other: ConnectionScope): boolean =>
  one.organization === other.organization && one.role === other.role

const requireValidScope = ({ role, organization }: ConnectionScope): void => {
  if (!roleForm.test(role) || !organizationForm.test(organization))
    throw new Error('A scope is a role in lower-case letters and an id.')
}

/**
 * Sets the role within a group, whose statements set their organizations themselves. If the scope of the connection is not known, the
 * organization that a statement sees if it does not: none. `set_config` evaluates in order: the role first.
 */
export const roleStatement = (role: string, isScopeKnown: boolean): GroupStatement => {
  requireValidScope({ role, organization: noOrganization })
  return isScopeKnown
    ? { name: 'role', text: "select set_config('role', $1, false)", values: [role] }
    : {
        name: 'scope',
        text: "select set_config('role', $1, false), set_config('app.organization', $2, false)",
        values: [role, noOrganization],
      }
}

/**
 * Sets the role first, then the organization: the role may set the organization, but must not keep that of the previous role. As text
 * rather than parameters of `set_config`: on the embedded engine, two utility statements cost a quarter of a prepared select.
 */
export const scopeText = (from: ConnectionScope | null, scope: ConnectionScope): string => {
  requireValidScope(scope)
  const { role, organization } = scope
  return from?.organization === organization
    ? `set role ${role}`
    : `set role ${role}; set app.organization = '${organization}'`
}
