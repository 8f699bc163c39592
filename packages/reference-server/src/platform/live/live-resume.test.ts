import { setTimeout } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../database/ids/new-id.ts'
import { startTestServer } from '../http/tests/start-test-server.testing.ts'
import type { TestServer } from '../http/tests/server.testing.ts'
import { idsOf, pagesOf } from './live-page.testing.ts'
import { platformEngines } from '../database/tests/platform-engines.testing.ts'

describe.each(platformEngines)('a page that connects again on %s', (engine) => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer({ engine, now: '2026-11-25T15:00:00Z' })
  })
  const { listen, closeAll, publish } = pagesOf(() => server)
  afterEach(closeAll)
  afterAll(() => server.stop())

  it('resumes from a page’s cursor, with the missed messages that it may read', async () => {
    const patient = await server.as('patient')
    const audience = { patients: [patient.caller.personId] }
    const first = await listen(patient)
    publish(audience, 'seen')
    const { cursor } = await first.next('visit.changed')
    first.socket.terminate()
    await first.closed
    publish(audience, 'missed-1')
    publish({ patients: [newId()] }, 'of-somebody-else')
    publish(audience, 'missed-2')
    const second = await listen(patient)
    second.socket.send(JSON.stringify({ type: 'resume', cursor }))
    expect((await second.next('visit.changed')).ids).toEqual(idsOf('missed-1', patient.caller.personId))
    expect((await second.next('visit.changed')).ids).toEqual(idsOf('missed-2', patient.caller.personId))
    publish(audience, 'next')
    expect((await second.next('visit.changed')).ids).toEqual(idsOf('next', patient.caller.personId))
    expect(second.received.map(({ type }) => type)).toEqual(['ready'])
  })

  it('sends a page that connects for the first time what changed since its first read, and nothing older', async () => {
    const patient = await server.as('patient')
    const audience = { patients: [patient.caller.personId] }
    publish(audience, 'before-the-read')
    await setTimeout(60)
    const readAt = performance.now()
    publish(audience, 'after-the-read')
    const page = await listen(patient)
    page.socket.send(JSON.stringify({ type: 'resume', cursor: '', ageMs: performance.now() - readAt + 30 }))
    expect((await page.next('visit.changed')).ids).toEqual(idsOf('after-the-read', patient.caller.personId))
    publish(audience, 'next')
    expect((await page.next('visit.changed')).ids).toEqual(idsOf('next', patient.caller.personId))
    expect(page.received.map(({ type }) => type)).toEqual(['ready'])
  })

  it('requests a page to read everything again if its first read was before the process started', async () => {
    const page = await listen(await server.as('patient'))
    page.socket.send(JSON.stringify({ type: 'resume', cursor: '', ageMs: performance.now() + 1 }))
    await page.next('resync')
  })

  it('requests a page to read everything again if its first read was before the messages that are retained', async () => {
    const page = await listen(await server.as('patient'))
    const readAt = performance.now()
    for (let count = 0; count < 2_100; count++) publish({ patients: [newId()] }, 'x')
    page.socket.send(JSON.stringify({ type: 'resume', cursor: '', ageMs: performance.now() - readAt + 500 }))
    await page.next('resync')
  })

  it.each(['another-process.5', 'nonsense', ''])(
    'requests a page to read everything again if the cursor %j is unknown',
    async (cursor) => {
      const page = await listen(await server.as('patient'))
      page.socket.send(JSON.stringify({ type: 'resume', cursor }))
      expect((await page.next('resync')).cursor).toBe((await page.next('ready')).cursor)
    },
  )

  it('requests a page to read everything again after more than a thousand messages', async () => {
    const patient = await server.as('patient')
    const page = await listen(patient)
    const { cursor } = await page.next('ready')
    for (let count = 0; count < 2_100; count++) publish({ patients: [newId()] }, 'x')
    page.socket.send(JSON.stringify({ type: 'resume', cursor }))
    await page.next('resync')
  })
})
