import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { newId } from '../database/ids/new-id.ts'
import type { Caller } from '../contracts/caller.ts'
import { liveRulesFor, type Audience } from '../contracts/live-rule.ts'
import { LiveHub } from './live-hub.ts'
import type { Listener } from './organization-stream.ts'

const organizationId = newId()

const callerOf = (roles: Caller['roles']): Caller => ({
  sessionId: newId(),
  organizationId,
  kind: 'member',
  personId: newId(),
  roles,
  patientIds: [],
  practitionerId: null,
  clientId: 'portal',
  origin: null,
  authenticatedAt: new Date(),
})

class Page implements Listener {
  readonly caller: Caller
  readonly received: string[] = []
  readonly bytes = new Set<Buffer>()
  constructor(roles: Caller['roles']) {
    this.caller = callerOf(roles)
  }
  send(message: Buffer): void {
    const { type, ids } = JSON.parse(message.toString()) as { type: string; ids: { visitId: string } }
    if (type === 'visit.changed') {
      this.received.push(ids.visitId)
      this.bytes.add(message)
    }
  }
  close(): void {}
}

const readsEverything = { forCaller: async () => ({ mayRead: () => true }) }

const publish = (hub: LiveHub, to: Audience, visitId: string) =>
  hub.publish(organizationId, to, { type: 'visit.changed', ids: { visitId, appointmentId: 'a-1', patientId: 'p-1' } })
const practitioners: Audience = { roles: ['practitioner'] }

describe('sending to thousands of pages', () => {
  const open = (hub: LiveHub, count: number): Page[] =>
    Array.from({ length: count }, () => {
      const page = new Page(['practitioner'])
      hub.join(page)
      return page
    })

  it('yields after every five hundred pages, and encodes the message once', async () => {
    const hub = new LiveHub([], readsEverything)
    const pages = open(hub, 1_200)
    publish(hub, practitioners, 'one')
    const told = () => pages.filter(({ received }) => received.length > 0).length
    await turn()
    expect(told()).toBeGreaterThanOrEqual(500)
    expect(told()).toBeLessThan(1_200)
    await expect.poll(told).toBe(1_200)
    expect(new Set(pages.flatMap(({ bytes }) => [...bytes])).size).toBe(1)
  })

  it('keeps the order for every page, even for a message to a single page', async () => {
    const hub = new LiveHub([], readsEverything)
    const pages = open(hub, 1_200)
    const [first, last] = [pages[0] as Page, pages[1_199] as Page]
    publish(hub, practitioners, 'one')
    publish(hub, { members: [last.caller.personId] }, 'two')
    publish(hub, practitioners, 'three')
    for (let count = 4; count <= 12; count++) {
      await turn()
      publish(hub, { members: [last.caller.personId] }, String(count))
    }
    await expect.poll(() => last.received.length).toBe(12)
    expect(last.received).toEqual(['one', 'two', 'three', '4', '5', '6', '7', '8', '9', '10', '11', '12'])
    expect(first.received).toEqual(['one', 'three'])
  })

  it('does not send to a page that has left in the meantime', async () => {
    const hub = new LiveHub([], readsEverything)
    const pages = open(hub, 600)
    const leaver = pages[599] as Page
    publish(hub, practitioners, 'one')
    publish(hub, practitioners, 'two')
    hub.leave(leaver)
    await expect.poll(() => pages[0]?.received.length).toBe(2)
    expect(leaver.received).not.toContain('two')
    expect(hub.listenerCount).toBe(599)
  })
})

describe('an audience', () => {
  it('receives a message once, even if several topics match the same page', async () => {
    const hub = new LiveHub([], readsEverything)
    const page = new Page(['practitioner', 'administrator'])
    hub.join(page)
    await turn()
    publish(hub, { roles: ['practitioner', 'administrator'], members: [page.caller.personId] }, 'one')
    expect(page.received).toEqual(['one'])
  })

  it('is determined by the rules of the domains', async () => {
    const hub = new LiveHub(
      liveRulesFor(['visits.started'], 'visit.changed', {
        audience: ({ seenBy }) => ({ members: seenBy === null ? [] : [seenBy] }),
        ids: ({ visitId, appointmentId, patientId }) => ({ visitId, appointmentId, patientId }),
      }),
      readsEverything,
    )
    const page = new Page(['practitioner'])
    hub.join(page)
    await turn()
    const event = { id: newId(), organizationId, at: '2026-11-25T15:00:00Z', version: 1 }
    const visit = (visitId: string) => ({
      visitId,
      appointmentId: 'a-1',
      patientId: 'p-1',
      practitionerId: 'd-1',
      seenBy: page.caller.personId,
      version: 1,
    })
    hub.publishEvent({ ...event, type: 'visits.started', data: visit('v-1') })
    hub.publishEvent({ ...event, type: 'visits.ended', data: { ...visit('v-2'), outcome: 'completed' } })
    hub.publishEvent({ ...event, organizationId: newId(), type: 'visits.started', data: visit('v-3') })
    expect(page.received).toEqual(['v-1'])
  })
})
