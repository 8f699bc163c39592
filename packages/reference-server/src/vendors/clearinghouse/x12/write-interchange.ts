import type { Delimiters } from './delimiters.ts'
import type { Segment } from './segment.ts'

export interface Envelope {
  readonly senderId: string
  readonly receiverId: string
  /** ISA13, 1 to 999,999,999. */
  readonly interchangeControlNumber: number
  /** GS06, 1 to 999,999,999. */
  readonly groupControlNumber: number
  /** GS01: HC health care claim, HS eligibility inquiry. */
  readonly functionalId: string
  /** GS08 and ST03, e.g. `005010X222A1`. */
  readonly version: string
  /** ST01. */
  readonly transactionSet: string
  /** Written in UTC: X12 has no time zone here. */
  readonly createdAt: Date
  readonly usage: 'production' | 'test'
  readonly delimiters: Delimiters
}

/**
 * Writes one interchange with one group and one transaction set. `body` contains the segments between ST and SE; their texts are already
 * checked against the delimiters. Only the terminator separates segments.
 */
export const writeInterchange = (envelope: Envelope, body: readonly Segment[]): string => {
  const { delimiters, version } = envelope
  const day = envelope.createdAt.toISOString().slice(0, 10).replaceAll('-', '')
  const time = envelope.createdAt.toISOString().slice(11, 16).replace(':', '')
  const interchange = controlNumber(envelope.interchangeControlNumber)
  const group = String(Number(controlNumber(envelope.groupControlNumber)))
  const line = (...elements: readonly string[]): string => elements.join(delimiters.element) + delimiters.segment
  return [
    line(
      'ISA',
      '00',
      ' '.repeat(10),
      '00',
      ' '.repeat(10),
      'ZZ',
      party(envelope.senderId),
      'ZZ',
      party(envelope.receiverId),
      day.slice(2),
      time,
      delimiters.repetition,
      '00501',
      interchange,
      '0',
      envelope.usage === 'production' ? 'P' : 'T',
      delimiters.component,
    ),
    line('GS', envelope.functionalId, envelope.senderId, envelope.receiverId, day, time, group, 'X', version),
    line('ST', envelope.transactionSet, '0001', version),
    ...body.map((each) => writeSegment(each, delimiters)),
    line('SE', String(body.length + 2), '0001'),
    line('GE', '1', group),
    line('IEA', '1', interchange),
  ].join('')
}

const writeSegment = ({ tag, elements }: Segment, delimiters: Delimiters): string => {
  const texts = elements.map((element) =>
    typeof element === 'string' ? element : trimEnd(element).join(delimiters.component),
  )
  return [tag, ...trimEnd(texts)].join(delimiters.element) + delimiters.segment
}

const trimEnd = (parts: readonly string[]): readonly string[] =>
  parts.slice(0, parts.findLastIndex((part) => part !== '') + 1)

const controlNumber = (value: number): string => {
  if (!Number.isSafeInteger(value) || value < 1 || value > 999_999_999)
    throw new RangeError('A control number is 1 to 999999999.')
  return String(value).padStart(9, '0')
}

const party = (id: string): string => {
  if (!/^[A-Z0-9]{2,15}$/.test(id)) throw new RangeError('A party of an interchange has 2 to 15 of A-Z and 0-9.')
  return id.padEnd(15, ' ')
}
