import { headerSegment, segment, formatMessage, timestamp } from './hl7.ts'
import type { Person } from './read-orders.ts'

export interface ReportedValue {
  readonly loinc: string
  readonly name: string
  readonly value: string
  readonly unit?: string
  readonly range?: string
  readonly flag?: string
  /** OBX-2; default `NM`. */
  readonly type?: string
  /** OBX-11; default: the status of the report. */
  readonly status?: string
  readonly note?: string
}

/** One complete OBR group of a report. */
export interface Report {
  readonly controlId: string
  readonly application: string
  readonly facility: string
  readonly toApplication: string
  readonly toFacility: string
  /** MSH-11. */
  readonly processing: string
  readonly at: Date
  readonly person: Person
  readonly placerNumber: string
  readonly fillerNumber: string
  readonly test: string
  readonly testName: string
  /** OBR-25: `P`, `F`, `C` or `X`. */
  readonly status: string
  readonly values: readonly ReportedValue[]
  readonly laboratory: string
}

export const writeReport = (report: Report): Buffer => {
  const at = timestamp(report.at)
  const { person } = report
  return formatMessage(
    headerSegment({
      3: report.application,
      4: report.facility,
      5: report.toApplication,
      6: report.toFacility,
      7: at,
      9: ['ORU', 'R01', 'ORU_R01'],
      10: report.controlId,
      11: report.processing,
      12: '2.5.1',
      18: 'UNICODE UTF-8',
    }),
    segment('PID', {
      1: '1',
      3: [person.id, '', '', report.toFacility, 'MR'],
      5: [person.family, person.given],
      7: person.birthDate,
      8: person.sex,
    }),
    segment('ORC', { 1: 'RE', 2: report.placerNumber, 3: report.fillerNumber }),
    segment('OBR', {
      1: '1',
      2: report.placerNumber,
      3: report.fillerNumber,
      4: [report.test, report.testName, 'L'],
      7: at,
      22: at,
      25: report.status,
    }),
    ...report.values.flatMap((value, index) => [
      segment('OBX', {
        1: String(index + 1),
        2: value.type ?? 'NM',
        3: [value.loinc, value.name, 'LN'],
        5: value.value,
        6: value.unit ? [value.unit, value.unit, 'UCUM'] : '',
        7: value.range ?? '',
        8: value.flag ?? '',
        11: value.status ?? report.status,
        14: at,
        23: report.laboratory,
      }),
      ...(value.note === undefined ? [] : [segment('NTE', { 1: '1', 2: 'L', 3: value.note })]),
    ]),
  )
}
