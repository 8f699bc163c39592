import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { parse } from '../../../../sandbox/src/clearinghouse/x12.ts'
import { arbitraryClaim } from './arbitrary-claim.testing.ts'
import { ask, question } from './example-inquiry.testing.ts'
import { exampleAccount } from './example-claim.testing.ts'
import { writeEligibilityInquiry } from './write-eligibility-inquiry.ts'
import { x12Text } from './x12/x12-text.ts'

describe('a 270', () => {
  it('contains the inquiry, as another parser reads it', () => {
    fc.assert(
      fc.property(arbitraryClaim, ({ subscriber, dependent, payer }) => {
        const rows = parse(ask({ ...question, payer, subscriber, dependent })).segments
        const person = (code: string): readonly string[] | undefined =>
          rows.find(([tag, one]) => tag === 'NM1' && one === code)
        expect(person('IL')?.[3]).toBe(x12Text(subscriber.name.last))
        expect(person('IL')?.[9]).toBe(subscriber.memberId)
        expect(person('PR')?.[9]).toBe(payer.id)
        expect(person('03')?.[3]).toBe(dependent ? x12Text(dependent.name.last) : undefined)
        expect(rows.filter(([tag]) => tag === 'EQ').map(([, type]) => type)).toEqual(['30', '98'])
        expect(rows.filter(([tag]) => tag === 'TRN')).toHaveLength(1)
      }),
    )
  })

  it('asks with as many EQ as the account has service types', () => {
    const rows = parse(
      writeEligibilityInquiry({
        account: { ...exampleAccount, serviceTypes: ['30'] },
        control: { interchange: 1, group: 1 },
        traceNumber: 'ASK-1',
        createdAt: new Date('2026-11-24T10:15:00Z'),
        request: question,
      }),
    ).segments
    expect(rows.filter(([tag]) => tag === 'EQ')).toEqual([['EQ', '30']])
  })

  it('omits an unknown gender, for which it has no code', () => {
    const asked = { ...question, subscriber: { ...question.subscriber, gender: 'unknown' as const } }
    expect(ask(asked)).toContain('DMG*D8*19840229~')
  })

  it('is refused with the field if a name cannot be represented', () => {
    const asked = {
      ...question,
      subscriber: { ...question.subscriber, name: { ...question.subscriber.name, last: '李' } },
    }
    expect(() => ask(asked)).toThrow('/question/subscriber/name/last characters')
  })
})
