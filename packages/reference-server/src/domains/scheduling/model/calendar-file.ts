import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Appointment } from './appointment.ts'

export interface CalendarBranding {
  /** The health system's name, the only name in the file. */
  readonly organizationName: string
  readonly organizationId: string
  /** Where the portal is; null when the caller is not a browser. */
  readonly portal: string | null
  /** BCP 47 tag of the reader. */
  readonly language: string
}

const words = {
  en: {
    summary: (name: string) => `Appointment with ${name}`,
    description: 'Open the portal a few minutes before the start to check in.',
  },
  es: {
    summary: (name: string) => `Cita con ${name}`,
    description: 'Abra el portal unos minutos antes de la hora para registrarse.',
  },
} as const

/**
 * A calendar file (RFC 5545) that says when and where to click. A calendar is shared with families and employers: no reason, no
 * specialty, no practitioner, no kind of visit, nothing from which health could be told. Times are UTC, so the file needs no zone rules.
 */
export const calendarFile = (appointment: Appointment, face: CalendarBranding): string => {
  const text = face.language.toLowerCase().startsWith('es') ? words.es : words.en
  const cancelled = appointment.status === 'cancelled'
  const calendar = ical({
    // Constant: ical-generator writes this one value without escaping it.
    prodId: { company: 'Portal', product: 'Appointments' },
    // PUBLISH, not REQUEST: the patient keeps the file; nobody is asked to answer (RFC 5546, 1.4).
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  })
  calendar.createEvent({
    id: `${appointment.id}@${face.organizationId}`,
    sequence: appointment.sequence,
    stamp: appointment.updatedAt,
    lastModified: appointment.updatedAt,
    start: appointment.start,
    end: appointment.end,
    summary: text.summary(face.organizationName),
    description: text.description,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(face.portal === null ? {} : { url: face.portal }),
  })
  return calendar.toString()
}
