import type { DatabaseScope } from '../../contracts/database.ts'
import type { ConnectionScope } from '../pool/scope-statements.ts'

const domainName = /^[a-z][a-z_]*$/

/** By domain. */
const roles = new Map<string, string>()

/** The role of a domain, within an organization. */
export const connectionScope = ({ domain, organizationId }: DatabaseScope): ConnectionScope => {
  let role = roles.get(domain)
  if (role === undefined) {
    if (!domainName.test(domain)) throw new Error('A domain is named in lower-case letters and underscores.')
    roles.set(domain, (role = `visitkit_${domain}`))
  }
  return { role, organization: organizationId }
}
