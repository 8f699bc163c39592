import type { DatabaseScope } from '../../contracts/database.ts'
import type { ConnectionScope } from '../pool/scope-statements.ts'

const domainName = /^[a-z][a-z_]*$/

/** The role of a domain, within an organization. */
export const connectionScope = ({ domain, organizationId }: DatabaseScope): ConnectionScope => {
  if (!domainName.test(domain)) throw new Error('A domain is named in lower-case letters and underscores.')
  return { role: `visitkit_${domain}`, organization: organizationId }
}
