import { composeServer } from './compose-server.ts'
import type { Environment } from './config/config-reader.ts'
import { readConfig } from './config.ts'

/** A running server. */
export interface RunningServer {
  /** Its URL, without `/v1`. */
  readonly url: string
  readonly port: number
  /** Refuses new requests, waits for requests under way, and writes everything that is in memory. */
  close(): Promise<void>
}

/**
 * Starts the server inside another program: for tests of a portal, and for programs that manage their own process. It does not
 * handle signals; `visitkit-server serve` does.
 *
 * @param environment - The variables that begin with `VISITKIT_`, such as `process.env`.
 * @throws {ConfigError} If a setting is invalid; the error names each one and its remedy.
 */
export const startServer = async (environment: Environment): Promise<RunningServer> => {
  const server = await composeServer(readConfig(environment))
  const { port, url } = await server.listen()
  return { url, port, close: () => server.close() }
}
