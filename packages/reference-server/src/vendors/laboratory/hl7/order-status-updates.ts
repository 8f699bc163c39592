import type { ReportedOrderStatus, UnsolicitedStatus } from '../provider.ts'
import type { ReportedPerson } from '../report.ts'
import { codedOf } from './coded-of.ts'
import { readPerson } from './read-person.ts'
import { valueOf, type Message, type Segment } from './segment.ts'

/** Stored with a message: what a later version reads from the same bytes may differ. */
export const orderStatusParser = 'hl7-orl/1'

/** HL7 table 0119, codes of a filler. `OC` and `CR` both end a test. Null: it does not affect an order's state. */
const statusByCode: Readonly<Record<string, UnsolicitedStatus['status'] | null>> = {
  OK: 'accepted',
  UA: 'refused',
  CR: 'cancelled',
  OC: 'cancelled',
  UC: 'not-cancelled',
  NA: null,
  RR: null,
  RE: null,
  PR: null,
  CN: null,
  PA: null,
  CH: null,
}
/** HL7 table 0038, the status that ORC-5 gives with `SC`. */
const changedStatus: Readonly<Record<string, UnsolicitedStatus['status'] | null>> = {
  '': null,
  A: null,
  CM: null,
  IP: null,
  SC: null,
  CA: 'cancelled',
}
const longestText = 500
/** The standard's maximum length of an entity identifier. */
const longestNumber = 199

const statusOf = (common: Segment): UnsolicitedStatus['status'] | null => {
  const [table, code] =
    valueOf(common, 1) === 'SC' ? [changedStatus, valueOf(common, 5)] : [statusByCode, valueOf(common, 1)]
  const status = Object.hasOwn(table, code) ? table[code] : undefined
  return status === undefined ? 'unknown' : status
}

/** The status of each test in an ORL^O22, with everything that says whose test it is. */
export const readUnsolicitedStatuses = (message: Message): UnsolicitedStatus[] => {
  const updates: UnsolicitedStatus[] = []
  let person: ReportedPerson | null = null
  let part = -1
  let open: Omit<UnsolicitedStatus, 'text'> | null = null
  let words: string[] = []
  const close = (): void => {
    if (open !== null)
      updates.push({ ...open, text: words.length === 0 ? null : words.join(' ').slice(0, longestText) })
    open = null
    words = []
  }
  for (const segment of message)
    switch (segment.name) {
      case 'PID':
        close()
        person = readPerson(segment)
        part += 1
        break
      case 'ORC': {
        close()
        const status = statusOf(segment)
        if (status === null) break
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
        if (open !== null) words.push(valueOf(segment, 3))
        break
      default:
    }
  close()
  return updates
}

/** The status of each test in the response to a request. */
export const readOrderStatusUpdates = (message: Message): ReportedOrderStatus[] =>
  readUnsolicitedStatuses(message).map(({ placerNumber, status, text }) => ({ placerNumber, status, text }))
