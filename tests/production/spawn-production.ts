import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { freePorts } from '../../scripts/free-ports.ts'
import { productionSettings } from '../hospital/start-production.ts'

/** Both ways in which an operator starts it: the command, or their own program. */
const ways = {
  'as a program': resolve(import.meta.dirname, '../../packages/reference-server/src/main.ts'),
  'inside another program': join(import.meta.dirname, 'own-program.ts'),
} as const

/** What a server in production prints from its start until it is stopped. */
export const printedBy = async (
  way: keyof typeof ways,
  more: Readonly<Record<string, string>>,
): Promise<readonly string[]> => {
  const { environment, remove } = await productionSettings('')
  const folder = await mkdtemp(join(tmpdir(), 'visitkit-printed-'))
  const [port = 0] = await freePorts(1)
  const child = spawn(process.execPath, [ways[way]], {
    env: {
      ...process.env,
      ...environment,
      VISITKIT_PORT: String(port),
      VISITKIT_DATA_FOLDER: folder,
      VISITKIT_DRAIN_SECONDS: '1',
      ...more,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => printed.push(bytes))
  const ended = new Promise((done) => child.once('close', done))
  try {
    await untilAnswered(`http://127.0.0.1:${port}/health/live`, child)
    // A refusal of an unknown caller, with a marker in every place that a log could take it from.
    await fetch(`http://127.0.0.1:${port}/v1/patients/search?family=Fictional`, {
      method: 'POST',
      headers: { authorization: 'Bearer Fictional', 'content-type': 'application/json' },
      body: '{"family":"Fictional"}',
    })
  } finally {
    child.kill('SIGTERM')
    await ended
    await remove()
    await rm(folder, { recursive: true, force: true })
  }
  return Buffer.concat(printed)
    .toString()
    .split('\n')
    .filter((line) => line !== '')
}

const untilAnswered = async (url: string, child: { readonly exitCode: number | null }): Promise<void> => {
  const until = performance.now() + 60_000
  while (performance.now() < until && child.exitCode === null) {
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok === true) return
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error('The server did not answer.')
}
