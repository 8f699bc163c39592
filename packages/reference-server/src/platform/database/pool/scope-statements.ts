import type { GroupStatement } from './group-query.ts'

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

/** Sets the scope within a group. `set_config` evaluates in order: the role first. */
export const scopeStatement = (scope: ConnectionScope, isRoleSet: boolean): GroupStatement => {
  requireValidScope(scope)
  const { role, organization } = scope
  return isRoleSet
    ? { name: 'organization', text: "select set_config('app.organization', $1, false)", values: [organization] }
    : {
        name: 'scope',
        text: "select set_config('role', $1, false), set_config('app.organization', $2, false)",
        values: [role, organization],
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
