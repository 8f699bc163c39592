export { startServer, type RunningServer } from './start-server.ts'
export { ConfigError, type Environment } from './config/config-reader.ts'
