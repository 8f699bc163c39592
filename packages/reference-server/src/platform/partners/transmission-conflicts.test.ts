import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { newId } from '../database/ids/new-id.ts'
import {
  insertOutcome,
  later,
  letterOf,
  morning,
  prepareTransmissions,
  schema,
} from './tests/transmission-fixture.testing.ts'
import { postTo } from './tests/stub-partner.testing.ts'
import { listDeadTransmissions, retryDeadTransmission } from './transmission-states.ts'
import { platformEngines } from '../database/tests/platform-engines.testing.ts'

describe.each(platformEngines)('transmissions with failing partners, processes and handlers on %s', (engine) => {
  const fixture = prepareTransmissions(engine)
  const { handlerOf, senderOf, keep, transact, enqueue, db, stateOf, outcomes, disclosures } = fixture

  test('a slow partner does not delay others, nor transmissions stored in the meantime', async () => {
    let answerSlow = (): void => undefined
    const asked = new Promise<void>((resolve) => {
      fixture.partner.respondWith('/parcel', (_arrival, response) => {
        answerSlow = () => void response.end('accepted late')
        resolve()
      })
    })
    const { job } = senderOf([handlerOf('parcel', { concurrency: 2 }), handlerOf('letter')])
    await enqueue({ kind: 'parcel' })
    const run = job.run(morning)
    await asked
    await enqueue()
    await expect.poll(outcomes).toEqual(['accepted'])
    answerSlow()
    await run
    expect(await outcomes()).toEqual(['accepted', 'accepted late'])
  })

  test('one organization uses at most half of a partner’s capacity', async () => {
    const { job } = senderOf([handlerOf('letter', { concurrency: 6 })])
    for (let count = 0; count < 20; count += 1) await enqueue()
    await job.run(morning)
    expect(fixture.partner.arrivals).toHaveLength(20)
    expect(fixture.partner.mostAtOnce.get('/letter')).toBeLessThanOrEqual(3)
  })

  test('a later message about the same subject waits until the earlier one is over', async () => {
    fixture.partner.respondWith('/letter', (_arrival, response) => response.writeHead(503).end())
    const { job } = senderOf([handlerOf('letter'), handlerOf('cancel')])
    const first = await enqueue({ subjectId: 'prescription-1' })
    const second = await enqueue({ subjectId: 'prescription-1', kind: 'cancel' })
    await enqueue({ subjectId: 'prescription-2', kind: 'cancel' })
    await job.run(morning)
    expect(fixture.partner.arrivals.map(({ path }) => path).toSorted()).toEqual(['/cancel', '/letter'])
    fixture.partner.respondWith('/letter', (_arrival, response) => response.end('accepted'))
    await job.run(later(2))
    expect(fixture.partner.arrivals.slice(2).map(({ id }) => id)).toEqual([first, second])
  })

  test('a transmission of a killed process is sent again under the same id, and one response is stored', async () => {
    let sentOnce = (): void => undefined
    const sent = new Promise<void>((resolve) => (sentOnce = resolve))
    // A killed process as seen from outside: it sent, and never wrote again.
    const killed = senderOf([
      handlerOf('letter', {
        send: async (transmission, signal) => {
          await postTo(`${fixture.partner.url}/letter`)(transmission, signal)
          sentOnce()
          return new Promise<string>(() => undefined)
        },
      }),
    ])
    const id = await enqueue()
    void killed.job.run(morning)
    await sent
    const next = senderOf([handlerOf('letter')])
    await next.job.run(later(30))
    expect(fixture.partner.arrivals, 'its lease still runs').toHaveLength(1)
    await next.job.run(later(61))
    expect(fixture.partner.arrivals.map((arrival) => arrival.id)).toEqual([id, id])
    expect(await outcomes()).toEqual(['accepted'])
    expect(await stateOf(id)).toMatchObject({ state: 'answered', attempts: 2 })
    killed.job.stop()
  })

  test('a response that arrives after another process took over is not stored twice', async () => {
    let answerFirst = (): void => undefined
    const asked = new Promise<void>((resolve) => {
      fixture.partner.respondWith('/letter', (_arrival, response) => {
        if (fixture.partner.arrivals.length === 1) {
          answerFirst = () => void response.end('accepted first')
          resolve()
        } else response.end('accepted again')
      })
    })
    await enqueue()
    const slow = senderOf([handlerOf('letter')]).job.run(morning)
    await asked
    await senderOf([handlerOf('letter')]).job.run(later(61))
    answerFirst()
    await slow
    expect(await outcomes()).toEqual(['accepted again'])
    expect(await disclosures()).toHaveLength(1)
  })

  test('a response whose change meets a conflict is decided again, and stored once', async () => {
    const taken = newId()
    const calls: boolean[] = []
    const { job } = senderOf([
      handlerOf('letter', {
        conclude: async (_context, { subjectId }, _outcome, { isRepeated }) => {
          calls.push(isRepeated)
          // Stored by another request after this one has gathered.
          if (!isRepeated) await keep({ writes: [insertOutcome(taken, subjectId, 'other')], answer: undefined })
          return {
            writes: [insertOutcome(isRepeated ? newId() : taken, subjectId, 'decided again')],
            answer: undefined,
          }
        },
      }),
    ])
    const id = await enqueue()
    await job.run(morning)
    expect(calls).toEqual([false, true])
    expect(await outcomes()).toEqual(['other', 'decided again'])
    expect(await stateOf(id)).toMatchObject({ state: 'answered', attempts: 1 })
    expect(fixture.partner.arrivals, 'not sent again').toHaveLength(1)
    expect(await disclosures()).toHaveLength(1)
  })

  test('a response that cannot be stored is requested a few times, then becomes a dead letter', async () => {
    const bug = handlerOf('letter', {
      conclude: async () => {
        throw new RangeError('Ana Fictional')
      },
    })
    const { job } = senderOf([bug])
    const id = await enqueue()
    for (let minute = 0; minute < 30; minute += 1) await job.run(later(minute * 60))
    expect(fixture.partner.arrivals).toHaveLength(5)
    expect(await listDeadTransmissions(db(), schema)).toMatchObject([{ id, lastFault: 'settle: RangeError' }])
    expect(await disclosures()).toMatchObject([{ action: 'export', outcome: 'failed' }])

    // Repaired: it is sent again under the same id.
    const response = await transact((context) => retryDeadTransmission(context, schema, id), later(1_800))
    expect(response).toBe(true)
    await senderOf([handlerOf('letter')]).job.run(later(1_800))
    expect(new Set(fixture.partner.arrivals.map((arrival) => arrival.id))).toEqual(new Set([id]))
    expect(await outcomes()).toEqual(['accepted'])
  })

  test('a payload that cannot be decrypted becomes a dead letter, and delays no other', async () => {
    const { job } = senderOf([handlerOf('letter')])
    const id = await enqueue()
    await sql`update errands.transmissions set sealed = 'nonsense'::bytea where id = ${id}`.execute(db())
    const good = await enqueue()
    await job.run(morning)
    await job.run(later(3_600))
    expect(fixture.partner.arrivals.map((arrival) => arrival.id)).toEqual([good])
    expect(await listDeadTransmissions(db(), schema)).toMatchObject([{ id, lastFault: 'sealed: DecryptionFailed' }])
  })

  test('a server that stops releases its claims; the next one continues at once under the same id', async () => {
    const asked = new Promise<void>((resolve) => fixture.partner.respondWith('/letter', () => resolve()))
    const first = senderOf([handlerOf('letter')])
    const id = await enqueue()
    const run = first.job.run(morning)
    await asked
    first.job.stop()
    await run
    fixture.partner.respondWith('/letter', (_arrival, response) => response.end('accepted'))
    await senderOf([handlerOf('letter')]).job.run(morning)
    expect(fixture.partner.arrivals.map((arrival) => arrival.id)).toEqual([id, id])
    expect(await outcomes()).toEqual(['accepted'])
  })

  test('a thousand that are due together all arrive once, even with two processes', async () => {
    const patientId = newId()
    const ids: string[] = []
    for (let count = 0; count < 10; count += 1) {
      const transmissions = Array.from({ length: 100 }, (_, place) => letterOf({ patientId, payload: { place } }))
      ids.push(...(await keep({ transmissions, answer: transmissions.map(({ id }) => id) })))
    }
    // PGlite serves one process; two senders take turns on its one connection.
    await Promise.all([
      senderOf([handlerOf('letter')]).job.run(morning),
      senderOf([handlerOf('letter')]).job.run(morning),
    ])
    expect(fixture.partner.arrivals.map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
    expect(await outcomes()).toHaveLength(1_000)
    expect(await disclosures()).toHaveLength(1_000)
  })

  test('a sender knows when it is idle, and still polls for transmissions of other processes', async () => {
    fixture.partner.respondWith('/letter', (_arrival, response) => response.writeHead(503).end())
    const { job } = senderOf([handlerOf('letter')])
    await job.run(morning)
    expect(job.isIdle?.(morning)).toBe(true)
    await enqueue()
    expect(job.isIdle?.(morning), 'stored').toBe(false)
    await job.run(morning)
    expect(job.isIdle?.(morning), 'put off').toBe(true)
    expect(job.isIdle?.(later(2)), 'due again').toBe(false)
    fixture.partner.respondWith('/letter', (_arrival, response) => response.end('accepted'))
    await job.run(later(2))
    expect(job.isIdle?.(later(29))).toBe(true)
    expect(job.isIdle?.(later(30)), 'another process may have stored one').toBe(false)
  })

  test('looking for work reads an index, however much has been sent before', async () => {
    const { rows } = await sql<Record<string, string>>`
      explain select due_at from errands.transmissions as candidate
      where candidate.state = 'waiting' and candidate.kind = 'letter' and candidate.due_at <= now()
      order by candidate.due_at limit 16`.execute(db())
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(plan).toContain('Index')
    expect(plan).not.toContain('Seq Scan')
  })
})
