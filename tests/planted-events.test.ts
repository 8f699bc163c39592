import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compilePlanted } from './planted/compile-planted.ts'

const reaction = 'packages/reference-server/src/domains/scheduling/reactions/planted.ts'
const compileReaction = (event: string, body: string): string[] =>
  compilePlanted(
    reaction,
    `import { onEvent } from '../../../platform/contracts/reaction.ts'
    export const planted = onEvent()(['${event}'], 'scheduling.planted', {
      keep: async ({ data }, _, { emit }) => { ${body} },
    })`,
  )

/** The valid cases come first: a fault in them would hide the expected ones. */
describe('a reaction compiles', () => {
  const emitted = `await emit({ type: 'scheduling.availability-changed', data: { practitionerId: data.patientId, version: 1 } })`

  it('with the names of the contract', () => {
    expect(compileReaction('consent.consent-revoked', emitted)).toEqual([])
  })

  it('not with the name of an unknown event', () => {
    expect(compileReaction('consent.consent-revokd', emitted).join('\n')).toContain(`'"consent.consent-revokd"'`)
  })

  it('not with an unknown property of the payload', () => {
    const read = compileReaction('consent.consent-revoked', 'await Promise.resolve(data.patientID)')
    expect(read.join('\n')).toContain(`'patientID' does not exist`)
  })

  it('not when it emits a payload of another event', () => {
    const wrong = `await emit({ type: 'scheduling.availability-changed', data: { practitionerId: data.patientId, revision: 1 } })`
    expect(compileReaction('consent.consent-revoked', wrong)).not.toEqual([])
  })
})

describe('a server does not start', () => {
  it('with an event of the contract that no domain emits', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'visitkit-planted-'))
    const child = spawn(
      process.execPath,
      [
        ...['--import', join(import.meta.dirname, 'planted/declare-another-event.ts')],
        resolve(import.meta.dirname, '../packages/reference-server/src/main.ts'),
      ],
      {
        env: {
          ...process.env,
          VISITKIT_PORT: '0',
          VISITKIT_DATA_FOLDER: folder,
          VISITKIT_DATABASE_URL: 'pglite:memory',
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    let printed = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (bytes: Buffer) => {
        printed += bytes.toString()
        if (printed.includes('"listening"')) child.kill()
      })
    const code = await new Promise((done) => child.once('close', done))
    await rm(folder, { recursive: true, force: true })
    expect(printed).toContain('labs.never-emitted is declared by the contract, and no domain emits it.')
    expect(code).toBe(1)
  })
})
