import { appLogin, createRoleStatement } from '../open/open-postgres.ts'

/** What every domain's role may do with the platform's own tables is granted to this role, of which the domains are members. */
export const domainGroup = 'visitkit_domain'

/**
 * The schema and the role of one domain. The role reaches its own schema and, through `visitkit_domain`, the platform's outbox,
 * replays, keys and (to add only) the audit; the database refuses it every other domain's tables.
 */
export const domainSchema = (name: string): readonly string[] => [
  ...roleStatements(`visitkit_${name}`),
  `grant ${domainGroup} to visitkit_${name}`,
  `create schema ${name}`,
  `grant usage on schema ${name} to visitkit_${name}`,
]

/** A role that the server's login may become. `with inherit false`: the login itself has none of its rights. */
export const roleStatements = (role: string): readonly string[] => [
  createRoleStatement(role, 'nologin'),
  `grant ${role} to ${appLogin} with inherit false`,
]

/**
 * Rights of some domains beyond their own schema, given by name: the privacy domain erases a patient's keys, the compliance
 * domain reads the accesses. Append to that domain's own migrations, after `domainSchema`.
 */
export const grantErasure = (domain: string): readonly string[] => [
  `grant delete on vault.data_keys to visitkit_${domain}`,
  `grant insert on vault.erasures to visitkit_${domain}`,
]
export const grantAuditReading = (domain: string): readonly string[] => [
  `grant select on audit.accesses, audit.links, audit.checkpoints to visitkit_${domain}`,
]
