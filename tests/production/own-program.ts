import { startServer } from '../../packages/reference-server/src/start-server.ts'

/** An operator's program that runs the server in its own process. */
const server = await startServer(process.env)
process.once('SIGTERM', () => void server.close())
