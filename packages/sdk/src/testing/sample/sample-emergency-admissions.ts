import type { EmergencyAdmissionReport, Visit } from '../../generated/models.ts'
import { problem } from '../test-problem.ts'
import type { SampleDomain } from './sample-domain.ts'
import { sampleMe, samplePatientOf } from './sample-people.ts'
import { find, instant, page } from './sample-state.ts'

const me = sampleMe.practitioner

/** Visits that began in an emergency without the consent. None at first. */
export const emergencyAdmissionsSample: SampleDomain = ({ state, live, now, newId }) => {
  const reports: EmergencyAdmissionReport[] = []
  const announce = ({ id, patientId }: EmergencyAdmissionReport): void =>
    live.emit({ type: 'emergency-admission.changed', ids: { emergencyAdmissionId: id, patientId } })
  return () => ({
    admitInEmergency: ({ path, body: { reason, text, checkIn } }) => {
      const appointment = find(state.appointments, path.appointmentId)
      const standing = state.consents.findLast(({ purpose }) => purpose === 'telehealth-treatment')?.status
      if (standing === 'active') return problem(409, 'consent_given')
      const refusedBefore = standing === 'declined' || standing === 'revoked'
      if (refusedBefore && reason !== 'cannot-decide') return problem(409, 'consent_refused')
      const known = state.visits.find((visit) => visit.appointmentId === appointment.id)
      if (!known && !checkIn) return problem(422, 'check_in_required')
      const at = instant(now())
      const visit: Visit = {
        id: newId('visit'),
        appointmentId: appointment.id,
        patientId: appointment.patientId,
        practitioner: appointment.practitioner,
        visitTypeName: appointment.visitTypeName,
        modality: appointment.modality,
        participants: [],
        vendor: state.organization.videoVendor,
        recording: false,
        checkedInAt: at,
        ...checkIn,
        ...known,
        ...{ status: 'admitted', admittedAt: at, emergencyAdmission: { reason, at } },
        version: (known?.version ?? 0) + 1,
      }
      state.visits = [...state.visits.filter(({ id }) => id !== visit.id), visit]
      appointment.status = 'checked-in'
      const report: EmergencyAdmissionReport = {
        id: newId('emergency-admission'),
        visitId: visit.id,
        patientId: visit.patientId,
        patientName: samplePatientOf(visit.patientId)?.displayName ?? null,
        admittedBy: { memberId: me.personId, displayName: me.displayName },
        ...{ reason, refusedBefore, admittedAt: at, text, version: 1 },
        reviewBy: new Date(now() + 3 * 86_400_000).toISOString(),
      }
      reports.unshift(report)
      announce(report)
      live.emit({ type: 'queue.changed', ids: { practitionerId: visit.practitioner.id } })
      return visit
    },
    listEmergencyAdmissions: ({ query: { waiting, ...paging } }) =>
      page(
        reports.filter(({ review }) => !waiting || review === undefined || review.outcome === 'more-information'),
        paging,
      ),
    reviewEmergencyAdmission: ({ path, body: { outcome, note = null } }) => {
      const report = find(reports, path.emergencyAdmissionId)
      report.review = {
        ...{ outcome, note, reviewedAt: instant(now()) },
        reviewedBy: { memberId: 'member-officer', displayName: 'Robin Reviews' },
      }
      report.version += 1
      announce(report)
      return report
    },
  })
}
