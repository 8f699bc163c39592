import { appLogin, createRoleStatement } from '../open/open-postgres.ts'

/** The role that holds the rights on the platform's tables that every domain needs. Domains are members of it. */
export const domainGroup = 'visitkit_domain'

/**
 * Creates the schema and the role of one domain. The role can access its own schema and, through `visitkit_domain`, the platform's
 * outbox, replays, keys and (insert only) the audit. The database refuses it every other domain's tables.
 */
export const domainSchema = (name: string): readonly string[] => [
  ...roleStatements(`visitkit_${name}`),
  `grant ${domainGroup} to visitkit_${name}`,
  `create schema ${name}`,
  `grant usage on schema ${name} to visitkit_${name}`,
]

/** Creates a role that the server's login may switch to. `with inherit false`: the login itself has none of its rights. */
export const roleStatements = (role: string): readonly string[] => [
  createRoleStatement(role, 'nologin'),
  `grant ${role} to ${appLogin} with inherit false`,
]

/**
 * Rights of some domains beyond their own schema, granted by name: the privacy domain erases a patient's keys, the compliance domain
 * reads the accesses. Append them to that domain's own migrations, after `domainSchema`.
 */
export const grantErasure = (domain: string): readonly string[] => [
  `grant delete on vault.data_keys to visitkit_${domain}`,
  `grant insert on vault.erasures to visitkit_${domain}`,
]
export const grantAuditReading = (domain: string): readonly string[] => [
  `grant select on audit.accesses, audit.links, audit.checkpoints to visitkit_${domain}`,
]
