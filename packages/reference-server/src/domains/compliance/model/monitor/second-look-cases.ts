import type { AccessCase, SecondLook } from './access-case.ts'

/**
 * What is listed for a second look, as a case without points for each member and day. None where the day has a case: who works on that reads
 * all accesses of the member.
 */
export const secondLookCases = (
  secondLooks: readonly SecondLook[],
  cases: readonly Pick<AccessCase, 'memberId' | 'day'>[],
): readonly AccessCase[] => {
  const keyOf = ({ memberId, day }: Pick<AccessCase, 'memberId' | 'day'>): string => `${day} ${memberId}`
  const taken = new Set(cases.map(keyOf))
  return [...Map.groupBy(secondLooks, keyOf)].flatMap(([key, looks]): AccessCase[] => {
    const [first] = looks
    if (first === undefined || taken.has(key)) return []
    return [
      {
        memberId: first.memberId,
        day: first.day,
        score: 0,
        reasons: [
          {
            ...{ code: 'second-look', points: 0, value: null },
            accesses: looks.length,
            patients: new Set(looks.map(({ patientId }) => patientId)).size,
            firstMinute: Math.min(...looks.map(({ minute }) => minute)),
          },
        ],
        accessIds: looks.map(({ accessId }) => accessId),
      },
    ]
  })
}
