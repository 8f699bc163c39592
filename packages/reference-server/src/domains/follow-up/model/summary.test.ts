import { describe, expect, it } from 'vitest'
import { loadFollowUpPack } from '../packs/load-follow-up-pack.ts'
import {
  bookNext,
  draftSummary,
  proposeNext,
  publishSummary,
  reminderOf,
  suggestNext,
  type NextVisit,
} from './summary.ts'

const { policy } = loadFollowUpPack()
const now = new Date('2026-11-25T15:00:00Z')
const draft = draftSummary({
  visitId: 'v',
  patientId: 'p',
  practitionerId: 'd',
  audience: 'patient',
  visitAt: now,
  visitTypeName: [],
})
const content = (noteVersion: number, text = 'Rest.') => ({
  noteVersion,
  instructions: [{ heading: [], text }],
  diagnoses: [],
  corrections: [],
})
const next: NextVisit = {
  visitTypeId: 't',
  practitionerId: 'd',
  earliest: '2026-12-20',
  latest: '2027-01-10',
  appointmentId: null,
}

describe('a summary', () => {
  it('accepts a later version of the note, never an earlier one or the same again', () => {
    const published = publishSummary(draft, content(3), null, now)
    expect(published).toMatchObject({ status: 'published', noteVersion: 3, publishedAt: now, correctedAt: null })
    if (published === null) throw new Error('it was not published')
    expect(publishSummary(published, content(3, 'Other.'), null, now)).toBeNull()
    expect(publishSummary(published, content(2, 'Other.'), null, now)).toBeNull()
    const later = new Date(now.getTime() + 1)
    expect(publishSummary(published, content(4), null, later)).toMatchObject({ noteVersion: 4, correctedAt: null })
    expect(publishSummary(published, content(4, 'Other.'), null, later)).toMatchObject({
      correctedAt: later,
      publishedAt: now,
    })
  })

  it('prefers the practitioner’s proposal to the default', () => {
    expect(publishSummary(draft, content(1), next, now)?.next).toEqual(next)
    const own = { ...next, visitTypeId: 'own' }
    expect(publishSummary(proposeNext(draft, own), content(1), next, now)?.next).toEqual(own)
  })

  it('counts days in the patient’s own calendar', () => {
    // 23:30 in New York, the next day in UTC.
    const visitAt = new Date('2026-11-26T04:30:00Z')
    const usual = { afterDays: 7, withinDays: 14 }
    expect(suggestNext(visitAt, 'America/New_York', usual, 't', 'd')).toMatchObject({
      earliest: '2026-12-02',
      latest: '2026-12-09',
    })
    expect(suggestNext(visitAt, 'UTC', usual, 't', 'd').earliest).toBe('2026-12-03')
  })
})

describe('the reminder of a next visit', () => {
  const published = publishSummary(draft, content(1), next, now) ?? draft

  it('is sent some days before its period begins, and not on the day of the visit itself', () => {
    expect(reminderOf(published, policy, now)).toEqual(new Date('2026-12-13T17:00:00Z'))
    const soon = { ...published, next: { ...next, earliest: '2026-11-26' } }
    expect(reminderOf(soon, policy, now)).toEqual(new Date('2026-11-26T15:00:00Z'))
  })

  it('is cancelled with the proposal, its booking or its period, or while the patient cannot see the summary', () => {
    expect(reminderOf({ ...published, next: null }, policy, now)).toBeNull()
    expect(reminderOf(bookNext(published, 'a'), policy, now)).toBeNull()
    expect(reminderOf(published, policy, new Date('2027-02-01T00:00:00Z'))).toBeNull()
    expect(reminderOf({ ...published, status: 'draft' }, policy, now)).toBeNull()
  })
})
