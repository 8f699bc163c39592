import type { ReportedPerson } from '../report.ts'
import { valueOf, type Segment } from './segment.ts'
import { readDate } from './timestamps.ts'

/** The person of a PID. */
export const readPerson = (person: Segment): ReportedPerson => ({
  family: valueOf(person, 5),
  given: valueOf(person, 5, 2),
  ...(valueOf(person, 5, 3) !== '' && { middle: [valueOf(person, 5, 3)] }),
  ...(valueOf(person, 5, 4) !== '' && { suffix: valueOf(person, 5, 4) }),
  birthDate: readDate(valueOf(person, 7)),
  sex: valueOf(person, 8),
})
