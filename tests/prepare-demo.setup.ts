import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { demoPortCount, demoPortsFrom, type DemoPorts } from '../scripts/demo-ports.ts'
import { freePorts } from '../scripts/free-ports.ts'
import { startDemo, type DemoOptions } from '../scripts/start-demo.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of a demo that was started once, to copy from. Its data name the ports. */
    preparedDemo: { readonly folder: string; readonly ports: DemoPorts }
  }
}

const startNothing: NonNullable<DemoOptions['start']> = async () => ({
  output: [],
  ended: Promise.resolve(null),
  stop: async () => undefined,
  kill: async () => undefined,
})

/** Fills a demo with people and their past once for all journeys, which run one at a time. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const folder = await mkdtemp(join(tmpdir(), 'visitkit-prepared-demo-'))
  const ports = demoPortsFrom(await freePorts(demoPortCount))
  await startDemo({ folder, ports, postgresUrl: null, video: 'peer', start: startNothing, log: () => undefined })
  project.provide('preparedDemo', { folder, ports })
  return () => rm(folder, { recursive: true, force: true })
}
