import { createPortal } from '../examples/portal/src/create-portal.ts'
import { readConfig as readPortalConfig } from '../examples/portal/src/config.ts'
import { composeServer } from '../packages/reference-server/src/compose-server.ts'
import { readConfig } from '../packages/reference-server/src/config.ts'
import { startSandbox, type SandboxOptions } from '../packages/sandbox/src/start-sandbox.ts'

/*
 * The process in which the demos of journeys run, one after the other: what is loaded and compiled once serves all of them. It does what
 * the programs of the server, the portal and the partners do, and ends with the process that started it.
 */

type Stop = () => Promise<void>
export type HostedPart = 'server' | 'sandbox' | 'portal'
export type HostRequest =
  { readonly start: HostedPart; readonly environment: Readonly<Record<string, string>> } | { readonly stop: HostedPart }
export interface HostAnswer {
  readonly fault?: string
}

const starts: Readonly<Record<HostedPart, (environment: Readonly<Record<string, string>>) => Promise<Stop>>> = {
  server: async (environment) => {
    const server = await composeServer(readConfig({ ...process.env, ...environment }))
    await server.listen()
    return () => server.close()
  },
  sandbox: async ({ SANDBOX_OPTIONS = '' }) => {
    const sandbox = await startSandbox(JSON.parse(SANDBOX_OPTIONS) as SandboxOptions)
    return () => sandbox.stop()
  },
  portal: async (environment) => {
    Object.assign(process.env, environment)
    const config = readPortalConfig()
    const portal = await createPortal(config)
    const server = portal.listen(config.port, '127.0.0.1')
    await new Promise((resolve, reject) => server.once('listening', resolve).once('error', reject))
    return () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  },
}

const running = new Map<HostedPart, Stop>()
const handle = async (request: HostRequest): Promise<void> => {
  if ('start' in request) {
    if (running.has(request.start)) throw new Error(`The ${request.start} of the demo before still runs.`)
    running.set(request.start, await starts[request.start](request.environment))
  } else {
    await running.get(request.stop)?.()
    running.delete(request.stop)
  }
}

process.on('message', (request: HostRequest) => {
  handle(request).then(
    () => process.send?.({} satisfies HostAnswer),
    (error: unknown) => process.send?.({ fault: error instanceof Error ? (error.stack ?? '') : String(error) }),
  )
})
process.once('disconnect', () => process.exit())
