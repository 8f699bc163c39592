import { setTimeout as wait } from 'node:timers/promises'
import { measure } from './analytes.ts'
import { readHl7 } from './hl7.ts'
import { sendBytes, frameMessage, type Destination } from './mllp.ts'
import type { Person, ReceivedOrder } from './read-orders.ts'
import { writeReport, type Report, type ReportedValue } from './write-report.ts'

/** What a test has the laboratory report. The rest is taken from the order with this `placerNumber`, or generated. */
export interface ReportRequest {
  readonly placerNumber?: string
  /** OBR-2, when it is not the order's own number. */
  readonly writtenPlacerNumber?: string
  readonly fillerNumber?: string
  readonly controlId?: string
  /** `P` partial, `F` final, `C` corrected, `X` cancelled. Default `F`. */
  readonly status?: string
  readonly person?: Partial<Person>
  readonly test?: string
  readonly values?: readonly ReportedValue[]
  readonly application?: string
  readonly facility?: string
  readonly processing?: string
}

/** The hospital's response: MSA-1, and of a rejection ERR-3 and ERR-8. Null when it closed the connection without a response. */
export interface HospitalResponse {
  readonly code: string
  readonly answers: string
  readonly error: string
  readonly text: string
}

export interface ReporterOptions {
  readonly destination: () => Destination | null
  readonly application: string
  readonly facility: string
  readonly orders: readonly ReceivedOrder[]
  readonly clock: () => Date
  readonly nextNumber: () => number
  readonly waitMs: number
}

const unknownPerson: Person = { id: '', family: 'Nobody', given: 'Known', birthDate: '19700101', sex: 'U' }

/** Writes reports and sends them to the hospital. */
export const createReporter = ({
  destination,
  application,
  facility,
  orders,
  clock,
  nextNumber,
  waitMs,
}: ReporterOptions) => {
  const deliver = async (bytes: Buffer): Promise<HospitalResponse | null> => {
    const to = destination()
    if (to === null) throw new Error('The laboratory has no destination for results.')
    const answer = await sendBytes(to, bytes, waitMs)
    if (answer === null) return null
    const message = readHl7(answer)
    const [msa, err] = [message.first('MSA'), message.first('ERR')]
    return { code: msa?.at(1) ?? '', answers: msa?.at(2) ?? '', error: err?.at(3) ?? '', text: err?.at(8) ?? '' }
  }
  const reportBytes = (request: ReportRequest): Buffer => {
    const order = orders.findLast(({ placerNumber }) => placerNumber === request.placerNumber)
    const status = request.status ?? 'F'
    const test = request.test ?? order?.test ?? 'K'
    const report: Report = {
      controlId: request.controlId ?? `R${nextNumber()}`,
      application: request.application ?? application,
      facility: request.facility ?? facility,
      toApplication: '',
      toFacility: '',
      processing: request.processing ?? 'P',
      at: clock(),
      person: { ...(order?.person ?? unknownPerson), ...request.person },
      placerNumber: request.writtenPlacerNumber ?? request.placerNumber ?? '',
      fillerNumber: request.fillerNumber ?? order?.fillerNumber ?? `S${nextNumber()}`,
      test,
      testName: order?.testName ?? test,
      status,
      values: request.values ?? valuesOf(test, status, false),
      laboratory: 'Example Reference Laboratory',
    }
    return writeReport(report)
  }
  const report = (request: ReportRequest): Promise<HospitalResponse | null> =>
    deliver(frameMessage(reportBytes(request)))

  /** Like a real interface engine: sends the same bytes again until they are accepted, a limited number of times. */
  const reportUntilTaken = async (request: ReportRequest, signal: AbortSignal): Promise<void> => {
    const bytes = frameMessage(reportBytes(request))
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      const answer = await deliver(bytes).catch(() => null)
      if (answer?.code === 'AA' || signal.aborted) return
      await wait(attempt * 1_000, undefined, { signal })
    }
  }
  return { report, reportUntilTaken, deliver }
}

/** The early analytes of a partial report, all of a final one. */
export const valuesOf = (test: string, status: string, critical: boolean): ReportedValue[] => {
  const measured = measure(test, Math.random, critical)
  const early = measured.filter((each) => each.early)
  const shown = status === 'P' ? (early.length > 0 ? early : measured.slice(0, 1)) : measured
  return shown.map(({ isText, early: _early, ...value }) => ({ ...value, type: isText ? 'TX' : 'NM' }))
}
