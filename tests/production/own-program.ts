import { startServer } from '../../packages/reference-server/src/start-server.ts'

/** A program of an operator that runs the server inside it. */
const server = await startServer(process.env)
process.once('SIGTERM', () => void server.close())
