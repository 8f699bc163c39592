import type { ComposedServer } from './compose-server.ts'
import { describeError } from './platform/logging/describe-error.ts'
import type { Logger } from './platform/logging/logger.ts'

/**
 * On SIGTERM or SIGINT: refuses new requests, finishes those under way, closes live pages so that they reconnect to another
 * process, saves sessions, stops delivery and checkpoints, closes the database. A second signal ends the process at once.
 */
export const stopOnSignal = (server: ComposedServer, logger: Logger): void => {
  let isStopping = false
  const stop = (signal: NodeJS.Signals): void => {
    if (isStopping) process.exit(130)
    isStopping = true
    logger.info('stopping', { signal })
    server.close().then(
      () => {
        logger.info('stopped')
        process.exit(0)
      },
      (error: unknown) => {
        logger.error('stop_failed', describeError(error))
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

/** On SIGHUP: reads a renewed certificate, without a connection being closed. One that does not fit is a line in the log. */
export const reloadOnSignal = (server: Pick<ComposedServer, 'reloadCertificate'>, logger: Logger): void => {
  process.on('SIGHUP', () => {
    try {
      server.reloadCertificate()
      logger.info('certificate reloaded')
    } catch (error) {
      logger.error('the certificate could not be reloaded; the former one stays', describeError(error))
    }
  })
}
