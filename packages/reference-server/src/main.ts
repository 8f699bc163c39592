import { composeServer } from './compose-server.ts'
import { ConfigError, readConfig } from './config.ts'
import { createLogger } from './platform/logging/logger.ts'
import { reloadOnSignal, stopOnSignal } from './stop-on-signal.ts'

/** Reads the configuration, starts the server, and runs until a signal stops it. */
export const serve = async (environment: NodeJS.ProcessEnv): Promise<void> => {
  const config = readConfig(environment)
  const logger = createLogger({ level: config.logLevel })
  const server = await composeServer(config, { logger })
  stopOnSignal(server, logger)
  if (config.tls !== null) reloadOnSignal(server, logger)
  const { port } = await server.listen()
  logger.info('listening', { port, engine: server.platform.database.engine, url: config.publicUrl })
}

if (import.meta.main) {
  serve(process.env).catch((error: unknown) => {
    // Messages of a ConfigError are written for the operator and hold no value. Messages of other errors are not printed.
    process.stderr.write(
      error instanceof ConfigError ? `${error.message}\n` : `${error instanceof Error ? error.stack : String(error)}\n`,
    )
    process.exit(1)
  })
}
