import type { FileAcknowledgment, SyntaxFault, TransactionSetAcknowledgment } from './acknowledgment.ts'
import { loopsOf, optionalAt, quantityAt, requiredAt, requiredSegmentOf, segmentOf, textAt } from './x12/elements.ts'
import { readLoops, type Loop, type LoopGrammar } from './x12/loops.ts'
import type { ParsedSegment, TransactionSet } from './x12/read-group.ts'
import { X12Unreadable } from './x12/x12-unreadable.ts'

/** 999, 005010X231A1. */
const grammar: LoopGrammar = {
  id: '999',
  opens: null,
  holds: ['AK1', 'AK9'],
  loops: [
    {
      id: '2000',
      opens: 'AK2',
      holds: ['IK5'],
      loops: [
        { id: '2100', opens: 'IK3', holds: ['CTX'], loops: [{ id: '2110', opens: 'IK4', holds: ['CTX'], loops: [] }] },
      ],
    },
  ],
}

export const readFileAcknowledgment = (set: TransactionSet): FileAcknowledgment => {
  const root = readLoops(grammar, set.segments)
  const group = requiredSegmentOf(root, 'AK1')
  const trailer = requiredSegmentOf(root, 'AK9')
  const number = requiredAt(group, 2)
  if (!/^\d{1,9}$/.test(number)) throw new X12Unreadable('control_number', 'AK1', group.position)
  return {
    functionalId: requiredAt(group, 1),
    groupControlNumber: Number(number),
    outcome: groupOutcome(trailer),
    receivedSets: quantityAt(trailer, 3),
    acceptedSets: quantityAt(trailer, 4),
    codes: codesAt(trailer, [5, 6, 7, 8, 9]),
    sets: loopsOf(root, '2000').map(readSet),
  }
}

const codesAt = (segment: ParsedSegment, elements: readonly number[]): readonly string[] =>
  elements.map((element) => textAt(segment, element)).filter((code) => code !== '')

const groupOutcome = (trailer: ParsedSegment): FileAcknowledgment['outcome'] => {
  switch (requiredAt(trailer, 1)) {
    case 'A':
      return 'accepted'
    case 'E':
      return 'accepted-with-faults'
    case 'P':
      return 'partially-accepted'
    case 'M':
    case 'R':
    case 'W':
    case 'X':
      return 'rejected'
    default:
      throw new X12Unreadable('code', 'AK9', trailer.position)
  }
}

const readSet = (loop: Loop): TransactionSetAcknowledgment => {
  const trailer = requiredSegmentOf(loop, 'IK5')
  const header = requiredSegmentOf(loop, 'AK2')
  return {
    controlNumber: requiredAt(header, 2),
    outcome: setOutcome(trailer),
    faults: loopsOf(loop, '2100').flatMap(readFaults),
    codes: codesAt(trailer, [2, 3, 4, 5, 6]),
  }
}

const setOutcome = (trailer: ParsedSegment): TransactionSetAcknowledgment['outcome'] => {
  switch (requiredAt(trailer, 1)) {
    case 'A':
      return 'accepted'
    case 'E':
      return 'accepted-with-faults'
    case 'M':
    case 'R':
    case 'W':
    case 'X':
      return 'rejected'
    default:
      throw new X12Unreadable('code', 'IK5', trailer.position)
  }
}

/** The fault of a segment, or one for each of its elements. IK404 repeats the bad data: it is a patient's data and is not kept. */
const readFaults = (loop: Loop): readonly SyntaxFault[] => {
  const segment = requiredSegmentOf(loop, 'IK3')
  const where = {
    segment: requiredAt(segment, 1),
    position: quantityAt(segment, 2) ?? 0,
    loop: optionalAt(segment, 3),
  }
  const elements = loopsOf(loop, '2110')
  if (elements.length === 0) return [{ ...where, element: null, component: null, code: requiredAt(segment, 4) }]
  return elements.map((each) => {
    const element = segmentOf(each, 'IK4') as ParsedSegment
    const component = textAt(element, 1, 2)
    return {
      ...where,
      element: Number(requiredAt(element, 1)),
      component: component === '' ? null : Number(component),
      code: requiredAt(element, 3),
    }
  })
}
