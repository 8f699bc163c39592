import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { demoPortCount, demoPortsFrom, type DemoPorts } from '../scripts/demo-ports.ts'
import { freePorts } from '../scripts/free-ports.ts'
import { startDemo } from '../scripts/start-demo.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of a demo that was started once, to copy from. Its data name the ports. */
    preparedDemo: { readonly folder: string; readonly ports: DemoPorts }
  }
}

/** Fills a demo with people and their past once for all journeys, which run one at a time. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const folder = await mkdtemp(join(tmpdir(), 'visitkit-prepared-demo-'))
  const ports = demoPortsFrom(await freePorts(demoPortCount))
  const demo = await startDemo({ folder, ports, postgresUrl: null, video: 'peer', log: () => undefined })
  await demo.stop()
  project.provide('preparedDemo', { folder, ports })
  return () => rm(folder, { recursive: true, force: true })
}
