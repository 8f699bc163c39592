import type { components } from '@visitkit/contract'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { ReadContext } from '../../../../platform/contracts/context.ts'
import type { Appointment } from '../../kernel/model/appointment.ts'
import { presentAppointment } from '../../kernel/presenters/present-appointment.ts'
import type { Hold } from '../../kernel/model/hold.ts'
import { meetsOtherVisit, misfitOf } from '../../kernel/model/start-bounds.ts'
import { consenting, isWithheldFromOthers, sensitivityOf, type Sensitivity } from '../../kernel/model/sensitivity.ts'
import { checkSupport, type SupportReason } from '../../kernel/model/support.ts'
import type { BookablePatient, SchedulingPorts } from '../../ports.ts'
import { outsideHours, patientBusy, problemOfMisfit, requireCurrentRecord } from '../../problems.ts'
import { listOtherVisits, type AppointmentDetails } from '../../kernel/store/appointments.ts'
import type { OrganizationCalendar } from '../../kernel/store/organization-calendar.ts'
import type { VisitType } from '../../kernel/store/visit-types.ts'

interface BookingWish {
  /** The appointment that moves. Its patient stays in the state that was said for it. */
  readonly moved?: Appointment
  /** What staff say of a minor. */
  readonly minorConsentsAlone?: boolean | undefined
}

export interface BookingPresenter {
  readonly type: VisitType
  readonly patient: BookablePatient
  /** Refuses a time at which the patient has another visit. For the decision: a repeated request has its answer replayed. */
  readonly requireNoOtherVisit: () => void
  /**
   * Refuses a time that the clinic does not support any more, to patients and proxies. Returns the reasons that staff accept by booking it.
   * For the decision.
   */
  readonly requireSupport: () => readonly SupportReason[]
  /** Of a visit of this type that the caller books. */
  readonly sensitivity: Sensitivity
  readonly present: (appointment: Appointment, details: AppointmentDetails) => components['schemas']['Appointment']
}

/**
 * Checks again at booking that this practitioner may see this patient: age, license and language, and that the clinic still supports the
 * time. Notice and horizon were checked at the hold, and stay as they were then.
 */
export const requirePatientFits = async (
  { directory, policy, minorConsent }: SchedulingPorts,
  context: ReadContext,
  calendar: OrganizationCalendar,
  hold: Hold,
  patientId: string,
  { moved, minorConsentsAlone }: BookingWish = {},
): Promise<BookingPresenter> => {
  const { now, caller, access } = context
  await directory.actingFor(context, patientId, 'schedule')
  const [patient, otherVisits, summaries] = await Promise.all([
    directory.patient(context, patientId),
    listOtherVisits(
      context.db,
      patientId,
      { from: hold.start.getTime(), to: hold.end.getTime() },
      moved?.id ?? hold.id,
    ),
    caller.kind === 'member' ? directory.patientSummaries(context, [patientId]) : undefined,
  ])
  // A visit that was booked before can still be moved.
  if (moved === undefined) requireCurrentRecord(patient)
  const type = calendar.visitType(hold.visitTypeId)
  const practitioner = calendar.practitioner(hold.practitionerId)
  const summary = calendar.summary(hold.practitionerId, now)
  if (!type || !practitioner || !summary) throw notFound('hold_outlived_its_subject')
  const state = hold.stateCode ?? moved?.stateCode ?? patient.state
  const wanted = { patient, state, language: hold.language ?? undefined }
  const misfit = misfitOf(practitioner, type, wanted, hold.start.getTime())
  if (misfit !== null) throw problemOfMisfit(misfit)
  const consent = consenting(context, patient, wanted.state, minorConsentsAlone)
  const sensitivity = sensitivityOf(type, consent, minorConsent, now)
  // Who could not see it afterwards does not book it.
  if (isWithheldFromOthers(sensitivity)) await directory.actingFor(context, patientId, 'sensitive')
  const support = checkSupport([{ ...hold, stateCode: wanted.state }], calendar).get(hold.id) ?? []
  return {
    type,
    patient,
    requireNoOtherVisit: () => {
      if (meetsOtherVisit(type, { otherVisits }, hold.start.getTime())) throw patientBusy()
    },
    requireSupport: () => {
      if (access.reach === 'own' && support.length > 0) throw outsideHours()
      return support
    },
    sensitivity,
    present: (appointment, details) =>
      presentAppointment(appointment, {
        type,
        practitioner: summary,
        patient: summaries?.get(patientId),
        isForMember: caller.kind === 'member',
        details,
        policy,
        owners: calendar.owners(now),
      }),
  }
}
