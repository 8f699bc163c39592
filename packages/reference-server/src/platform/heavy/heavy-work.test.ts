import { afterAll, describe, expect, it } from 'vitest'
import { readPolicies } from '../http/read-policies.ts'
import { createLogger } from '../logging/logger.ts'
import type { PdfDocument } from '../documents/pdf-document.ts'
import { writePdf } from '../documents/write-pdf.ts'
import { createHeavyWork } from './heavy-work.ts'
import { createKeptResults } from './kept-results.ts'
import { printPdf } from './print-pdf.ts'

const log: string[] = []
const logger = createLogger({ level: 'debug', destination: { write: (line: string) => void log.push(line) } })
const policy = { ...readPolicies().heavyWork, secondsAtMost: 2 }
const module = new URL('./where-it-ran.testing.ts', import.meta.url)
const asker = { organizationId: 'lakeside', personId: 'one' }

const documentOf = (text: string): PdfDocument => ({
  language: 'en',
  title: 'Note',
  organization: { name: 'Lakeside Health (sample)' },
  createdAt: new Date('2026-11-25T15:00:00Z'),
  pageLabel: 'Page {page} of {pages}',
  addressee: { kind: 'no-patient' },
  blocks: [{ kind: 'paragraph', text }],
})

describe('heavy work', () => {
  const heavyWork = createHeavyWork({ threads: 1, policy, logger })
  afterAll(() => heavyWork.close())
  const run = (name: string) => heavyWork.run(asker, { module, name, input: null })

  it('does not run on the thread of the requests', async () => {
    expect(await run('whereItRan')).toEqual(Uint8Array.of(0))
  })

  it('prints the same bytes as on the thread of the requests', async () => {
    const document = documentOf('Once')
    const printed = await printPdf(heavyWork, { caller: { ...asker } as never }, document)
    expect(Buffer.compare(printed, await writePdf(document))).toBe(0)
  })

  it('prints a document once for all who ask for it in an organization, and again for another', async () => {
    const caller = (organizationId: string, personId: string) => ({ caller: { organizationId, personId } as never })
    const before = heavyWork.finished
    const ask = (who: Parameters<typeof printPdf>[1], text = 'Same') => printPdf(heavyWork, who, documentOf(text))
    // More at once than a person may have in the queue.
    const all = await Promise.allSettled(Array.from({ length: 140 }, () => ask(caller('lakeside', 'one'))))
    const answers = all.map((each) =>
      each.status === 'fulfilled' ? Buffer.from(each.value).toString('base64') : String(each.reason),
    )
    expect(new Set(answers).size).toBe(1)
    await ask(caller('lakeside', 'other'))
    expect(heavyWork.finished - before).toBe(1)
    await ask(caller('hillside', 'one'))
    expect(heavyWork.finished - before).toBe(2)
    await ask(caller('lakeside', 'one'), 'Other')
    expect(heavyWork.finished - before).toBe(3)
  })

  it('is dropped when everyone who waits for it has disconnected, and not before', async () => {
    const gate = new SharedArrayBuffer(4)
    const before = heavyWork.finished
    const first = heavyWork.run(asker, { module, name: 'waitsAt', input: gate })
    const ask = (text: string) => {
      const page = new AbortController()
      const context = { caller: { ...asker } as never, disconnected: page.signal }
      return { page, printed: printPdf(heavyWork, context, documentOf(text)).catch((error: unknown) => error) }
    }
    const [shared, alsoShared, alone] = [ask('Shared'), ask('Shared'), ask('Alone')]
    await expect.poll(() => heavyWork.waiting).toBe(2)
    shared.page.abort()
    alone.page.abort()
    expect([await shared.printed, await alone.printed].map(String)).toEqual(
      Array.from({ length: 2 }, () => 'ClientDisconnected: client_gone'),
    )
    expect(heavyWork.waiting).toBe(1)
    // A page that is opened again gets its own.
    const again = ask('Alone')
    Atomics.store(new Int32Array(gate), 0, 1)
    Atomics.notify(new Int32Array(gate), 0)
    await first
    expect(await alsoShared.printed).toBeInstanceOf(Uint8Array)
    expect(await again.printed).toBeInstanceOf(Uint8Array)
    expect(heavyWork.finished - before).toBe(3)
  })

  it('lets large work begin a few at a time, of one person or of many, and drops what waits for a client that has disconnected', async () => {
    const [page, begun, gate] = [new AbortController(), new Array<string>(), Promise.withResolvers<void>()]
    const ask = (personId: string, disconnected?: AbortSignal) =>
      heavyWork
        .runLarge(
          { organizationId: personId, personId },
          async () => (begun.push(personId), gate.promise),
          disconnected,
        )
        .catch(String)
    const asked = [ask('one'), ask('two'), ask('gone', page.signal), ask('three')]
    await new Promise(setImmediate)
    expect(begun).toEqual(['one', 'two'])
    page.abort()
    expect(await asked[2]).toBe('ClientDisconnected: client_gone')
    // Documents do not wait for it.
    expect(await run('whereItRan')).toEqual(Uint8Array.of(0))
    gate.resolve()
    await Promise.all(asked)
    expect(begun).toEqual(['one', 'two', 'three'])
  })

  it('ends work that takes too long, and goes on', async () => {
    await expect(run('neverEnds')).rejects.toMatchObject({ status: 503, code: 'overloaded' })
    expect(await run('whereItRan')).toEqual(Uint8Array.of(0))
  })

  it('reports a failure without what it worked on', async () => {
    await expect(run('fails')).rejects.toMatchObject({ code: 'overloaded' })
    expect(log.join('')).toContain('heavy_work_failed')
    expect(log.join('')).not.toContain('CANARY')
  })

  it('returns null for an input that the work cannot use', async () => {
    expect(await run('givesUp')).toBeNull()
  })
})

describe('kept results', () => {
  const made: string[] = []
  const make = (key: string, length: number) => async () => {
    made.push(key)
    return new Uint8Array(length)
  }

  it('are bounded in bytes, and the oldest are made again', async () => {
    const kept = createKeptResults({ bytes: 10, seconds: 60 }, () => 0)
    for (const key of ['a', 'b', 'c']) await kept.get(key, make(key, 4))
    expect(kept.bytes).toBe(8)
    await kept.get('c', make('c', 4))
    await kept.get('a', make('a', 4))
    expect(made.splice(0)).toEqual(['a', 'b', 'c', 'a'])
    await kept.get('large', make('large', 11))
    expect(kept.bytes).toBe(8)
    made.length = 0
  })

  it('are dropped after their time', async () => {
    let now = 0
    const kept = createKeptResults({ bytes: 10, seconds: 60 }, () => now)
    await kept.get('a', make('a', 4))
    now = 59_999
    await kept.get('a', make('a', 4))
    now = 60_000
    await kept.get('b', make('b', 1))
    expect(kept.bytes).toBe(1)
    expect(made.splice(0)).toEqual(['a', 'b'])
  })

  it('do not include a failure', async () => {
    const kept = createKeptResults({ bytes: 10, seconds: 60 })
    await expect(kept.get('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(await kept.get('a', make('a', 1))).toEqual(new Uint8Array(1))
  })
})
