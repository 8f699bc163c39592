import { createElement, StrictMode, useEffect, useState, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, expect, test } from 'vitest'
import { createSampleWorld, type SampleWorld, type TestClient } from '@visitkit/sdk/testing'
import '../src/define/messages.ts'
import '../src/define/provider.ts'
import '../src/define/video-room.ts'
import { heldInPage } from './page-resources.ts'
import { pageText } from './mount.ts'
import { deepQuery, waitFor } from './story.ts'

/*
 * A portal in React, as the guide describes it. In strict mode React runs each effect twice: the client that the first one made is closed.
 */

interface Portal {
  readonly clients: TestClient[]
  show(order: readonly ('room' | 'messages')[]): Promise<void>
  leave(): void
}

let leave = (): void => undefined
afterEach(() => leave())

const orderIn = (place: HTMLElement): string =>
  [...place.querySelectorAll('visit-video-room, visit-messages')].map(({ localName }) => localName).join()

const openPortal = (world: SampleWorld, isStrict: boolean): Portal => {
  const clients: TestClient[] = []
  const { visitId = '', patientId } = world.ids
  const parts = {
    room: () => createElement('visit-video-room', { key: 'room', 'visit-id': visitId, autojoin: true }),
    messages: () => createElement('visit-messages', { key: 'messages', 'patient-id': patientId }),
  }
  const Page = ({ order }: { order: readonly (keyof typeof parts)[] }): ReactNode => {
    const [client, setClient] = useState<TestClient | null>(null)
    useEffect(() => {
      const made = world.client('patient')
      clients.push(made)
      setClient(made)
      return () => made.close()
    }, [])
    // An inline function is another one in each render.
    const strings = { en: {} }
    return createElement('visit-provider', { client, strings }, ...order.map((part) => parts[part]()))
  }
  const place = document.createElement('main')
  document.body.append(place)
  const root = createRoot(place)
  const portal: Portal = {
    clients,
    show: async (order) => {
      const page = createElement(Page as unknown, { order })
      root.render(isStrict ? createElement(StrictMode, null, page) : page)
      await waitFor(() => deepQuery(place, '.self video'), 'the own picture')
      await waitFor(() => pageText(place).includes('Messages'), 'the messages')
      const names = { room: 'visit-video-room', messages: 'visit-messages' }
      // React renders later: what is there before shows nothing of a move.
      await waitFor(() => orderIn(place) === order.map((part) => names[part]).join(), 'the order')
    },
    leave: () => {
      root.unmount()
      place.remove()
    },
  }
  leave = portal.leave
  return portal
}

const calls = (clients: readonly TestClient[], id: string): number =>
  clients.flatMap((client) => client.calls).filter(({ operationId }) => operationId === id).length
const openOnes = (clients: readonly TestClient[]): readonly TestClient[] =>
  clients.filter(({ live }) => live.state !== 'closed')

test('strict mode opens as much as another page does: one client, one seat, one camera', async () => {
  const seen = []
  for (const isStrict of [false, true]) {
    const portal = openPortal(createSampleWorld({ stage: 'admitted' }), isStrict)
    await portal.show(['room', 'messages'])
    // What was announced is removed a moment later, and each page takes its own time until then.
    await waitFor(
      () => !heldInPage().some((held) => held.includes('timeout of 5000 ms')),
      'the end of what was announced',
    )
    const open = openOnes(portal.clients)
    seen.push({
      made: portal.clients.length,
      open: open.length,
      seats: calls(portal.clients, 'takeSeat'),
      subscriptions: portal.clients.map(({ subscriptions }) => subscriptions).filter((count) => count > 0),
      held: heldInPage(),
    })
    portal.leave()
    await expect
      .poll(() => portal.clients.map(({ subscriptions }) => subscriptions))
      .toEqual(portal.clients.map(() => 0))
    await expect.poll(heldInPage).toEqual([])
    expect(openOnes(portal.clients)).toEqual([])
  }
  const [plain, strict] = seen
  expect(plain).toMatchObject({ made: 1, open: 1, seats: 1 })
  expect(plain?.held).toContainEqual(expect.stringContaining('video track'))
  expect(strict).toEqual({ ...plain, made: 2 })
})

test('a call goes on when React moves its room', async () => {
  const portal = openPortal(createSampleWorld({ stage: 'admitted' }), true)
  await portal.show(['room', 'messages'])
  const before = heldInPage()
  const picture = deepQuery<HTMLVideoElement>(document.body, '.self video')?.srcObject
  // React moves the one or the other.
  await portal.show(['messages', 'room'])
  await portal.show(['room', 'messages'])
  // A call that is left gives its seat back a moment later.
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(calls(portal.clients, 'takeSeat')).toBe(1)
  expect(calls(portal.clients, 'leaveSeat')).toBe(0)
  expect(heldInPage()).toEqual(before)
  expect(deepQuery<HTMLVideoElement>(document.body, '.self video')?.srcObject).toBe(picture)
})
