import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { newId } from '../database/new-id.ts'
import type { Caller } from '../seams.ts'
import { LiveHub } from './live-hub.ts'
import type { Listener } from './live-hub.ts'

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
  readonly heard: string[] = []
  readonly bytes = new Set<Buffer>()
  constructor(roles: Caller['roles']) {
    this.caller = callerOf(roles)
  }
  send(message: Buffer): void {
    const { type, ids } = JSON.parse(message.toString()) as { type: string; ids: { visitId: string } }
    if (type === 'visit.changed') {
      this.heard.push(ids.visitId)
      this.bytes.add(message)
    }
  }
  close(): void {}
}

const tell = (hub: LiveHub, audience: string[], visitId: string) =>
  hub.tell(organizationId, audience, { type: 'visit.changed', ids: { visitId } })

describe('telling thousands of pages', () => {
  const open = (hub: LiveHub, count: number): Page[] =>
    Array.from({ length: count }, () => {
      const page = new Page(['practitioner'])
      hub.join(page)
      return page
    })

  it('lets others have a turn after every five hundred, and encodes the message once', async () => {
    const hub = new LiveHub()
    const pages = open(hub, 1_200)
    tell(hub, ['role:practitioner'], 'one')
    const told = () => pages.filter(({ heard }) => heard.length > 0).length
    await turn()
    expect(told()).toBeGreaterThanOrEqual(500)
    expect(told()).toBeLessThan(1_200)
    await expect.poll(told).toBe(1_200)
    expect(new Set(pages.flatMap(({ bytes }) => [...bytes])).size).toBe(1)
  })

  it('keeps the order for every page, also of a message for one of them alone', async () => {
    const hub = new LiveHub()
    const pages = open(hub, 1_200)
    const [first, last] = [pages[0] as Page, pages[1_199] as Page]
    tell(hub, ['role:practitioner'], 'one')
    tell(hub, [`member:${last.caller.personId}`], 'two')
    tell(hub, ['role:practitioner'], 'three')
    for (let count = 4; count <= 12; count++) {
      await turn()
      tell(hub, [`member:${last.caller.personId}`], String(count))
    }
    await expect.poll(() => last.heard.length).toBe(12)
    expect(last.heard).toEqual(['one', 'two', 'three', '4', '5', '6', '7', '8', '9', '10', '11', '12'])
    expect(first.heard).toEqual(['one', 'three'])
  })

  it('does not tell a page that has left meanwhile', async () => {
    const hub = new LiveHub()
    const pages = open(hub, 600)
    const leaver = pages[599] as Page
    tell(hub, ['role:practitioner'], 'one')
    tell(hub, ['role:practitioner'], 'two')
    hub.leave(leaver)
    await expect.poll(() => pages[0]?.heard.length).toBe(2)
    expect(leaver.heard).not.toContain('two')
    expect(hub.listenerCount).toBe(599)
  })
})

describe('an audience', () => {
  it('is told once, however many of its words name the same page', () => {
    const hub = new LiveHub()
    const page = new Page(['practitioner', 'administrator'])
    hub.join(page)
    tell(hub, ['role:practitioner', 'role:administrator', `member:${page.caller.personId}`], 'one')
    expect(page.heard).toEqual(['one'])
  })

  it('is found by the rules of the domains', () => {
    const hub = new LiveHub([
      {
        event: 'visits.started',
        audience: ({ data }) => [`member:${String(data['memberId'])}`],
        message: ({ data }) => ({ type: 'visit.changed', ids: { visitId: String(data['visitId']) } }),
      },
    ])
    const page = new Page(['practitioner'])
    hub.join(page)
    const event = { id: newId(), type: 'visits.started', organizationId, at: '2026-11-25T15:00:00Z', version: 1 }
    hub.hear({ ...event, data: { memberId: page.caller.personId, visitId: 'v-1' } })
    hub.hear({ ...event, type: 'visits.ended', data: { memberId: page.caller.personId, visitId: 'v-2' } })
    hub.hear({ ...event, organizationId: newId(), data: { memberId: page.caller.personId, visitId: 'v-3' } })
    expect(page.heard).toEqual(['v-1'])
  })
})
