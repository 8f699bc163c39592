import { describe, expect, test } from 'vitest'
import { decideNotice, type NoticeFacts } from './decide-notice.ts'
import { dialable } from './phone.ts'
import type { Preferences } from './preferences.ts'
import { quietUntil } from './quiet-hours.ts'

const policy = {
  whenUnasked: 'tell',
  channelOrder: ['email', 'sms'],
  quietHours: { from: '21:00', to: '08:00' },
} as const
const now = new Date('2026-11-25T15:00:00Z')
const facts = (more: Partial<NoticeFacts> = {}): NoticeFacts => ({
  kind: 'reminder',
  template: 'reminder-day',
  current: true,
  expiresAt: new Date('2026-11-26T15:00:00Z'),
  consent: 'unasked',
  patient: { email: 'ana@mail.example', phone: '614-555-0142', language: 'en', zone: 'America/New_York' },
  preferences: null,
  isStopped: () => false,
  needsConsent: () => false,
  barred: [],
  channels: ['email', 'sms'],
  now,
  ...more,
})
const chosen = (more: Partial<Preferences> = {}): Preferences => ({
  channel: 'sms',
  email: null,
  phone: null,
  language: 'es',
  quietHours: null,
  muted: [],
  tellFirstAccess: false,
  version: 1,
  ...more,
})
const decide = (more: Partial<NoticeFacts> = {}) => decideNotice(facts(more), policy)

describe('a patient without preferences', () => {
  test('is notified by e-mail, else by SMS, else not at all', () => {
    expect(decide()).toEqual({ do: 'send', channel: 'email', to: 'ana@mail.example', language: 'en' })
    const { email: _, ...noMail } = facts().patient
    expect(decide({ patient: noMail })).toMatchObject({ channel: 'sms', to: '+16145550142' })
    expect(decide({ patient: { language: 'en', zone: 'UTC' } })).toEqual({ do: 'suppress', reason: 'no-address' })
    expect(decide({ patient: { ...noMail, phone: '555-0142' } })).toEqual({ do: 'suppress', reason: 'no-address' })
  })
  test('is not notified at night', () => {
    expect(decide({ now: new Date('2026-11-26T03:00:00Z') })).toEqual({
      do: 'wait',
      until: new Date('2026-11-26T13:00:00Z'),
    })
  })
})

test('an address that may be another person’s is not used, and no other instead', () => {
  expect(decide({ barred: ['email'] })).toEqual({ do: 'suppress', reason: 'not-own-address' })
  expect(decide({ barred: ['sms'] })).toMatchObject({ do: 'send', channel: 'email' })
  expect(decide({ barred: ['sms'], preferences: chosen() })).toEqual({ do: 'suppress', reason: 'not-own-address' })
})

describe('a patient with preferences', () => {
  test('is notified on that channel only, at the chosen address, in the chosen language', () => {
    expect(decide({ preferences: chosen({ phone: '+44 20 7946 0018' }) })).toEqual({
      do: 'send',
      channel: 'sms',
      to: '+442079460018',
      language: 'es',
    })
    expect(decide({ preferences: chosen({ channel: 'email', email: 'other@mail.example' }) })).toMatchObject({
      to: 'other@mail.example',
    })
  })
  test('is not notified if that channel cannot reach them: no other channel is used', () => {
    const noPhone = { email: 'ana@mail.example', language: 'en', zone: 'UTC' }
    expect(decide({ preferences: chosen(), patient: noPhone })).toEqual({ do: 'suppress', reason: 'no-address' })
    expect(decide({ preferences: chosen(), isStopped: () => true })).toEqual({ do: 'suppress', reason: 'stopped' })
    expect(decide({ preferences: chosen(), channels: ['email'] })).toEqual({ do: 'suppress', reason: 'no-channel' })
    expect(decide({ preferences: chosen({ channel: 'none' }) })).toEqual({ do: 'suppress', reason: 'no-channel' })
  })
  test('is not notified of what they muted, and is notified at night if they allow it', () => {
    expect(decide({ preferences: chosen({ muted: ['reminder'] }) })).toEqual({ do: 'suppress', reason: 'muted' })
    const night = new Date('2026-11-26T03:00:00Z')
    expect(decide({ preferences: chosen({ muted: ['message'] }), now: night })).toMatchObject({ do: 'send' })
  })
})

test('a notice of a new reader is sent only to a patient who asked for it', () => {
  const muted = { do: 'suppress', reason: 'muted' }
  const notice = { kind: 'access', template: 'first-access' } as const
  expect(decide(notice)).toEqual(muted)
  expect(decide({ ...notice, preferences: chosen() })).toEqual(muted)
  const asked = { tellFirstAccess: true }
  expect(decide({ ...notice, preferences: chosen(asked) })).toMatchObject({ do: 'send' })
  expect(decide({ ...notice, preferences: chosen({ ...asked, muted: ['access'] }) })).toEqual(muted)
})

test('a patient who asked about an access is notified of the answer, without having asked for other notices', () => {
  const notice = { kind: 'access', template: 'access-question-answered' } as const
  expect(decide(notice)).toMatchObject({ do: 'send' })
  expect(decide({ ...notice, preferences: chosen() })).toMatchObject({ do: 'send' })
  expect(decide({ ...notice, preferences: chosen({ muted: ['access'] }) })).toEqual({
    do: 'suppress',
    reason: 'muted',
  })
})

test('an expired notice is not sent, nor one that would expire by the morning', () => {
  expect(decide({ current: false })).toEqual({ do: 'suppress', reason: 'outdated' })
  expect(decide({ expiresAt: now })).toEqual({ do: 'suppress', reason: 'outdated' })
  const night = { now: new Date('2026-11-26T03:00:00Z'), expiresAt: new Date('2026-11-26T13:00:00Z') }
  expect(decide(night)).toEqual({ do: 'suppress', reason: 'outdated' })
})

test('a refusal ends all notices; the policy decides if the patient was never asked', () => {
  const noConsent = { do: 'suppress', reason: 'no-consent' }
  expect(decide({ consent: 'refused' })).toEqual(noConsent)
  expect(decide({ consent: 'refused', preferences: chosen() })).toEqual(noConsent)
  const strict = { ...policy, whenUnasked: 'keep-back' } as const
  expect(decideNotice(facts(), strict)).toEqual(noConsent)
  expect(decideNotice(facts({ consent: 'granted' }), strict)).toMatchObject({ do: 'send' })
})

describe('quiet hours', () => {
  const at = (instant: string, quiet = { from: '21:00', to: '08:00' }, zone = 'America/New_York') =>
    quietUntil(new Date(instant), zone, quiet)?.toISOString() ?? null
  test('may pass midnight, and end at the given time', () => {
    expect(at('2026-11-26T01:59:59Z')).toBeNull()
    expect(at('2026-11-26T02:00:00Z')).toBe('2026-11-26T13:00:00.000Z')
    expect(at('2026-11-26T12:59:59Z')).toBe('2026-11-26T13:00:00.000Z')
    expect(at('2026-11-26T13:00:00Z')).toBeNull()
  })
  test('may lie within a day, end with it, or be absent', () => {
    expect(at('2026-11-25T18:00:00Z', { from: '12:00', to: '14:00' })).toBe('2026-11-25T19:00:00.000Z')
    expect(at('2026-11-26T04:00:00Z', { from: '22:00', to: '24:00' })).toBe('2026-11-26T05:00:00.000Z')
    expect(at('2026-11-26T05:00:00Z', { from: '22:00', to: '24:00' })).toBeNull()
    expect(at('2026-11-26T05:00:00Z', { from: '09:00', to: '09:00' })).toBeNull()
  })
  test('follow the patient’s local time through the nights on which the clocks change', () => {
    // 2026-03-08: 02:00 becomes 03:00 in New York; the night is an hour shorter.
    expect(at('2026-03-08T02:30:00Z')).toBe('2026-03-08T12:00:00.000Z')
    // 2026-11-01: 02:00 becomes 01:00 again.
    expect(at('2026-11-01T01:30:00Z')).toBe('2026-11-01T13:00:00.000Z')
  })
})

test.each([
  ['614-555-0142', '+16145550142'],
  ['(614) 555-0142', '+16145550142'],
  ['1 614 555 0142', '+16145550142'],
  ['+34 910 000 000', '+34910000000'],
  ['555-0142', null],
  ['114-555-0142', null],
  ['+0 1234567', null],
  ['', null],
])('the telephone number %s is dialed as %s', (phone, dialled) => {
  expect(dialable(phone)).toBe(dialled)
})
