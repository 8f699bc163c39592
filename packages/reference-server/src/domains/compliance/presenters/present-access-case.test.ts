import { expect, it } from 'vitest'
import { access, at, member, monitor, patient } from '../model/monitor/one-access.testing.ts'
import { presentAccessCase } from './present-access-case.ts'

it('a case says why it was opened, in sentences without names', () => {
  const relative = { ...patient, householdKey: member.householdKey }
  const { cases } = monitor([{ ...access, at: at(1, 21) }], { patients: [relative] })
  expect(cases.map(presentAccessCase)).toEqual([
    {
      memberId: 'nurse',
      date: '2026-01-06',
      score: 9,
      reasons: [
        { code: 'household', points: 6, text: 'Shares a home address with the patient.' },
        {
          code: 'unexplained',
          points: 2,
          text: 'No appointment, order, task or message links them: 1 access to 1 patient, first at 21:00.',
        },
        { code: 'after-hours', points: 1, text: 'After hours, first at 21:00, and not on a shift.' },
      ],
    },
  ])
})
