import type { LaboratoryOrder, LaboratoryRequest, OrderedAnswer, OrderedPatient, OrderedTest } from '../provider.ts'
import { shortNumber } from '../short-number.ts'
import { insuranceSegments } from './insurance-segments.ts'
import { writeHeader, type Station } from './message-header.ts'
import { segment, type FieldText, type Message, type RepeatedField, type Segment } from './segment.ts'
import { splitDisplayName } from '../../../platform/names/split-display-name.ts'
import { addressField, nameParts, phoneField, sexField } from './person-fields.ts'
import { writeDate, writeTimestamp } from './timestamps.ts'

/** The sender and receiver of orders. */
export interface OrderRoute {
  readonly sender: Station
  readonly receiver: Station
  /** `P`, or `T` with a laboratory's test system. */
  readonly processing: string
}

/** MSH-10 of a request: unchanged in every repeat, so that the laboratory accepts it once. */
export const controlIdOf = ({ id }: Pick<LaboratoryRequest, 'id'>): string => shortNumber(id, 20)

/**
 * OML^O21^OML_O21 (HL7 v2.5.1, 4.4.6): a new order (ORC-1 `NW`) or its cancellation (`CA`). One ORC group per test, all with the placer
 * group number; what has to go with it in NTE after the patient; coverages in IN1, who pays the rest in GT1, priority in TQ1, diagnoses in DG1, answers to order-entry questions in OBX, what
 * is examined in SPM. A cancellation repeats only the diagnoses of its order.
 */
export const orderMessage = ({ kind, id, order }: LaboratoryRequest, route: OrderRoute, at: Date): Message => [
  writeHeader({ ...route, at, type: ['OML', 'O21', 'OML_O21'], controlId: controlIdOf({ id }), wantsResponse: true }),
  patientSegment(order.patient, route),
  ...(order.accompaniment ?? []).map((text, index) => segment('NTE', { 1: String(index + 1), 2: 'P', 3: text })),
  ...(kind === 'order' ? insuranceSegments(order) : []),
  ...order.tests.flatMap((test, index) => testSegments(kind === 'order' ? 'NW' : 'CA', order, test, index + 1, route)),
]

/**
 * XPN: a legal name. A person with a single name has it as family name, which XPN requires. A name that is written in other letters is
 * repeated: `A` (alphabetic) in Latin letters first, for readers of one repetition, then `I` (ideographic) as it is (HL7 table 4000).
 */
const nameField = ({ name, originalName }: OrderedPatient): FieldText | RepeatedField =>
  originalName === undefined
    ? [...nameParts(name), '', '', 'L']
    : {
        repetitions: [
          [...nameParts(name), '', '', 'L', 'A'],
          [...nameParts(originalName), '', '', 'L', 'I'],
        ],
      }

const patientSegment = (patient: OrderedPatient, route: OrderRoute): Segment => {
  const { number, birthDate, sex, phone, address } = patient
  return segment('PID', {
    1: '1',
    3: [number, '', '', route.sender.facility, 'MR'],
    5: nameField(patient),
    7: writeDate(birthDate),
    8: sexField(sex),
    11: addressField(address),
    13: phoneField(phone),
  })
}

const testSegments = (
  control: 'NW' | 'CA',
  order: LaboratoryOrder,
  test: OrderedTest,
  position: number,
  route: OrderRoute,
): Segment[] => {
  const placed = writeTimestamp(new Date(order.placedAt))
  const placer: FieldText = [test.placerNumber, route.sender.application]
  const { npi, displayName, name = splitDisplayName(displayName) } = order.practitioner
  const practitioner: FieldText = [
    npi,
    ...nameParts(name),
    '',
    '',
    '',
    ['NPI', '2.16.840.1.113883.4.6', 'ISO'],
    'L',
    '',
    '',
    'NPI',
  ]
  const common = segment('ORC', {
    1: control,
    2: placer,
    4: [order.groupNumber, route.sender.application],
    9: placed,
    12: practitioner,
  })
  const request = segment('OBR', {
    1: String(position),
    2: placer,
    4: [test.code, test.name, 'L', test.loinc, test.name, 'LN'],
    16: practitioner,
  })
  const diagnoses = order.diagnoses.map(({ code, text }, index) =>
    segment('DG1', { 1: String(index + 1), 3: [code, text, 'I10C'], 6: 'W' }),
  )
  if (control === 'CA') return [common, request, ...diagnoses]
  return [
    common,
    segment('TQ1', { 1: '1', 9: order.priority === 'urgent' ? ['A', 'ASAP', 'HL70485'] : ['R', 'Routine', 'HL70485'] }),
    request,
    ...(order.note === undefined ? [] : [segment('NTE', { 1: '1', 2: 'P', 3: order.note })]),
    ...diagnoses,
    ...test.answers.map(answerSegment),
    ...(test.specimen === undefined
      ? []
      : [segment('SPM', { 1: '1', 4: [test.specimen.code, test.specimen.text, test.specimen.table] })]),
  ]
}

/** OBX-11 `O`: a detail of the order, not a result. */
const answerSegment = (response: OrderedAnswer, index: number): Segment => {
  const { type, value } = valueOfAnswer(response)
  return segment('OBX', {
    1: String(index + 1),
    2: type,
    // A question of an imported catalog has its LOINC code, others that of the laboratory.
    3: [response.code, response.question, /^\d{1,7}-\d$/.test(response.code) ? 'LN' : 'L'],
    5: value,
    11: 'O',
  })
}

const valueOfAnswer = ({ type, value, text }: OrderedAnswer): { readonly type: string; readonly value: FieldText } => {
  switch (type) {
    case 'number':
      return { type: 'NM', value }
    case 'date':
      return { type: 'DT', value: writeDate(value) }
    case 'choice':
      return { type: 'CE', value: [value, text ?? value, 'L'] }
    case 'yes-no':
      return { type: 'CE', value: value === 'yes' ? ['Y', 'Yes', 'HL70136'] : ['N', 'No', 'HL70136'] }
    case 'text':
      return { type: 'ST', value }
  }
}
