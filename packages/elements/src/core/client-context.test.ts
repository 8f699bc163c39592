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
  const got: VisitConnection[] = []
  requestConnection(inner, (one) => got.push(one))
  expect(got).toEqual([])
  const held = connection()
  provideConnection(outer, () => held)
  expect(got).toEqual([held])
})

test('an element in a shadow root of another component finds the provider outside', () => {
  const [outer, inner] = nested()
  const element = document.createElement('div')
  inner.attachShadow({ mode: 'open' }).append(element)
  const held = connection()
  provideConnection(outer, () => held)
  let got: VisitConnection | undefined
  requestConnection(element, (one) => (got = one))
  expect(got).toBe(held)
})

test('the nearest provider answers', () => {
  const [outer, inner] = nested()
  const element = document.createElement('div')
  inner.append(element)
  const [far, near] = [connection(), connection()]
  provideConnection(outer, () => far)
  provideConnection(inner, () => near)
  let got: VisitConnection | undefined
  requestConnection(element, (one) => (got = one))
  expect(got).toBe(near)
})

test('elements hear of a change until they leave', () => {
  const [outer, inner] = nested()
  let held = connection()
  const provided = provideConnection(outer, () => held)
  const got: VisitConnection[] = []
  const stop = requestConnection(inner, (one) => got.push(one))
  held = connection()
  provided.changed()
  expect(got.at(-1)).toBe(held)
  stop()
  provided.changed()
  expect(got).toHaveLength(2)
})
