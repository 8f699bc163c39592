import type { Messages } from '../core/message-types.ts'

export const bookingEndEn = {
  confirmHeading: 'Check and book',
  reason: 'What would you like to talk about?',
  reasonHint: 'You can leave this empty. Only your care team will read it.',
  reasonLeft: { one: '{count} character left', other: '{count} characters left' },
  book: 'Book this visit',
  booking: 'Booking your visit',
  request: 'Request this visit',
  requesting: 'Sending your request',
  requestHint:
    'The clinic will answer your request. Until then, the time is held for you, but the visit is not booked.',
  requestedHeading: 'Your request is sent',
  requestedText: 'You asked to see {name} on {day} at {time}. The visit is not booked yet.',
  requestedNext: 'The clinic will answer by {until}. Until then, the time is held for you.',
  requestedCancel: 'You can cancel your request in {visits}.',
  sensitiveHint: 'People who help you do not see this visit, unless you let them see sensitive visits.',
  minorAlone:
    'You asked for this visit on your own. Your parents do not see it, unless you let them see sensitive visits.',
  bookedHeading: 'Your visit is booked',
  bookedText: '{name} will see you on {day} at {time}.',
  bookedWhere:
    'Will you be in another state? Call the clinic first, so that a clinician with a license there can see you.',
  bookedNext: 'You can check in {minutes} before it starts.',
  bookedNow: 'You can check in now.',
  bookedChange: 'You can change or cancel it until {until} in {visits}.',
  bookedVisits: 'your visits',
  bookedCall: 'To change or cancel it, call {phone}.',
  calendar: 'Add to my calendar',
  calendarSaved: 'The calendar file is in your downloads.',
  another: 'Book another visit',
} as const satisfies Messages
