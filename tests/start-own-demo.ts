import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServerClient, type VisitServerClient } from '../packages/sdk/src/index.ts'
import { demoPortCount, demoPortsFrom, type DemoPorts } from '../scripts/demo-ports.ts'
import { startDemo, type Demo, type DemoOptions } from '../scripts/start-demo.ts'
import { freePorts } from '../scripts/free-ports.ts'

type OwnDemoOptions = Pick<DemoOptions, 'postgresUrl' | 'video'> &
  Partial<Pick<DemoOptions, 'log' | 'videoMode' | 'newcomers' | 'relay' | 'start'>> & {
    /** A demo to copy, which needs no preparation. It starts on the same ports. */
    readonly prepared?: { readonly folder: string; readonly ports: DemoPorts }
  }

/** A demo in a temporary folder and on free ports. Stopping it removes the folder. */
export const startOwnDemo = async ({
  prepared,
  ...options
}: OwnDemoOptions): Promise<{
  readonly demo: Demo
  readonly folder: string
  readonly inboxUrl: string
  readonly textsUrl: string
  readonly clearinghouseUrl: string
  readonly laboratoryUrl: string
  stop(): Promise<void>
}> => {
  const folder = await mkdtemp(join(tmpdir(), 'visitkit-demo-'))
  const removeFolder = (): Promise<void> => rm(folder, { recursive: true, force: true })
  if (prepared) await cp(prepared.folder, folder, { recursive: true })
  const ports = prepared?.ports ?? demoPortsFrom(await freePorts(demoPortCount))
  const demo = await startDemo({ folder, ports, log: () => undefined, ...options }).catch(async (error: unknown) => {
    await removeFolder()
    throw error
  })
  return {
    demo,
    folder,
    /** What was sent by mail. */
    inboxUrl: `http://localhost:${ports.inbox}/messages`,
    /** What was sent as a text. */
    textsUrl: `http://localhost:${ports.sms}/messages`,
    /** `/control/rules` scripts what payers decide. */
    clearinghouseUrl: `http://localhost:${ports.clearinghouse}`,
    /** `/reports` sends a report. */
    laboratoryUrl: `http://localhost:${ports.laboratoryDesk}`,
    stop: async () => {
      await demo.stop()
      await removeFolder()
    },
  }
}

/** The clinic's own system, with its client credentials. */
export const connectClinic = async ({
  demo,
  folder,
}: Pick<Awaited<ReturnType<typeof startOwnDemo>>, 'demo' | 'folder'>): Promise<VisitServerClient> => {
  const { setupSecret } = JSON.parse(await readFile(join(folder, 'secrets.json'), 'utf8')) as { setupSecret: string }
  return createServerClient({ baseUrl: demo.serverUrl, clientId: 'lakeside-setup', clientSecret: setupSecret })
}
