import { composeServer, type ComposedServer, type Overrides } from '../compose-server.ts'
import type { Config } from '../config.ts'
import type { WriteContext } from '../platform/contracts/context.ts'
import { undeclaredProblems } from '../platform/http/tests/undeclared-problems.ts'
import { createLogger } from '../platform/logging/logger.ts'
import { runForOrganization } from '../platform/system/run-for-organization.ts'

export interface ComposedTestServer {
  readonly composed: ComposedServer
  /** Runs in a transaction of one domain as the server itself, to prepare what a test needs. */
  transact<A>(organizationId: string, domain: string, run: (context: WriteContext) => Promise<A>): Promise<A>
  /** Throws when an operation has refused with a code that the contract does not name for it. */
  requireDeclaredProblems(): void
}

/** The server as it is deployed, with the clock of a test. It limits no rates by default. `onLog` gets every line of its log. */
export const composeTestServer = async (
  config: Config,
  { clock, ...overrides }: Omit<Overrides, 'clock' | 'logger' | 'onUndeclared'> & { readonly clock: () => Date },
  onLog: (line: string) => void,
): Promise<ComposedTestServer> => {
  const undeclared = undeclaredProblems()
  const composed = await composeServer(config, {
    limitsRates: false,
    ...overrides,
    clock,
    logger: createLogger({ level: 'debug', destination: { write: onLog } }),
    onUndeclared: undeclared.note,
  })
  return {
    composed,
    transact: (organizationId, domain, run) =>
      runForOrganization(composed.platform.unitOfWork, domain, 'test')(organizationId, clock(), run),
    requireDeclaredProblems: () => undeclared.requireNone(),
  }
}
