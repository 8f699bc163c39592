import { VisitAppointments } from './appointments/appointments.ts'
import { VisitAuditLog } from './audit-log/audit-log.ts'
import { VisitBooking } from './booking/booking.ts'
import { VisitChart } from './chart/chart.ts'
import { VisitClaimDesk } from './claim-desk/claim-desk.ts'
import { VisitClinicSettings } from './clinic-settings/clinic-settings.ts'
import { VisitComplianceDashboard } from './compliance-dashboard/compliance-dashboard.ts'
import { VisitConsentDialog } from './consent-dialog/consent-dialog.ts'
import { define, type VersionedElement } from './core/define.ts'
import { VisitDeviceCheck } from './device-check/device-check.ts'
import { VisitGuestRoom } from './guest-room/guest-room.ts'
import { VisitInbox } from './inbox/inbox.ts'
import { VisitIntake } from './intake/intake.ts'
import { VisitLabOrders } from './lab-orders/lab-orders.ts'
import { VisitMessages } from './messages/messages.ts'
import { VisitNoteEditor } from './note-editor/note-editor.ts'
import { VisitPrescriptionPad } from './prescription-pad/prescription-pad.ts'
import { VisitPrivacyCenter } from './privacy-center/privacy-center.ts'
import { VisitPrivacyDesk } from './privacy-desk/privacy-desk.ts'
import { VisitProvider } from './provider/provider.ts'
import { VisitQueue } from './queue/queue.ts'
import { VisitRecord } from './record/record.ts'
import { VisitSchedule } from './schedule/schedule.ts'
import { VisitSettings } from './settings/settings.ts'
import { VisitStatement } from './statement/statement.ts'
import { VisitSummaryElement } from './summary/summary.ts'
import { VisitVideoRoom } from './video-room/video-room.ts'
import { VisitWaitingRoom } from './waiting-room/waiting-room.ts'

const elements: Readonly<Record<string, VersionedElement>> = {
  appointments: VisitAppointments,
  'audit-log': VisitAuditLog,
  booking: VisitBooking,
  chart: VisitChart,
  'claim-desk': VisitClaimDesk,
  'clinic-settings': VisitClinicSettings,
  'compliance-dashboard': VisitComplianceDashboard,
  'consent-dialog': VisitConsentDialog,
  'device-check': VisitDeviceCheck,
  'guest-room': VisitGuestRoom,
  inbox: VisitInbox,
  intake: VisitIntake,
  'lab-orders': VisitLabOrders,
  messages: VisitMessages,
  'note-editor': VisitNoteEditor,
  'prescription-pad': VisitPrescriptionPad,
  'privacy-center': VisitPrivacyCenter,
  'privacy-desk': VisitPrivacyDesk,
  provider: VisitProvider,
  queue: VisitQueue,
  record: VisitRecord,
  schedule: VisitSchedule,
  settings: VisitSettings,
  statement: VisitStatement,
  summary: VisitSummaryElement,
  'video-room': VisitVideoRoom,
  'waiting-room': VisitWaitingRoom,
}

/**
 * Registers every element under your own prefix: `<acme-booking>` in addition to, or instead of, `<visit-booking>`.
 * @param options.prefix - Lower-case letters, digits and hyphens, starting with a letter. Default `visit`.
 */
export const defineAll = ({ prefix = 'visit' }: { prefix?: string } = {}): void => {
  for (const [name, element] of Object.entries(elements)) define(name, element, prefix)
}
