import type { SeedOperator } from '../../examples/portal/src/seed.ts'
import { operatorDirectory } from '../../packages/reference-server/src/cli/operator-directory.ts'
import type { ComposedServer } from '../../packages/reference-server/src/compose-server.ts'

/** Links the sign-ins of the demo's people in the server's own process; there is no request for it. */
export const demoOperator = (
  server: ComposedServer,
  {
    organizationId,
    issuer,
    now,
  }: { readonly organizationId: string; readonly issuer: string; readonly now: () => Date },
): SeedOperator => {
  const directory = operatorDirectory(server, organizationId, now)
  return {
    linkLogin: (person, username) => directory.linkLogin(person, { issuer, subject: username }),
    grantProxy: (patientId, right, username) =>
      directory.grantProxy(patientId, { ...right, identity: { issuer, subject: username } }),
  }
}
