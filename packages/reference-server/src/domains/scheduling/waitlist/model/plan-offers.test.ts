import { expect, test } from 'vitest'
import { noClosures } from '../../kernel/model/availability.ts'
import { AvailabilityBitmap } from '../../kernel/model/availability-bitmap.ts'
import { slicesPerDay, sliceMs } from '../../kernel/model/slice.ts'
import { loadSchedulingPolicy } from '../../kernel/packs/load-policy.ts'
import { planOffers, type PlanningFacts, type WaitlistVisitType } from './plan-offers.ts'
import type { WaitlistEntry } from './waitlist-entry.ts'
import { WallClock } from './wall-clock.ts'

const now = new Date('2026-12-01T12:00:00Z')
const tomorrow = '2026-12-02'
const dayMs = 86_400_000
const policy = await loadSchedulingPolicy()

const type: WaitlistVisitType = {
  id: 'visit',
  specialty: 'cardiology',
  minutes: 30,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  stepMinutes: 30,
  licenseRequired: false,
  minimumNoticeMinutes: 0,
  horizonDays: 30,
  cancellationNoticeMinutes: 0,
}

/** One practitioner, from nine to ten. */
const facts = (): PlanningFacts => {
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '09:00', to: '10:00' }))
  const firstSlice = Math.floor(now.getTime() / sliceMs / slicesPerDay - 1) * slicesPerDay
  const hours = { zone: 'UTC', weekly, exceptions: [], timeOff: [] }
  const practitioner = {
    id: 'heart',
    specialties: ['cardiology'],
    languages: ['en'],
    zone: 'UTC',
    licenses: [],
    active: true,
  }
  let made = 0
  return {
    typeOf: () => type,
    candidatesFor: () => [
      { practitioner, bitmap: new AvailabilityBitmap(hours, noClosures, firstSlice, 40 * slicesPerDay) },
    ],
    zone: 'UTC',
    clock: new WallClock(now.getTime() - dayMs, now.getTime() + 40 * dayMs),
    policy,
    now,
    newId: () => `new-${(made += 1)}`,
  }
}

const waiting = (patientId: string): WaitlistEntry => ({
  id: `entry-of-${patientId}`,
  patientId,
  visitTypeId: 'visit',
  practitionerId: null,
  fromDay: tomorrow,
  toDay: tomorrow,
  from: new Date(`${tomorrow}T00:00:00Z`),
  to: new Date('2026-12-03T00:00:00Z'),
  weekdays: null,
  dayParts: null,
  language: null,
  stateCode: 'OH',
  zone: 'UTC',
  appointmentId: null,
  status: 'waiting',
  joinedAt: now,
  offer: null,
  passed: [],
  ...{ sensitivity: null, consentedByMinor: false },
  version: 1,
})

test('what one patient is offered is not offered to the next, in this page of the line and in later ones', () => {
  const patients = { visitsOf: () => [], appointmentOf: () => undefined }
  const planned: Parameters<typeof planOffers>[3] = []
  const plan = (...ids: string[]): unknown[] =>
    planOffers(ids.map(waiting), patients, facts(), planned).map(({ after }) => [
      after.patientId,
      after.offer.start.toISOString().slice(11, 16),
    ])
  expect(plan('one')).toEqual([['one', '09:00']])
  expect(plan('two', 'three')).toEqual([['two', '09:30']])
})
