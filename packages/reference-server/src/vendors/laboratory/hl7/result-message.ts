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
export const resultParser = 'hl7-oru/3'

/**
 * Reads the reports of an ORU^R01^ORU_R01 (HL7 v2.5.1, 7.3.1). A test or a measurement that cannot be read is faulty, and none of the others
 * is. Throws Hl7Fault, with the position, if no test can be placed: none has a number and a code, or it is not known whose it is.
 */
export const readResults = (message: Message, header: MessageHeader): LaboratoryReport[] => {
  const groups = groupsOf(message)
  const faults = groups.map(faultOf)
  const fault = faults[0] ?? new Hl7Fault('101', 'no OBR segment', { segment: 'OBR', sequence: 1 })
  if (faults.every((each) => each !== null)) throw fault
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
  /** Its measurements follow no OBR. */
  readonly isWithoutRequest: boolean
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
  // Comments that come before their test.
  let ahead: string[] = []
  let isAhead = false
  const add = (of: Segment, request: Segment | null): ReportGroup => {
    const group: ReportGroup = {
      person: of,
      common,
      request: request ?? { name: 'OBR', fields: [] },
      position: groups.length + 1,
      isWithoutRequest: request === null,
      part: part.number,
      observations: [],
      notes: ahead,
      specimens: [],
    }
    groups.push(group)
    common = undefined
    ahead = []
    isAhead = false
    return group
  }
  for (const [index, segment] of message.entries()) {
    switch (segment.name) {
      case 'PID':
        person = segment
        part = { number: part.number + 1, start: index }
        common = undefined
        open = null
        ahead = []
        break
      case 'ORC':
        common = segment
        isAhead = true
        break
      case 'OBR':
        if (person === null)
          throw new Hl7Fault('100', 'OBR before PID', { segment: 'OBR', sequence: groups.length + 1 })
        open = add(person, segment)
        break
      case 'OBX':
        if (person === null) throw noRequest()
        open ??= add(person, null)
        isAhead = false
        // Also after SPM: some laboratories put the specimen first.
        open.observations.push({ segment, place: beforePatients + index - part.start, notes: [] })
        break
      case 'NTE':
        if (open === null || isAhead) ahead.push(noteOf(segment))
        else (open.observations.at(-1)?.notes ?? open.notes).push(noteOf(segment))
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

const noRequest = (): Hl7Fault => new Hl7Fault('100', 'OBX before OBR', { segment: 'OBX', sequence: 1 })

/** The standard's maximum length of an entity identifier. A longer value is not a number. */
const longestNumber = 199

const fillerNumberOf = ({ request, common }: ReportGroup): string => valueOf(request, 3) || valueOf(common, 3)

/** Why a test cannot be placed; null if it has a number and a code. */
const faultOf = (group: ReportGroup): Hl7Fault | null => {
  if (group.isWithoutRequest) return noRequest()
  const place = (field: number) => ({ segment: 'OBR', sequence: group.position, field })
  const fillerNumber = fillerNumberOf(group)
  if (fillerNumber === '') return new Hl7Fault('101', 'no filler number', place(3))
  if (fillerNumber.length > longestNumber) return new Hl7Fault('102', 'filler number too long', place(3))
  return codedOf(group.request, 4).code === '' ? new Hl7Fault('101', 'no test', place(4)) : null
}

const readReport = (group: ReportGroup, header: MessageHeader): LaboratoryReport => {
  const { request, common } = group
  const fillerNumber = fillerNumberOf(group)
  const test = codedOf(request, 4)
  // SPM-21: why the specimen was rejected.
  const specimenIsUnsatisfactory = group.specimens.some((specimen) => valueOf(specimen, 21) !== '')
  const observations = group.observations.map((each) =>
    readObservation(each, { specimenIsUnsatisfactory, offset: header.offset }),
  )
  const status = reportStatus(valueOf(request, 25), observations)
  const performer = group.observations
    .map(({ segment }) => valueOf(segment, 23) || valueOf(segment, 15, 2))
    .find((name) => name !== '')
  const address = group.observations.map(({ segment }) => addressOf(segment, 24)).find((each) => each !== '')
  const takenAt = collectedAt(request, group.specimens, header.offset)
  const specimen = specimenOf(request, group.specimens)
  const note = group.notes.filter((each) => each.trim() !== '').join('\n')
  return {
    person: readPerson(group.person),
    placerNumber: (valueOf(request, 2) || valueOf(common, 2)).slice(0, longestNumber),
    fillerNumber: fillerNumber.length > longestNumber ? '' : fillerNumber,
    test,
    parent: parentOf(request),
    // It says nothing for certain.
    status: status ?? 'partial',
    ...((status === null || faultOf(group) !== null) && { faulty: true }),
    reportedAt: (readTimestamp(valueOf(request, 22), header.offset) ?? header.sentAt)?.toISOString() ?? null,
    laboratory: performer ?? (header.sender.facility || header.sender.application),
    ...(address !== undefined && { laboratoryAddress: address }),
    ...(takenAt !== null && { collectedAt: takenAt.toISOString() }),
    ...(specimen !== '' && { specimen }),
    ...(note !== '' && { note }),
    part: group.part,
    observations,
  }
}

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

/** Null for a code that is not known. */
const reportStatus = (
  written: string,
  observations: readonly ReportedObservation[],
): LaboratoryReport['status'] | null => {
  if (written === '') {
    if (observations.some(({ status }) => status === 'corrected')) return 'corrected'
    return observations.length === 0 || observations.some(({ status }) => status === 'preliminary')
      ? 'partial'
      : 'final'
  }
  return (Object.hasOwn(reportStatuses, written) ? reportStatuses[written] : null) ?? null
}
