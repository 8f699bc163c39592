import { describe, expect, it } from 'vitest'
import { lintEvents } from './lint-events.ts'
import type { PayloadModel, PayloadProperty } from './read-events.ts'

const property = (more: Partial<PayloadProperty> = {}): PayloadProperty => ({
  name: 'patientId',
  optional: false,
  description: undefined,
  type: 'string',
  phi: null,
  ...more,
})
const event = (more: Partial<PayloadModel> = {}): PayloadModel => ({
  model: 'PatientChanged',
  type: 'directory.patient-changed',
  description: 'A patient was registered.',
  properties: [property()],
  readBy: ['getPatient'],
  webhook: false,
  ...more,
})
const operations = new Set(['getPatient'])
const lint = (events: PayloadModel[], live: PayloadModel[] = [], webhooks: string[] = []) =>
  lintEvents(events, live, operations, webhooks)

describe('refuses the contract', () => {
  it('never for a valid event', () => {
    expect(lint([event()])).toEqual([])
  })

  it.each([
    ['a payload with PHI', event({ properties: [property({ phi: 'is PHI (clinical)' })] }), 'patientId is PHI'],
    ['a payload with free text', event({ properties: [property({ phi: 'is free text (string)' })] }), 'is free text'],
    ['a reader that is no operation', event({ readBy: ['getPatients'] }), 'which is no operation'],
    ['an event without a comment', event({ description: '' }), 'has no doc comment'],
    ['a name in another style', event({ type: 'patientChanged' }), 'is not named like'],
    ['a webhook that anybody could read', event({ webhook: true, readBy: [] }), 'has no @readBy'],
    ['a webhook that is missing in the enumeration', event({ webhook: true }), 'missing in WebhookEventType'],
  ])('for %s', (_, faulty, fault) => {
    expect(lint([faulty]).join(' ')).toContain(fault)
  })

  it('for two models of one event, and for a live message without an operation that reads its data', () => {
    expect(lint([event(), event()]).join(' ')).toContain('is declared by two models')
    expect(lint([], [event({ type: 'patient.changed', readBy: [] })]).join(' ')).toContain('has no @readBy')
  })

  it('for a webhook event type without an event', () => {
    expect(lint([event()], [], ['directory.patient-changed']).join(' ')).toContain('is no event with @webhook')
  })
})
