import { describe, expect, it } from 'vitest'
import { appealDeadline, isNextState } from './appeal.ts'

describe('an appeal', () => {
  it('goes forward one step at a time', () => {
    expect(isNextState('draft', 'sent')).toBe(true)
    expect(isNextState('sent', 'answered')).toBe(true)
    expect(isNextState('draft', 'answered')).toBe(false)
    expect(isNextState('sent', 'draft')).toBe(false)
    expect(isNextState('sent', 'sent')).toBe(false)
  })

  it('is due after the latest decision of the payer, by the day in the clinic’s zone', () => {
    const step = (at: string, state: 'denied' | 'accepted' | 'ready', by: 'payer' | 'member') => ({ at, state, by })
    const history = [
      step('2026-01-01T12:00:00Z', 'denied', 'payer'),
      step('2026-02-01T12:00:00Z', 'accepted', 'payer'),
      step('2026-03-02T03:00:00Z', 'denied', 'payer'),
      step('2026-03-05T12:00:00Z', 'ready', 'member'),
    ]
    expect(appealDeadline(history, 120, 'America/New_York')).toBe('2026-06-29')
    expect(appealDeadline(history, 120, 'UTC')).toBe('2026-06-30')
    expect(appealDeadline([step('2026-02-01T12:00:00Z', 'accepted', 'payer')], 120, 'UTC')).toBeNull()
  })
})
