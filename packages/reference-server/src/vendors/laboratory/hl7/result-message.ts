import type { LaboratoryReport, ReportedObservation, ReportedPerson } from '../report.ts'
import { abnormalFlag } from './abnormal-flag.ts'
import { Hl7Fault } from './hl7-fault.ts'
import type { MessageHeader } from './message-header.ts'
import { observationValue } from './observation-value.ts'
import { repetitionsOf, valueIn, valueOf, type Message, type Segment } from './segment.ts'
import { readDate, readTimestamp } from './timestamps.ts'
import { assignObservationKeys } from './assign-observation-keys.ts'

/** Reads the reports of an ORU^R01^ORU_R01 (HL7 v2.5.1, 7.3.1). Throws Hl7Fault, with the position, if a required part is missing. */
export const readResults = (message: Message, header: MessageHeader): LaboratoryReport[] => {
  const groups = groupsOf(message)
  if (groups.length === 0) throw new Hl7Fault('101', 'no OBR segment', { segment: 'OBR', sequence: 1 })
  const reports = groups.map((group) => readReport(group, header))
  return assignObservationKeys(reports.map((report, index) => withParentNamed(report, groups[index]?.request, reports)))
}

/** Two rows named Ampicillin cannot be distinguished, so each observation of a child result also names its parent. */
const withParentNamed = (
  report: LaboratoryReport,
  request: Segment | undefined,
  reports: readonly LaboratoryReport[],
): LaboratoryReport => {
  if (report.parent === '') return report
  const about = reports
    .filter(({ fillerNumber }) => fillerNumber === report.fillerNumber)
    .flatMap(({ observations }) => observations)
    .find(({ key }) => key === report.parent)
  const name = about?.value ?? valueOf(request, 26, 3)
  if (name === '') return report
  return { ...report, observations: report.observations.map((each) => ({ ...each, name: `${each.name} (${name})` })) }
}

interface ReportGroup {
  readonly person: Segment
  readonly common: Segment | undefined
  readonly request: Segment
  /** Position of the OBR in the message. */
  readonly position: number
  readonly observations: { readonly segment: Segment; readonly notes: string[] }[]
  readonly notes: string[]
  readonly specimens: Segment[]
}

const groupsOf = (message: Message): ReportGroup[] => {
  const groups: ReportGroup[] = []
  let person: Segment | null = null
  let common: Segment | undefined
  let open: ReportGroup | null = null
  for (const segment of message) {
    switch (segment.name) {
      case 'PID':
        person = segment
        common = undefined
        open = null
        break
      case 'ORC':
        common = segment
        break
      case 'OBR':
        if (person === null)
          throw new Hl7Fault('100', 'OBR before PID', { segment: 'OBR', sequence: groups.length + 1 })
        open = {
          person,
          common,
          request: segment,
          position: groups.length + 1,
          observations: [],
          notes: [],
          specimens: [],
        }
        groups.push(open)
        common = undefined
        break
      case 'OBX':
        if (open === null) throw new Hl7Fault('100', 'OBX before OBR', { segment: 'OBX', sequence: 1 })
        // Also after SPM: some laboratories put the specimen first.
        open.observations.push({ segment, notes: [] })
        break
      case 'NTE':
        if (open !== null) (open.observations.at(-1)?.notes ?? open.notes).push(noteOf(segment))
        break
      case 'SPM':
        open?.specimens.push(segment)
        break
      default:
    }
  }
  return groups
}

const noteOf = (note: Segment): string =>
  repetitionsOf(note, 3)
    .map((each) => valueIn(each))
    .join('\n')

const readReport = (group: ReportGroup, header: MessageHeader): LaboratoryReport => {
  const { request, common, position } = group
  const fillerNumber = valueOf(request, 3) || valueOf(common, 3)
  if (fillerNumber === '')
    throw new Hl7Fault('101', 'no filler number', { segment: 'OBR', sequence: position, field: 3 })
  // The standard's maximum length of an entity identifier. A longer value is not a number.
  if (fillerNumber.length > 199)
    throw new Hl7Fault('102', 'filler number too long', { segment: 'OBR', sequence: position, field: 3 })
  const test = codedOf(request, 4)
  if (test.code === '') throw new Hl7Fault('101', 'no test', { segment: 'OBR', sequence: position, field: 4 })
  // SPM-21: why the specimen was rejected.
  const specimenIsUnsatisfactory = group.specimens.some((specimen) => valueOf(specimen, 21) !== '')
  const observations = group.observations.map((each, index) =>
    readObservation(each.segment, each.notes, { specimenIsUnsatisfactory, offset: header.offset, position: index + 1 }),
  )
  const performer = group.observations
    .map(({ segment }) => valueOf(segment, 23) || valueOf(segment, 15, 2))
    .find((name) => name !== '')
  return {
    person: readPerson(group.person),
    placerNumber: valueOf(request, 2) || valueOf(common, 2),
    fillerNumber,
    test,
    parent: parentOf(request),
    status: reportStatus(valueOf(request, 25), observations, position),
    reportedAt: (readTimestamp(valueOf(request, 22), header.offset) ?? header.sentAt)?.toISOString() ?? null,
    laboratory: performer ?? (header.sender.facility || header.sender.application),
    observations: group.notes.length === 0 ? observations : withNote(observations, group.notes.join('\n')),
  }
}

/** A comment on the whole report is shown with its first measurement. */
const withNote = ([first, ...rest]: readonly ReportedObservation[], note: string): ReportedObservation[] =>
  first === undefined
    ? []
    : [{ ...first, note: [note, first.note].filter((each) => each !== null).join('\n') }, ...rest]

/** OBR-26: code and sub-id of the parent observation, in the form of its key; without a sub-id, its text. */
const parentOf = (request: Segment): string => {
  const [code, which] = [valueOf(request, 26), valueOf(request, 26, 2) || valueOf(request, 26, 3)]
  return code === '' && which === '' ? '' : `${code}/${which}`
}

const readPerson = (person: Segment): ReportedPerson => ({
  family: valueOf(person, 5),
  given: valueOf(person, 5, 2),
  birthDate: readDate(valueOf(person, 7)),
  sex: valueOf(person, 8),
})

/** A coded element in which LOINC is either the primary or the alternate code. */
const codedOf = (of: Segment, field: number): { code: string; loinc: string; name: string } => {
  const [first, second] = [1, 4].map((at) => ({
    code: valueOf(of, field, at),
    name: valueOf(of, field, at + 1),
    isLoinc: valueOf(of, field, at + 2) === 'LN',
  }))
  const loinc = [first, second].find((each) => each?.isLoinc)?.code ?? ''
  const own = [first, second].find((each) => each !== undefined && !each.isLoinc && each.code !== '')
  return { code: own?.code ?? loinc, loinc, name: first?.name || second?.name || own?.code || loinc }
}

/** HL7 table 0123. */
const reportStatuses: Readonly<Record<string, LaboratoryReport['status']>> = {
  O: 'partial',
  I: 'partial',
  S: 'partial',
  A: 'partial',
  P: 'partial',
  R: 'partial',
  F: 'final',
  C: 'corrected',
  X: 'cancelled',
}

const reportStatus = (
  written: string,
  observations: readonly ReportedObservation[],
  position: number,
): LaboratoryReport['status'] => {
  if (written === '') {
    if (observations.some(({ status }) => status === 'corrected')) return 'corrected'
    return observations.length === 0 || observations.some(({ status }) => status === 'preliminary')
      ? 'partial'
      : 'final'
  }
  const status = reportStatuses[written]
  if (status === undefined)
    throw new Hl7Fault('103', 'unknown status', { segment: 'OBR', sequence: position, field: 25 })
  return status
}

/** HL7 table 0085. `D` and `W` withdraw what was sent; for `X` and `N` no result will follow. */
const observationStatuses: Readonly<Record<string, ReportedObservation['status']>> = {
  I: 'preliminary',
  P: 'preliminary',
  R: 'preliminary',
  S: 'preliminary',
  B: 'preliminary',
  F: 'final',
  U: 'final',
  V: 'final',
  C: 'corrected',
  D: 'cancelled',
  W: 'cancelled',
  X: 'cancelled',
  N: 'cancelled',
}

const readObservation = (
  segment: Segment,
  notes: readonly string[],
  about: { readonly specimenIsUnsatisfactory: boolean; readonly offset: string; readonly position: number },
): ReportedObservation => {
  const place = { segment: 'OBX', sequence: about.position }
  const { code, loinc, name } = codedOf(segment, 3)
  if (code === '') throw new Hl7Fault('101', 'no observation code', { ...place, field: 3 })
  const written = valueOf(segment, 11)
  const status = observationStatuses[written]
  if (status === undefined)
    throw new Hl7Fault(written === '' ? '101' : '103', 'no known status', { ...place, field: 11 })
  const { text: value, isUnreadable } = observationValue(segment)
  const remarks = isUnreadable ? [...notes, 'The laboratory sent a document. Ask the laboratory for it.'] : notes
  return {
    key: `${loinc || code}/${valueOf(segment, 4)}`,
    block: '',
    loinc: loinc || code,
    name,
    value,
    dataAbsentReason: value === null ? absence(written, isUnreadable, about.specimenIsUnsatisfactory) : null,
    unit: valueOf(segment, 6) || valueOf(segment, 6, 2) || null,
    referenceRange: valueOf(segment, 7) || null,
    flag: abnormalFlag(repetitionsOf(segment, 8).map((each) => valueIn(each))),
    status,
    observedAt: readTimestamp(valueOf(segment, 14), about.offset)?.toISOString() ?? null,
    note: remarks.length === 0 ? null : remarks.join('\n'),
  }
}

const absence = (
  status: string,
  isDocument: boolean,
  specimenIsUnsatisfactory: boolean,
): ReportedObservation['dataAbsentReason'] => {
  if (isDocument) return 'unknown'
  if (specimenIsUnsatisfactory) return 'specimen-unsatisfactory'
  if (status === 'X' || status === 'N') return 'not-performed'
  return observationStatuses[status] === 'preliminary' ? 'pending' : 'unknown'
}
