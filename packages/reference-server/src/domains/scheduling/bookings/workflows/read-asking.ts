import type { ReadContext } from '../../../../platform/contracts/context.ts'
import { busyIdsOf } from '../../kernel/model/claimed-times.ts'
import type { Period } from '../../kernel/model/start-bounds.ts'
import type { Hold } from '../../kernel/model/hold.ts'
import type { BookablePatient, SchedulingPorts } from '../../ports.ts'
import { invalidRequest } from '../../problems.ts'
import { listOtherVisits, readAppointment, type EncryptedAppointment } from '../../kernel/store/appointments.ts'
import { listOwnHolds } from '../../kernel/store/holds.ts'

/** What a search or a hold is for. */
export interface AskedFor {
  readonly patientId?: string | undefined
  /** The appointment to reschedule. */
  readonly appointmentId?: string | undefined
  readonly visitTypeId: string
  /** Bounds the visits of the patient that matter. */
  readonly period: Period
  /** Where the request names its values: pointers begin with it. */
  readonly pointer: 'query:' | '/'
  /** To hold, the caller's holds are always read: another process may have stored one. A search reads them if this process knows of some. */
  readonly isToHold: boolean
}

/** Who asks, and what does not block them. */
export interface Asking {
  readonly patient: BookablePatient | undefined
  readonly appointment: EncryptedAppointment | undefined
  /** The organization's zone. */
  readonly zone: string
  readonly otherVisits: readonly Period[]
  /** All holds of the caller. */
  readonly holds: readonly Hold[]
  /** Those for this patient: they do not block, and a new one may replace them. */
  readonly ownHolds: readonly Hold[]
  /** Ids of the busy periods that do not block. */
  readonly except: ReadonlySet<string>
}

const isForPatient = ({ patientId }: Hold, asked: string | undefined): boolean =>
  patientId === null || asked === undefined || patientId === asked

/** Reads the caller's side of the calendar: patient, appointment, other visits and own holds. */
export const readAsking = async (
  { directory, slots }: SchedulingPorts,
  context: ReadContext,
  { patientId: named, appointmentId, visitTypeId, period, pointer, isToHold }: AskedFor,
): Promise<Asking> => {
  const appointment =
    appointmentId === undefined ? undefined : await readAppointment(context.db, context, appointmentId)
  if (appointment && named !== undefined && named !== appointment.patientId)
    throw invalidRequest([
      {
        pointer: `${pointer}patientId`,
        code: 'wrong_value',
        message: 'Must be the patient of the appointment, or absent.',
      },
    ])
  if (appointment && appointment.visitTypeId !== visitTypeId)
    throw invalidRequest([
      { pointer: `${pointer}visitTypeId`, code: 'wrong_value', message: 'Must be the visit type of the appointment.' },
    ])
  const patientId = appointment?.patientId ?? named
  if (patientId !== undefined) await directory.actingFor(context, patientId, 'schedule')
  const { caller, now } = context
  const readHolds = () => listOwnHolds(context.db, caller.personId, now)
  const [holds, { zone }, patient, otherVisits] = await Promise.all([
    isToHold
      ? readHolds()
      : slots.calendar(context).then((calendar) => (calendar.hasHolds(caller.personId, now) ? readHolds() : [])),
    directory.organization(context),
    patientId === undefined ? undefined : directory.patient(context, patientId),
    patientId === undefined ? [] : listOtherVisits(context.db, patientId, period, appointmentId),
  ])
  const ownHolds = holds.filter((hold) => isForPatient(hold, patientId))
  return {
    patient,
    appointment,
    zone,
    otherVisits,
    holds,
    ownHolds,
    except: new Set([...ownHolds, ...(appointment ? [appointment] : [])].flatMap((each) => busyIdsOf(each))),
  }
}
