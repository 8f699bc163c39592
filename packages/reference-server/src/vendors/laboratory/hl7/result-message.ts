import type { LaboratoryReport, ReportedObservation } from '../report.ts'
import { codedOf } from './coded-of.ts'
import { Hl7Fault } from './hl7-fault.ts'
import type { MessageHeader } from './message-header.ts'
import { readPerson } from './read-person.ts'
import { readObservation, type ObservationSegment } from './read-observation.ts'
import { repetitionsOf, valueIn, valueOf, type Message, type Segment } from './segment.ts'
import { addressOf, collectedAt, specimenOf } from './specimen-of.ts'
import { readTimestamp } from './timestamps.ts'
import { assignObservationKeys } from './assign-observation-keys.ts'

/** Stored with a message: what a later version reads from the same bytes may differ. */
export const resultParser = 'hl7-oru/2'

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
  /** The patient's part of the message, counted from 0. */
  readonly part: number
  readonly observations: (ObservationSegment & { readonly notes: string[] })[]
  readonly notes: string[]
  readonly specimens: Segment[]
}

const groupsOf = (message: Message): ReportGroup[] => {
  const groups: ReportGroup[] = []
  const beforePatients = message.findIndex(({ name }) => name === 'PID')
  let person: Segment | null = null
  let part = { number: -1, start: 0 }
  let common: Segment | undefined
  let open: ReportGroup | null = null
  for (const [index, segment] of message.entries()) {
    switch (segment.name) {
      case 'PID':
        person = segment
        part = { number: part.number + 1, start: index }
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
          part: part.number,
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
        open.observations.push({ segment, place: beforePatients + index - part.start, notes: [] })
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
    readObservation(each, { specimenIsUnsatisfactory, offset: header.offset, position: index + 1 }),
  )
  const performer = group.observations
    .map(({ segment }) => valueOf(segment, 23) || valueOf(segment, 15, 2))
    .find((name) => name !== '')
  const address = group.observations.map(({ segment }) => addressOf(segment, 24)).find((each) => each !== '')
  const takenAt = collectedAt(request, group.specimens, header.offset)
  const specimen = specimenOf(request, group.specimens)
  return {
    person: readPerson(group.person),
    placerNumber: valueOf(request, 2) || valueOf(common, 2),
    fillerNumber,
    test,
    parent: parentOf(request),
    status: reportStatus(valueOf(request, 25), observations, position),
    reportedAt: (readTimestamp(valueOf(request, 22), header.offset) ?? header.sentAt)?.toISOString() ?? null,
    laboratory: performer ?? (header.sender.facility || header.sender.application),
    ...(address !== undefined && { laboratoryAddress: address }),
    ...(takenAt !== null && { collectedAt: takenAt.toISOString() }),
    ...(specimen !== '' && { specimen }),
    part: group.part,
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
