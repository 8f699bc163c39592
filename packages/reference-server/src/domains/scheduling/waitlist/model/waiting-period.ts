import { ageBounds } from '../../kernel/model/age-bounds.ts'
import { dayStart } from '../../kernel/model/day-start.ts'
import type { VisitShape } from '../../kernel/model/visit-type.ts'
import { ageOutOfRange, invalidRequest } from '../../problems.ts'

const longestDays = 90

export interface WaitingPeriod {
  readonly fromDay: string
  readonly toDay: string
  readonly from: Date
  readonly to: Date
}

/**
 * The days on which the patient waits, in the organization's zone: those that were requested and on which the patient's age allows the
 * visit. So later offers need not decrypt the date of birth; it is checked again when an offer is accepted.
 */
export const waitingPeriod = (
  asked: { readonly from: string; readonly to: string },
  { ages }: Pick<VisitShape, 'ages'>,
  patient: { readonly birthDate: string; readonly zone: string },
  zone: string,
  now: Date,
): WaitingPeriod => {
  let from = Temporal.PlainDate.from(asked.from)
  let to = Temporal.PlainDate.from(asked.to)
  const days = from.until(to, { largestUnit: 'days' }).days + 1
  if (days < 1 || days > longestDays)
    throw invalidRequest([
      {
        pointer: '/to',
        code: 'out_of_range',
        message: `Must not be before from, and at most ${longestDays - 1} days after it.`,
      },
    ])
  if (dayStart(to.add({ days: 1 }), zone) <= now.getTime())
    throw invalidRequest([{ pointer: '/to', code: 'out_of_range', message: 'Must not be in the past.' }])
  if (ages) {
    const bounds = ageBounds(patient.birthDate, patient.zone, ages)
    while (dayStart(from, zone) < bounds.from && Temporal.PlainDate.compare(from, to) <= 0) from = from.add({ days: 1 })
    while (dayStart(to.add({ days: 1 }), zone) > bounds.to && Temporal.PlainDate.compare(from, to) <= 0)
      to = to.subtract({ days: 1 })
    if (Temporal.PlainDate.compare(from, to) > 0) throw ageOutOfRange()
  }
  return {
    fromDay: from.toString(),
    toDay: to.toString(),
    from: new Date(dayStart(from, zone)),
    to: new Date(dayStart(to.add({ days: 1 }), zone)),
  }
}
