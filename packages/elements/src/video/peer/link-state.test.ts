import { expect, test } from 'vitest'
import { linkState, type LinkFacts } from './link-state.ts'

const begun: LinkFacts = {
  connectionState: 'new',
  hasAgreed: false,
  isRefused: false,
  isGone: false,
  isInterrupted: false,
  wasConnected: false,
  waitingMs: 0,
  silentMs: 0,
  pictureArrives: null,
  soundArrives: null,
  isSilent: false,
}
const connected: LinkFacts = { ...begun, connectionState: 'connected', hasAgreed: true, wasConnected: true }
const broken: LinkFacts = { ...connected, connectionState: 'disconnected' }

test.each<[string, Partial<LinkFacts>]>([
  ['connecting', {}],
  ['connecting', { waitingMs: 11_000 }],
  ['no-answer', { waitingMs: 13_000 }],
  ['connecting', { hasAgreed: true, connectionState: 'connecting', waitingMs: 11_000 }],
  ['no-path', { hasAgreed: true, connectionState: 'connecting', waitingMs: 13_000 }],
  ['no-path', { hasAgreed: true, connectionState: 'failed' }],
  ['refused', { isRefused: true }],
  ['away', { isGone: true }],
])('before the first connection: %s with %o', (state, facts) => {
  expect(linkState({ ...begun, ...facts })).toBe(state)
})

test.each<[string, Partial<LinkFacts>]>([
  ['connected', {}],
  ['connected', { pictureArrives: true, soundArrives: true }],
  ['connected', { isRefused: true }],
  ['no-picture', { pictureArrives: false, soundArrives: true }],
  ['no-picture', { pictureArrives: false, soundArrives: null }],
  ['no-sound', { pictureArrives: true, soundArrives: false }],
  ['interrupted', { isInterrupted: true, isSilent: true }],
  ['reconnecting', { pictureArrives: true, soundArrives: true, isSilent: true }],
])('while connected: %s with %o', (state, facts) => {
  expect(linkState({ ...connected, ...facts })).toBe(state)
})

test.each<[string, Partial<LinkFacts>]>([
  ['reconnecting', {}],
  ['reconnecting', { waitingMs: 29_000, silentMs: 29_000 }],
  ['away', { waitingMs: 31_000, silentMs: 31_000 }],
  ['no-path', { waitingMs: 31_000, silentMs: 2000 }],
  ['away', { isGone: true }],
])('after the connection broke: %s with %o', (state, facts) => {
  expect(linkState({ ...broken, ...facts })).toBe(state)
})
