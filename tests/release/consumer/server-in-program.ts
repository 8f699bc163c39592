import { ConfigError, startServer } from '@visitkit/reference-server'

/** A program that starts the server. Prints its readiness, a refusal, and that it ends. */
const refused: unknown = await startServer({ VISITKIT_PORT: 'none' }).catch((error: unknown) => error)
const server = await startServer({
  VISITKIT_PORT: '0',
  VISITKIT_DATABASE_URL: 'pglite:memory',
  VISITKIT_LOG_LEVEL: 'silent',
})
const { status } = await fetch(`${server.url}/health/ready`)
await server.close()
console.log(JSON.stringify({ ready: status, isConfigError: refused instanceof ConfigError }))
