import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildElementsIfStale } from './build-elements-if-stale.ts'
import { demoPortsAbove } from './demo-ports.ts'
import { startDemo } from './start-demo.ts'
import { takenPorts } from './taken-ports.ts'
import { startPostgres } from './start-postgres.ts'
import './assert-node.ts'

const { values } = parseArgs({
  options: {
    video: { type: 'string', default: 'peer' },
    postgres: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
    /** The server's port; the portal takes the one 300 above, the partners others up to 900 above. */
    port: { type: 'string', default: '4000' },
  },
})
const port = Number(values.port)
const ports = demoPortsAbove(port)
const taken = await takenPorts(Object.values(ports))
if (!Number.isInteger(port) || taken.length > 0) {
  console.error(
    `Port ${taken.join(' and ') || values.port} cannot be used${taken.length > 0 ? ': something listens there already' : ''}. Stop it, or choose others: npm run demo -- --port 5000`,
  )
  process.exit(2)
}
if (values.video !== 'peer' && values.video !== 'daily') {
  console.error(
    `--video is ${values.video}; it can be "peer" (between the two browsers) or "daily" (the simulated Daily).`,
  )
  process.exit(2)
}

const folder = resolve(
  '.data',
  `demo-${values.video}${values.postgres ? '-postgres' : ''}${port === 4000 ? '' : `-${port}`}`,
)
// A throw-away PostgreSQL holds nothing from last time, so what was registered in it is gone too.
if (values.fresh || values.postgres) await rm(folder, { recursive: true, force: true })
const started = performance.now()
const say = (line: string): void =>
  console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${line}`)
const isFirst = !existsSync(join(folder, 'registered'))
console.log(
  isFirst
    ? 'First start: this takes about half a minute. The next one takes seconds.\n'
    : 'Starting what is already there.\n',
)

await buildElementsIfStale(say)
const postgres = values.postgres ? await startPostgres() : null
const demo = await startDemo({
  folder,
  postgresUrl: postgres?.url ?? null,
  video: values.video,
  ports,
  say,
  verbose: values.verbose,
}).catch(async (error: unknown) => {
  console.error(`\nThe demo could not start. ${error instanceof Error ? error.message : String(error)}`)
  await postgres?.stop()
  process.exit(1)
})

console.log(`
Ready. Open these two, side by side:

  the patient     ${demo.portalUrl}/            "Sign in", choose Ana Duarte
  the clinician   ${demo.portalUrl}/clinic      choose Dr Grace Oyelaran

What to click:

  1. Patient: Book a visit, Urgent care, the first time that is offered, Book.
  2. Patient: agree, answer the questions, say where you are, check in. You are in the waiting room.
  3. Clinician: Ana Duarte appears in the queue. Admit her.
  4. Patient: Join the visit. You see each other; the server carries no picture and no sound.
  5. Clinician: End visit. Patient: "Who saw my record".

Everyone here is made up. Stop with Ctrl+C; the next start continues where you were, "npm run demo -- --fresh" begins anew.
`)

const stop = async (): Promise<void> => {
  console.log('\nStopping.')
  await demo.stop()
  await postgres?.stop()
  process.exit(0)
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())
