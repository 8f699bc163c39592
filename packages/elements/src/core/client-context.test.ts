import { afterEach, expect, test } from 'vitest'
import { provideConnection, requestConnection, type VisitConnection } from './client-context.ts'

afterEach(() => document.body.replaceChildren())

const connection = (): VisitConnection => ({
  client: null,
  messages: {},
  videoOptions: {},
  me: () => new Promise(() => {}),
  organization: () => new Promise(() => {}),
})

const nested = (): [outer: HTMLElement, inner: HTMLElement] => {
  const [outer, inner] = [document.createElement('div'), document.createElement('div')]
  outer.append(inner)
  document.body.append(outer)
  return [outer, inner]
}

test('an element finds a provider that arrives after it', () => {
  const [outer, inner] = nested()
  const received: VisitConnection[] = []
  requestConnection(inner, (one) => received.push(one))
  expect(received).toEqual([])
  const held = connection()
  provideConnection(outer, () => held)
  expect(received).toEqual([held])
})

test('an element in a shadow root of another component finds the provider outside', () => {
  const [outer, inner] = nested()
  const element = document.createElement('div')
  inner.attachShadow({ mode: 'open' }).append(element)
  const held = connection()
  provideConnection(outer, () => held)
  let received: VisitConnection | undefined
  requestConnection(element, (one) => (received = one))
  expect(received).toBe(held)
})

test('the nearest provider is used', () => {
  const [outer, inner] = nested()
  const element = document.createElement('div')
  inner.append(element)
  const [far, near] = [connection(), connection()]
  provideConnection(outer, () => far)
  provideConnection(inner, () => near)
  let received: VisitConnection | undefined
  requestConnection(element, (one) => (received = one))
  expect(received).toBe(near)
})

test('elements are notified of a change until they are disconnected', () => {
  const [outer, inner] = nested()
  let held = connection()
  const provided = provideConnection(outer, () => held)
  const received: VisitConnection[] = []
  const stop = requestConnection(inner, (one) => received.push(one))
  held = connection()
  provided.changed()
  expect(received.at(-1)).toBe(held)
  stop()
  provided.changed()
  expect(received).toHaveLength(2)
})
