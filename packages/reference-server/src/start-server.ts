import { composeServer } from './compose-server.ts'
import type { Environment } from './config/config-reader.ts'
import { readConfig } from './config.ts'

/** A server that answers. */
export interface RunningServer {
  /** Where it listens, without `/v1`. */
  readonly url: string
  readonly port: number
  /** Refuses new requests, lets those under way finish, and leaves everything written down. */
  close(): Promise<void>
}

/**
 * Starts the server inside a program of yours: for tests of a portal, and for processes that are run in a way of their own. It does not
 * listen to signals; `visitkit-server serve` does.
 *
 * @param environment - The variables that begin with `VISITKIT_`, such as `process.env`.
 * @throws {ConfigError} When a setting is not usable; it names each and its remedy.
 */
export const startServer = async (environment: Environment): Promise<RunningServer> => {
  const server = await composeServer(readConfig(environment))
  const { port, url } = await server.listen()
  return { url, port, close: () => server.close() }
}
