import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { components } from '@visitkit/contract'
import type { Appointment } from '../../kernel/model/appointment.ts'

export interface CalendarBranding {
  /** The health system's name, the only name in the file. */
  readonly organizationName: string
  readonly organizationId: string
  /** Where visits in person take place, line by line. */
  readonly address: readonly string[] | undefined
  /** Address of the portal; null when the caller is not a browser. */
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
 * The organizer, which PUBLISH and CANCEL must name (RFC 5546, 3.2.1 and 3.2.5). It is the same in every file of an organization, so that
 * calendar programs apply a change or a cancellation to the event that they have. The address receives no mail: PUBLISH asks for no reply,
 * and `.invalid` belongs to no one (RFC 2606, 2).
 */
const organizerOf = ({ organizationName, organizationId }: CalendarBranding): { name: string; email: string } => ({
  // A parameter value has no escapes: it cannot contain a quotation mark or a control character (RFC 5545, 3.1).
  name: organizationName.replaceAll(/["\\\p{Cc}]+/gu, ' ').trim(),
  email: `appointments@${organizationId}.invalid`,
})

/** The appointment, and how it takes place. */
export interface CalendarVisit extends Appointment {
  readonly modality: components['schemas']['Modality'] | undefined
}

/**
 * A calendar file (RFC 5545) with time, link and, for a visit in person, the address. Calendars are shared with families and employers, so it contains no reason, specialty,
 * practitioner or visit type: nothing that reveals health information. Times are UTC, so the file needs no time zone rules.
 */
export const calendarFile = (appointment: CalendarVisit, branding: CalendarBranding): string => {
  const text = branding.language.toLowerCase().startsWith('es') ? words.es : words.en
  const { status, modality } = appointment
  const cancelled = status === 'cancelled'
  const sure = status === 'requested' ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED
  const calendar = ical({
    // Constant: ical-generator writes this one value without escaping it.
    prodId: { company: 'Portal', product: 'Appointments' },
    // PUBLISH, not REQUEST: the file is informational and asks for no reply (RFC 5546, 1.4).
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  })
  calendar.createEvent({
    id: `${appointment.id}@${branding.organizationId}`,
    sequence: appointment.sequence,
    stamp: appointment.updatedAt,
    lastModified: appointment.updatedAt,
    start: appointment.start,
    end: appointment.end,
    summary: text.summary(branding.organizationName),
    description: text.description,
    organizer: organizerOf(branding),
    status: cancelled ? ICalEventStatus.CANCELLED : sure,
    ...(modality === 'in-person' && branding.address ? { location: branding.address.join(', ') } : {}),
    ...(branding.portal === null ? {} : { url: branding.portal }),
  })
  // ical-generator leaves out the end of the last line, which RFC 5545, 3.1 requires.
  return `${calendar.toString()}\r\n`
}
