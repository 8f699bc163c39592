import { readConfig } from './config.ts'
import { createPortal } from './create-portal.ts'

const config = readConfig()
const portal = await createPortal(config)
const server = portal.listen(config.port, '127.0.0.1', () => console.log(`portal: ready on ${config.origin}`))
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    server.close()
    server.closeAllConnections()
  })
