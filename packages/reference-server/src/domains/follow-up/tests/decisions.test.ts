import { describe, expect, test } from 'vitest'
import type { Change } from '../../../platform/contracts/change.ts'
import type { DecideContext } from '../../../platform/contracts/context.ts'
import type { DomainEvent } from '../../../platform/contracts/event.ts'
import { nothingToDo } from '../../../platform/contracts/reaction.ts'
import { loadFollowUpPack } from '../index.ts'
import { draftSummary, type Summary } from '../model/summary.ts'
import { onAppointmentBookedFulfillProposal } from '../reactions/on-appointment-changed-update-proposal.ts'
import { onNoteSignedPublishSummary } from '../reactions/on-note-signed-publish-summary.ts'
import { onVisitEndedBeginFollowUp } from '../reactions/on-visit-ended-begin-follow-up.ts'

const { policy } = loadFollowUpPack()
const now = new Date('2026-11-25T15:00:00Z')
let ids = 0
const context = { now, newId: () => `id-${(ids += 1)}` } as DecideContext

const draft: Summary = draftSummary({
  visitId: 'visit',
  patientId: 'patient',
  practitionerId: 'practitioner',
  audience: 'patient',
  visitAt: now,
  visitTypeName: [],
})
const next = {
  visitTypeId: 'type',
  practitionerId: null,
  earliest: '2026-12-20',
  latest: '2026-12-30',
  appointmentId: null,
}
/** What a change writes: `insert follow_up.tasks`. A conditional write has an `?`. */
const writesOf = (change: Change<void> | typeof nothingToDo | undefined): string[] =>
  change === undefined || change === nothingToDo
    ? []
    : (change.writes ?? []).map(
        ({ statement: { kind, table, isConditional } }) => `${kind} ${table}${isConditional ? '?' : ''}`,
      )
const eventsOf = (change: Change<void> | typeof nothingToDo | undefined): string[] =>
  change === undefined || change === nothingToDo ? [] : (change.events ?? []).map(({ type }) => type)

describe('the end of a visit, without a database', () => {
  const rule = { priority: 'routine', dueMinutes: 60, assignTo: 'front-desk' } as const
  const gathered = {
    draft,
    policy,
    isCompleted: true,
    asksHowItWas: true,
    rule: null,
    treating: { memberId: null },
  }
  const decide = (more: Partial<Omit<typeof gathered, 'rule'>> & { readonly rule?: typeof rule }) =>
    onVisitEndedBeginFollowUp.decide?.(
      { id: 'event', data: { visitId: 'visit', outcome: 'completed' } } as DomainEvent<'visits.ended'>,
      new Map([['event', { ...gathered, ...more }]]),
      context,
    )

  test('begins a summary and asks how it was; a visit that has a survey is not asked again', () => {
    const change = decide({})
    expect(writesOf(change)).toEqual(['insert follow_up.summaries', 'insert follow_up.surveys?'])
    expect(eventsOf(change)).toEqual(['follow_up.outreach-requested'])
    const other = change === nothingToDo ? undefined : change?.otherwise?.()
    expect(writesOf(other)).toEqual(['insert follow_up.summaries'])
    expect(eventsOf(other)).toEqual([])
  })

  test('raises the task of its outcome once, also without a survey', () => {
    const change = decide({ isCompleted: false, rule })
    expect(writesOf(change)).toEqual(['insert follow_up.tasks?'])
    expect(change !== nothingToDo && writesOf(change?.otherwise?.())).toEqual([])
    const both = decide({ rule })
    expect(eventsOf(both)).toEqual(['follow_up.outreach-requested', 'follow_up.task-changed'])
    expect(both !== nothingToDo && writesOf(both?.otherwise?.())).toEqual([
      'insert follow_up.summaries',
      'insert follow_up.tasks?',
    ])
  })
})

describe('a signed note, without a database', () => {
  const [publish] = onNoteSignedPublishSummary
  const signed = { noteVersion: 2, instructions: [], diagnoses: [], corrections: [] }
  const decide = (before: Summary | null) =>
    publish.decide?.(
      { id: 'event' } as DomainEvent<'documentation.note-signed'>,
      new Map([['event', { before, draft: before ?? draft, policy, signed, suggested: next }]]),
      context,
    )

  test('publishes the draft, or a summary of a visit that has none yet', () => {
    for (const [before, kind] of [
      [null, 'insert'],
      [draft, 'update'],
    ] as const) {
      expect(writesOf(decide(before))).toEqual([`${kind} follow_up.summaries?`])
      expect(eventsOf(decide(before))).toEqual(['follow_up.summary-published'])
    }
  })

  test('that arrives late changes nothing', () => {
    expect(decide({ ...draft, status: 'published', publishedAt: now, noteVersion: 2 })).toBe(nothingToDo)
  })
})

test('a booking fulfills the latest proposal of its visit type, and no other', () => {
  const proposal = { ...draft, status: 'published' as const, publishedAt: now, next }
  const decide = (visitTypeId: string) =>
    onAppointmentBookedFulfillProposal.decide?.(
      {
        data: { patientId: 'patient', visitTypeId, appointmentId: 'appointment' },
      } as DomainEvent<'scheduling.appointment-booked'>,
      [proposal, { ...proposal, visitId: 'earlier' }],
      context,
    )
  const change = decide('type')
  expect(change !== nothingToDo && change?.events).toMatchObject([
    { data: { visitId: 'visit', appointmentId: 'appointment', version: 2 } },
  ])
  expect(decide('another')).toBe(nothingToDo)
})
