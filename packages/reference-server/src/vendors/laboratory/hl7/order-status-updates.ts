import type { ReportedOrderStatus, UnsolicitedStatus } from '../provider.ts'
import type { ReportedPerson } from '../report.ts'
import { codedOf } from './coded-of.ts'
import { readPerson } from './read-person.ts'
import { repetitionsOf, valueIn, valueOf, type Message, type Segment } from './segment.ts'

/** Stored with a message: what a later version reads from the same bytes may differ. */
export const orderStatusParser = 'hl7-orl/2'

/** HL7 table 0119, codes of a filler. `OC` and `CR` both end a test. `informed`: it does not affect an order's state. */
const statusByCode: Readonly<Record<string, UnsolicitedStatus['status']>> = {
  OK: 'accepted',
  UA: 'refused',
  CR: 'cancelled',
  OC: 'cancelled',
  UC: 'not-cancelled',
  NA: 'informed',
  RR: 'informed',
  RE: 'informed',
  PR: 'informed',
  CN: 'informed',
  PA: 'informed',
  CH: 'informed',
}
/** HL7 table 0038, the status that ORC-5 gives with `SC`. */
const changedStatus: Readonly<Record<string, UnsolicitedStatus['status']>> = {
  '': 'informed',
  A: 'informed',
  CM: 'informed',
  IP: 'informed',
  SC: 'informed',
  CA: 'cancelled',
}
const longestText = 2_000
/** The standard's maximum length of an entity identifier. */
const longestNumber = 199

const statusOf = (common: Segment): UnsolicitedStatus['status'] => {
  const [table, code] =
    valueOf(common, 1) === 'SC' ? [changedStatus, valueOf(common, 5)] : [statusByCode, valueOf(common, 1)]
  return (Object.hasOwn(table, code) ? table[code] : undefined) ?? 'unknown'
}

/** The text of a comment, with each of its repetitions. */
export const wordsOf = (note: Segment): string =>
  repetitionsOf(note, 3)
    .map((each) => valueIn(each))
    .filter((each) => each !== '')
    .join(' ')

/** The status of each test in an ORL^O22, with everything that says whose test it is. */
export const readUnsolicitedStatuses = (message: Message): UnsolicitedStatus[] => {
  const updates: UnsolicitedStatus[] = []
  let person: ReportedPerson | null = null
  let part = -1
  let open: Omit<UnsolicitedStatus, 'text'> | null = null
  // What comes before the first test of a patient is about that test.
  let words: string[] = []
  const close = (): void => {
    if (open === null) return
    updates.push({ ...open, text: words.length === 0 ? null : words.join(' ').slice(0, longestText) })
    open = null
    words = []
  }
  for (const segment of message)
    switch (segment.name) {
      case 'PID':
        close()
        words = part < 0 ? words : []
        person = readPerson(segment)
        part += 1
        break
      case 'ORC': {
        close()
        const status = statusOf(segment)
        const [placerNumber = '', fillerNumber = ''] = [2, 3].map((at) => valueOf(segment, at).slice(0, longestNumber))
        open = { placerNumber, fillerNumber, status, test: null, person, part: Math.max(part, 0) }
        break
      }
      case 'OBR':
        if (open !== null) {
          const known: Omit<UnsolicitedStatus, 'text'> = open
          const test = codedOf(segment, 4)
          open = {
            ...known,
            placerNumber: known.placerNumber || valueOf(segment, 2).slice(0, longestNumber),
            fillerNumber: known.fillerNumber || valueOf(segment, 3).slice(0, longestNumber),
            test: test.code === '' ? null : test,
          }
        }
        break
      case 'NTE':
        words.push(...[wordsOf(segment)].filter((each) => each !== ''))
        break
      default:
    }
  close()
  return updates
}

/** The status of each test in the response to a request. */
export const readOrderStatusUpdates = (message: Message): ReportedOrderStatus[] =>
  readUnsolicitedStatuses(message).map(({ placerNumber, status, text, person }) => ({
    ...{ placerNumber, status, text },
    ...(person !== null && { person }),
  }))
