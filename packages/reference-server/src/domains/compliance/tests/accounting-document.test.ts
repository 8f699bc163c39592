import { describe, expect, it } from 'vitest'
import { accountingDocument } from '../presenters/accounting-document.ts'

describe('an accounting for printing', () => {
  const madeAt = (now: string, zone: string): string | undefined => {
    const { blocks } = accountingDocument(
      { patientId: 'patient', from: '2026-01-01', to: '2026-11-29', items: [] },
      { name: 'Ana Duarte', letters: { rule: 'recorded' }, language: 'en' },
      { brand: { name: 'Lakeside Health', accentColor: '#0b6b6b' }, zone },
      { now: new Date(now), everything: false },
    )
    const facts = blocks.find((block) => block.kind === 'facts')
    return facts?.rows.at(-1)?.value
  }

  it.each([
    ['America/New_York', 'Nov 29, 2026'],
    ['Pacific/Auckland', 'Nov 30, 2026'],
  ])('is dated by the clock of the organization in %s', (zone, day) => {
    expect(madeAt('2026-11-30T03:30:00Z', zone)).toBe(day)
  })
})
