import type { Hl7Segment, Hl7Message } from './hl7.ts'

export interface Person {
  readonly id: string
  readonly family: string
  readonly given: string
  /** `YYYYMMDD`. */
  readonly birthDate: string
  readonly sex: string
}

/** One test of an OML^O21, as the laboratory parses it. */
export interface ReceivedOrder {
  readonly controlId: string
  /** ORC-1. */
  readonly control: string
  readonly placerNumber: string
  readonly groupNumber: string
  readonly test: string
  readonly testName: string
  readonly priority: string
  readonly person: Person
  readonly diagnoses: readonly string[]
  readonly note: string
  /** Order-entry questions and their answers. */
  readonly answers: readonly { readonly code: string; readonly type: string; readonly value: string }[]
  readonly practitioner: string
  /** The laboratory's own number (filler number), assigned when the order is received. */
  readonly fillerNumber: string
}

/** Reads the tests of an order message. `fillerOf` returns the filler number of a placer number, always the same one. */
export const readOrders = (message: Hl7Message, fillerOf: (placerNumber: string) => string): ReceivedOrder[] => {
  const header = message.first('MSH')
  const pid = message.first('PID')
  if (header === undefined || pid === undefined) throw new Error('MSH and PID are required')
  const person: Person = {
    id: pid.at(3),
    family: pid.at(5),
    given: pid.at(5, 2),
    birthDate: pid.at(7),
    sex: pid.at(8),
  }
  const groups: Hl7Segment[][] = []
  for (const each of message.segments) {
    if (each.name === 'ORC') groups.push([each])
    else groups.at(-1)?.push(each)
  }
  return groups.map((group) => {
    const first = (name: string): Hl7Segment | undefined => group.find((each) => each.name === name)
    const orc = first('ORC')
    const obr = first('OBR')
    const placerNumber = orc?.at(2) ?? ''
    if (placerNumber === '' || obr === undefined) throw new Error('ORC-2 and OBR are required')
    return {
      controlId: header.at(10),
      control: orc?.at(1) ?? '',
      placerNumber,
      groupNumber: orc?.at(4) ?? '',
      test: obr.at(4),
      testName: obr.at(4, 2),
      priority: first('TQ1')?.at(9) ?? 'R',
      person,
      diagnoses: group.filter(({ name }) => name === 'DG1').map((each) => each.at(3)),
      note: first('NTE')?.at(3) ?? '',
      answers: group
        .filter(({ name }) => name === 'OBX')
        .map((each) => ({ code: each.at(3), type: each.at(2), value: each.at(5) })),
      practitioner: [orc?.at(12, 3), orc?.at(12, 2)].filter(Boolean).join(' '),
      fillerNumber: fillerOf(placerNumber),
    }
  })
}
