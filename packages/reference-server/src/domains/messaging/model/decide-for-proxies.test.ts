import { expect, test } from 'vitest'
import { decideForProxies, type ActingProxy } from './decide-for-proxies.ts'
import type { NoticeFacts } from './decide-notice.ts'
import type { Preferences } from './preferences.ts'

const policy = {
  whenUnasked: 'tell',
  channelOrder: ['email', 'sms'],
  quietHours: { from: '21:00', to: '08:00' },
} as const
const facts = (more: Partial<NoticeFacts> = {}): NoticeFacts => ({
  kind: 'outreach',
  template: 'next-step',
  current: true,
  expiresAt: new Date('2026-11-26T15:00:00Z'),
  consent: 'unasked',
  patient: { email: 'child@mail.example', phone: '614-555-0142', language: 'en', zone: 'America/New_York' },
  preferences: null,
  isStopped: () => false,
  needsConsent: () => false,
  barred: [],
  channels: ['email', 'sms'],
  now: new Date('2026-11-25T15:00:00Z'),
  ...more,
})
const chosen: Preferences = {
  channel: 'sms',
  email: 'child@mail.example',
  phone: null,
  language: 'es',
  quietHours: null,
  muted: [],
  tellFirstAccess: false,
  version: 1,
}
const proxy = (id: string, more: Partial<ActingProxy> = {}): ActingProxy => ({ id, scope: ['visit'], ...more })
const decide = (proxies: readonly ActingProxy[], more: Partial<NoticeFacts> = {}) =>
  decideForProxies(facts(more), proxies, ['schedule', 'visit'], policy)
const nobody = { do: 'suppress', reason: 'no-proxy-address' }

test('a proxy is notified at their own address, which no other person’s bars', () => {
  const mother = proxy('mother', { email: 'mother@mail.example' })
  expect(decide([mother], { barred: ['email', 'sms'] })).toMatchObject({ do: 'send', to: 'mother@mail.example' })
})

test('notifies the first proxy with the scope for visits who can be reached, at the proxy’s own address', () => {
  const proxies = [
    proxy('reads', { scope: ['record'], email: 'reads@mail.example' }),
    proxy('unreachable', { phone: '555-0142' }),
    proxy('mother', { email: 'mother@mail.example' }),
    proxy('father', { email: 'father@mail.example' }),
  ]
  expect(decide(proxies)).toEqual({ do: 'send', channel: 'email', to: 'mother@mail.example', language: 'en' })
  expect(decide(proxies.slice(0, 2))).toEqual(nobody)
  expect(decide([])).toEqual(nobody)
})

test('does not use a number that was stopped', () => {
  const phone = '614-555-0143'
  const isStopped = (number: string): boolean => number === '+16145550143'
  expect(decide([proxy('mother', { phone })], { isStopped })).toEqual(nobody)
  expect(decide([proxy('mother', { phone, email: 'mother@mail.example' })], { isStopped })).toMatchObject({
    channel: 'email',
  })
})

test('applies the child’s language, quiet hours and muted notices, but not the child’s channel and address', () => {
  const mother = [proxy('mother', { email: 'mother@mail.example' })]
  const night = new Date('2026-11-26T03:00:00Z')
  expect(decide(mother, { preferences: chosen, now: night })).toMatchObject({
    do: 'send',
    channel: 'email',
    to: 'mother@mail.example',
    language: 'es',
  })
  expect(decide(mother, { now: night })).toMatchObject({ do: 'wait' })
  expect(decide(mother, { preferences: { ...chosen, muted: ['outreach'] } })).toMatchObject({
    reason: 'muted',
  })
  expect(decide(mother, { preferences: { ...chosen, channel: 'none' } })).toMatchObject({
    reason: 'no-channel',
  })
  expect(decide(mother, { consent: 'refused' })).toMatchObject({ reason: 'no-consent' })
})
