import { expect, test } from 'vitest'
import { channelsOfOthers } from './channels-of-others.ts'
import type { AddressWriter } from './preferences.ts'

const now = new Date('2026-11-25T15:00:00Z')
const patient = (birthDate: string, email?: AddressWriter, phone?: AddressWriter) => ({
  birthDate,
  zone: 'America/New_York',
  writers: { ...(email && { email }), ...(phone && { phone }) },
})
const minor = '2011-06-15'
const adult = '1984-06-15'
const none = { email: null, phone: null }

test('of a minor only what they wrote themselves is theirs, also where the writer is not known', () => {
  expect(channelsOfOthers(patient(minor), null, now)).toEqual(['email', 'sms'])
  expect(channelsOfOthers(patient(minor, 'staff', 'proxy'), null, now)).toEqual(['email', 'sms'])
  expect(channelsOfOthers(patient(minor, 'patient', 'staff'), null, now)).toEqual(['sms'])
  expect(channelsOfOthers(patient(minor, 'patient', 'patient'), null, now)).toEqual([])
})

test('of an adult everything is theirs but what a proxy wrote last', () => {
  expect(channelsOfOthers(patient(adult), null, now)).toEqual([])
  expect(channelsOfOthers(patient(adult, 'staff', 'proxy'), null, now)).toEqual(['sms'])
})

test('a person is an adult from the 18th birthday on, by their own clock', () => {
  const birth = '2008-11-25'
  const of = (at: string) => channelsOfOthers(patient(birth, 'staff', 'staff'), null, new Date(at))
  expect(of('2026-11-25T04:59:59Z')).toEqual(['email', 'sms'])
  expect(of('2026-11-25T05:00:00Z')).toEqual([])
})

test('the address of the preferences counts instead of the one of the record', () => {
  const written = patient(minor, 'patient', 'patient')
  const parents = { ...none, email: 'parent@mail.example', writtenBy: { email: 'proxy' } } as const
  expect(channelsOfOthers(written, parents, now)).toEqual(['email'])
  const unknown = { ...none, phone: '614-555-0142' }
  expect(channelsOfOthers(written, unknown, now)).toEqual(['sms'])
  const own = { email: 'own@mail.example', phone: null, writtenBy: { email: 'patient' } } as const
  expect(channelsOfOthers(patient(minor, 'proxy', 'staff'), own, now)).toEqual(['sms'])
})
